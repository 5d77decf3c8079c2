import { drawLink, type Link } from "./link";
import { RING, toScene } from "./marks";
import type { Palette } from "./palette";
import type { Surface } from "./surface";
import type { View } from "./view";

/** What follows the pointer: the mark under it. */
export interface Pointing {
  readonly hover: { readonly x: number; readonly y: number } | null;
  /** The relation that is being drawn, or could be. */
  readonly link: Link | null;
}

/** Where a mark that is being moved would come to lie, from edge to edge on the canvas. */
export interface Ghost {
  readonly x0: number;
  readonly x1: number;
  /** Where its shape would stand. */
  readonly x: number;
  readonly y: number;
  /** It cannot be moved so. */
  readonly isRefused: boolean;
}

/** What is drawn over the picture besides. */
export interface Extras {
  /** Where marks stand that are selected together. */
  readonly rings: readonly { readonly x: number; readonly y: number }[];
  readonly ghost: Ghost | null;
  /** The days that were measured, from edge to edge on the canvas. */
  readonly span: { readonly x0: number; readonly x1: number } | null;
}

export function drawOverlay(
  surface: Surface & Pick<CanvasRenderingContext2D, "clearRect" | "setLineDash">,
  pointing: Pointing,
  { rings, ghost, span }: Extras,
  view: View,
  palette: Palette,
): void {
  toScene(surface, view);
  surface.clearRect(0, 0, view.width, view.height);
  const { hover, link } = pointing;
  if (span && span.x1 > view.left) {
    const left = Math.max(span.x0, view.left);
    const right = span.x1;
    surface.globalAlpha = 0.14;
    surface.fillStyle = palette.accent;
    surface.fillRect(left, view.top, right - left, view.height - view.top);
    surface.globalAlpha = 1;
    surface.fillRect(left, view.top, 1, view.height - view.top);
    surface.fillRect(right - 1, view.top, 1, view.height - view.top);
  }
  for (const { x, y } of rings) {
    if (x < view.left || y < view.top) continue;
    surface.beginPath();
    surface.arc(x, y, RING, 0, 2 * Math.PI);
    surface.strokeStyle = palette.accent;
    surface.lineWidth = 2;
    surface.stroke();
  }
  if (ghost) drawGhost(surface, ghost, view, palette);
  if (hover) {
    surface.beginPath();
    surface.arc(hover.x, hover.y, RING, 0, 2 * Math.PI);
    surface.strokeStyle = palette.inkMuted;
    surface.lineWidth = 1.5;
    surface.stroke();
  }
  if (link) drawLink(surface, link, view, palette);
}

/** The place to come as an outline, with its edges drawn up to the axis. */
function drawGhost(surface: Surface, ghost: Ghost, view: View, palette: Palette): void {
  const { x0, x1, x, y, isRefused } = ghost;
  const left = Math.max(x0, view.left);
  surface.strokeStyle = isRefused ? palette.inkMuted : palette.accent;
  surface.fillStyle = isRefused ? palette.inkMuted : palette.accent;
  surface.lineWidth = 1.5;
  surface.globalAlpha = 0.5;
  for (const edge of x1 - x0 > 1 ? [x0, x1] : [x0]) {
    if (edge >= view.left)
      surface.fillRect(edge - 0.5, view.top, 1, Math.max(0, y - view.top - RING));
  }
  surface.globalAlpha = 1;
  surface.beginPath();
  if (x1 - x0 > 2 * RING) surface.rect(left, y - RING / 2, x1 - left, RING);
  else if (x >= view.left) surface.arc(x, y, RING - 2, 0, 2 * Math.PI);
  surface.stroke();
}
