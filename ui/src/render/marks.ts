import { MARK, type Picture, SHAPE, SIZE } from "../base/picture";
import { NARROW, shapeX, signX } from "./centre";
import type { Palette } from "./palette";
import type { Surface } from "./surface";
import { screenX, screenY, type View } from "./view";

const HALF = SIZE.MARK_SIZE / 2;
const BAR = 7;
/** Stays clear of the mark's label. */
export const RING = 9;
/** What is said of an event beside its shape. */
export const SIGNS = MARK.SELECTED | MARK.DISPUTED | MARK.NOTED;
const FADE = 24;
const FAINT = 0.4;

/** Made once for a palette: a mark that fades is filled from these. */
export interface Brushes {
  /** Over x from 0 to 1: nothing, the lane's colour, nothing. */
  readonly range: readonly CanvasGradient[];
  /** Over x from 0 to 1: the lane's colour, nothing. */
  readonly open: readonly CanvasGradient[];
}

export function mixBrushes(surface: Surface, palette: Palette): Brushes {
  return {
    range: palette.lanes.map((colour) => {
      const gradient = surface.createLinearGradient(0, 0, 1, 0);
      gradient.addColorStop(0, clear(colour, 0.12));
      gradient.addColorStop(0.35, clear(colour, 0.85));
      gradient.addColorStop(0.65, clear(colour, 0.85));
      gradient.addColorStop(1, clear(colour, 0.12));
      return gradient;
    }),
    open: palette.lanes.map((colour) => {
      const gradient = surface.createLinearGradient(0, 0, 1, 0);
      gradient.addColorStop(0, clear(colour, 0.9));
      gradient.addColorStop(1, clear(colour, 0));
      return gradient;
    }),
  };
}

/** `rgb(1, 2, 3)`, as the style of an element computes, with some of it let through. */
const clear = (colour: string, alpha: number): string =>
  colour.startsWith("rgb(") ? `rgba(${colour.slice(4, -1)}, ${alpha})` : colour;

export function drawMarks(
  surface: Surface,
  picture: Picture,
  view: View,
  palette: Palette,
  brushes: Brushes,
): void {
  const { marks } = picture;
  for (let i = 0; i < marks.length; i += 1)
    drawMark(surface, picture, i, view, palette, brushes);
  surface.globalAlpha = 1;
  toScene(surface, view);
}

function drawMark(
  surface: Surface,
  { marks, lanes }: Picture,
  i: number,
  view: View,
  palette: Palette,
  brushes: Brushes,
): void {
  const x0 = screenX(view, marks.x0[i] ?? 0);
  const x1 = screenX(view, marks.x1[i] ?? 0);
  const y = screenY(view, marks.y[i] ?? 0);
  if (x1 < view.left - SIZE.MARK_SIZE || x0 > view.width + SIZE.MARK_SIZE) return;
  if (y < view.top - SIZE.MARK_SIZE || y > view.height + SIZE.MARK_SIZE) return;
  const flags = marks.flags[i] ?? 0;
  const shape = marks.shape[i] ?? SHAPE.circle;
  const colour = lanes[marks.lane[i] ?? 0]?.colour ?? 0;
  const ink = palette.lanes[colour] ?? palette.ink;
  const isRange = x1 - x0 > 1;
  const centre = shapeX(x0, x1, flags);

  if (flags & MARK.INSIDE) {
    drawInsideBar(surface, x0, x1, y, (flags & MARK.OPEN_END) !== 0, view, ink);
    drawShape(surface, shape, centre, y, ink, palette.paper);
  } else if (flags & MARK.SPAN) {
    drawSpan(surface, x0, x1, y, flags, view, ink, brushes.open[colour]);
    drawShape(surface, shape, centre, y, ink, palette.paper);
  } else if (isRange && x1 - x0 > NARROW) {
    fillUnit(surface, view, x0, x1 - x0, y, brushes.range[colour]);
    // The shape tells the kind; it is faint, because nothing is known to be in the middle.
    surface.globalAlpha = FAINT;
    drawShape(surface, shape, centre, y, ink, palette.paper);
    surface.globalAlpha = 1;
  } else if (isRange || flags & MARK.WITHIN_DAY) {
    const width = Math.max(x1 - x0 + 4, SIZE.MARK_SIZE + 4);
    fillFaded(surface, view, shape, centre, width, y, brushes.range[colour]);
  } else drawShape(surface, shape, centre, y, ink, palette.paper);

  if ((flags & SIGNS) === 0) return;
  const sign = signX(x0, x1, flags, view.left, view.width);
  if (flags & MARK.DISPUTED) drawDisputed(surface, sign, y, ink);
  if (flags & MARK.SELECTED) drawRing(surface, sign, y, view, palette);
  if (flags & MARK.NOTED) drawNoted(surface, sign, y, palette);
}

function drawSpan(
  surface: Surface,
  x0: number,
  x1: number,
  y: number,
  flags: number,
  view: View,
  ink: string,
  open: CanvasGradient | undefined,
): void {
  const start = flags & MARK.OPEN_START ? Math.min(x0 + FADE, x1) : x0;
  const end = flags & MARK.OPEN_END ? Math.max(x1 - FADE, start) : x1;
  surface.fillStyle = ink;
  surface.beginPath();
  surface.roundRect(start, y - BAR / 2, Math.max(end - start, 2), BAR, 2);
  surface.fill();
  if (start > x0) fillUnit(surface, view, start, x0 - start, y, open);
  if (end < x1) fillUnit(surface, view, end, x1 - end, y, open);
}

const INSIDE_GROUND = 0.16;

/** A bar with room for its label: its ground and its edge, which an open end lacks. */
function drawInsideBar(
  surface: Surface,
  x0: number,
  x1: number,
  y: number,
  isOpen: boolean,
  view: View,
  ink: string,
): void {
  // Just outside of the view is as good as far outside.
  const left = Math.max(x0, view.left - HALF);
  const right = Math.min(x1, view.width + HALF);
  const half = SIZE.INSIDE_HEIGHT / 2;
  surface.beginPath();
  surface.moveTo(right, y - half);
  surface.lineTo(left, y - half);
  surface.lineTo(left, y + half);
  surface.lineTo(right, y + half);
  if (!isOpen) surface.closePath();
  surface.globalAlpha = INSIDE_GROUND;
  surface.fillStyle = ink;
  surface.fill();
  surface.globalAlpha = 1;
  surface.strokeStyle = ink;
  surface.lineWidth = 1.25;
  surface.stroke();
}

/** A bar filled with a gradient that was mixed over x from 0 to 1. */
function fillUnit(
  surface: Surface,
  view: View,
  x: number,
  width: number,
  y: number,
  gradient: CanvasGradient | undefined,
): void {
  if (!gradient) return;
  const { pixels } = view;
  surface.setTransform(width * pixels, 0, 0, pixels, x * pixels, 0);
  surface.fillStyle = gradient;
  surface.fillRect(0, y - BAR / 2, 1, BAR);
  toScene(surface, view);
}

/** A mark whose sides fade, for a range too narrow for a bar. */
function fillFaded(
  surface: Surface,
  view: View,
  shape: number,
  x: number,
  width: number,
  y: number,
  gradient: CanvasGradient | undefined,
): void {
  if (!gradient) return;
  trace(surface, shape, x, y, width / 2);
  const { pixels } = view;
  surface.setTransform(width * pixels, 0, 0, pixels, (x - width / 2) * pixels, 0);
  surface.fillStyle = gradient;
  surface.fill();
  toScene(surface, view);
}

export function drawShape(
  surface: Surface,
  shape: number,
  x: number,
  y: number,
  ink: string,
  paper: string,
): void {
  if (shape === SHAPE["hollow-square"]) {
    surface.beginPath();
    surface.roundRect(x - HALF + 1, y - HALF + 1, SIZE.MARK_SIZE - 2, SIZE.MARK_SIZE - 2, 1.5);
    surface.fillStyle = paper;
    surface.fill();
    surface.strokeStyle = ink;
    surface.lineWidth = 1.75;
    surface.stroke();
    return;
  }
  trace(surface, shape, x, y, HALF);
  surface.fillStyle = ink;
  surface.fill();
}

function trace(surface: Surface, shape: number, x: number, y: number, half: number): void {
  surface.beginPath();
  if (shape === SHAPE.diamond) {
    surface.moveTo(x, y - HALF - 1.5);
    surface.lineTo(x + half + 1.5, y);
    surface.lineTo(x, y + HALF + 1.5);
    surface.lineTo(x - half - 1.5, y);
    surface.closePath();
  } else if (shape === SHAPE.triangle) {
    surface.moveTo(x, y - HALF);
    surface.lineTo(x + half + 0.5, y + HALF - 0.5);
    surface.lineTo(x - half - 0.5, y + HALF - 0.5);
    surface.closePath();
  } else if (shape === SHAPE.circle) {
    surface.roundRect(x - half + 0.5, y - HALF + 0.5, 2 * half - 1, SIZE.MARK_SIZE - 1, HALF);
  } else {
    surface.roundRect(x - half + 0.5, y - HALF + 0.5, 2 * half - 1, SIZE.MARK_SIZE - 1, 1.5);
  }
}

/** Sources disagree on the date: three points below the mark. */
export function drawDisputed(surface: Surface, x: number, y: number, ink: string): void {
  surface.fillStyle = ink;
  for (let dot = -1; dot <= 1; dot += 1)
    surface.fillRect(x + dot * 4 - 1, y + HALF + 2.5, 2, 1.5);
}

/** Notes on the event: a dot at its upper right. */
export function drawNoted(surface: Surface, x: number, y: number, palette: Palette): void {
  surface.beginPath();
  surface.arc(x + HALF + 1, y - HALF - 1, 3, 0, 2 * Math.PI);
  surface.fillStyle = palette.underReview;
  surface.fill();
  surface.strokeStyle = palette.paper;
  surface.lineWidth = 1;
  surface.stroke();
}

function drawRing(surface: Surface, x: number, y: number, view: View, palette: Palette): void {
  surface.beginPath();
  surface.arc(x, y, RING, 0, 2 * Math.PI);
  surface.strokeStyle = view.hasFocus ? palette.accent : palette.ink;
  surface.lineWidth = view.hasFocus ? 2.5 : 1.5;
  surface.stroke();
}

/** One unit is one scene pixel again. */
export function toScene(surface: Surface, { pixels }: View): void {
  surface.setTransform(pixels, 0, 0, pixels, 0, 0);
}
