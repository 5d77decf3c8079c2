import { RING } from "./marks";
import type { Palette } from "./palette";
import type { Surface } from "./surface";
import type { View } from "./view";

/** How a relation is drawn from the selected mark to another one. */
export interface Link {
  /** The middle of the selected mark. */
  readonly from: { readonly x: number; readonly y: number };
  /** Where the line ends while it is being drawn; `null` while only the handle shows. */
  readonly to: { readonly x: number; readonly y: number } | null;
  /** Whether it ends on a mark. */
  readonly isOnMark: boolean;
}

/** Scene pixels. */
const HANDLE = { DISTANCE: 16, RADIUS: 6, REACH: 9, NEAR: 30 } as const;
const HEAD = 7;

/** Where the handle of a mark stands: above it, or below where there is no room. */
export function handleOf(from: Link["from"], view: View): { x: number; y: number } {
  const isHigh = from.y - HANDLE.DISTANCE - HANDLE.RADIUS < view.top;
  return { x: from.x, y: from.y + (isHigh ? HANDLE.DISTANCE : -HANDLE.DISTANCE) };
}

type Point = Link["from"];
const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

export const isOnHandle = (from: Point, view: View, at: Point): boolean =>
  distance(handleOf(from, view), at) <= HANDLE.REACH;

/** Near enough that the handle shows. */
export const isNear = (from: Point, view: View, at: Point): boolean =>
  distance(from, at) <= HANDLE.NEAR || isOnHandle(from, view, at);

type LinkSurface = Surface & Pick<CanvasRenderingContext2D, "setLineDash">;

export function drawLink(surface: LinkSurface, link: Link, view: View, palette: Palette): void {
  if (link.to === null) drawHandle(surface, handleOf(link.from, view), palette);
  else drawLine(surface, link.from, link.to, link.isOnMark, palette);
}

function drawHandle(surface: LinkSurface, { x, y }: Point, palette: Palette): void {
  surface.beginPath();
  surface.arc(x, y, HANDLE.RADIUS, 0, 2 * Math.PI);
  surface.fillStyle = palette.paper;
  surface.fill();
  surface.strokeStyle = palette.accent;
  surface.lineWidth = 1.5;
  surface.stroke();
  surface.beginPath();
  surface.moveTo(x - 3, y);
  surface.lineTo(x + 3, y);
  surface.moveTo(x, y - 3);
  surface.lineTo(x, y + 3);
  surface.stroke();
}

function drawLine(
  surface: LinkSurface,
  from: Point,
  to: Point,
  isOnMark: boolean,
  palette: Palette,
): void {
  const length = distance(from, to);
  if (length <= RING) return;
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const start = { x: from.x + dx * RING, y: from.y + dy * RING };
  const back = isOnMark ? RING : 0;
  const end = { x: to.x - dx * back, y: to.y - dy * back };
  surface.strokeStyle = palette.accent;
  surface.lineWidth = 2;
  surface.setLineDash(isOnMark ? [] : [5, 4]);
  surface.beginPath();
  surface.moveTo(start.x, start.y);
  surface.lineTo(end.x - dx * HEAD, end.y - dy * HEAD);
  surface.stroke();
  surface.setLineDash([]);
  surface.beginPath();
  surface.moveTo(end.x, end.y);
  surface.lineTo(end.x - dx * HEAD - dy * 4, end.y - dy * HEAD + dx * 4);
  surface.lineTo(end.x - dx * HEAD + dy * 4, end.y - dy * HEAD - dx * 4);
  surface.closePath();
  surface.fillStyle = palette.accent;
  surface.fill();
  if (!isOnMark) return;
  surface.beginPath();
  surface.arc(to.x, to.y, RING, 0, 2 * Math.PI);
  surface.lineWidth = 1.5;
  surface.stroke();
}
