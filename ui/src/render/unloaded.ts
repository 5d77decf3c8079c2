import type { Picture } from "../base/picture";
import type { Palette } from "./palette";
import type { Surface } from "./surface";
import { screenX, screenY, type View } from "./view";

/** Between two lines of the hatching. */
const STEP = 12;

/**
 * Hatches what of the view the picture does not cover. Plain ground says that nothing
 * happened there; hatching, that the program has not answered yet.
 */
export function drawUnloaded(
  surface: Surface,
  picture: Picture | null,
  view: View,
  palette: Palette,
): void {
  const { left, top, width, height } = view;
  if (!picture) {
    hatch(surface, left, top, width, height, view, palette);
    return;
  }
  const from = screenX(view, (picture.from - picture.origin) / picture.daysPerPx);
  const to = screenX(view, (picture.to - picture.origin) / picture.daysPerPx);
  const first = screenY(view, picture.top);
  const last = screenY(view, picture.bottom);
  const end = Math.min(height, screenY(view, picture.height));
  if (from > left) hatch(surface, left, top, Math.min(from, width), end, view, palette);
  if (to < width) hatch(surface, Math.max(to, left), top, width, end, view, palette);
  const inner = Math.max(from, left);
  const outer = Math.min(to, width);
  if (inner >= outer) return;
  if (first > top) hatch(surface, inner, top, outer, Math.min(first, end), view, palette);
  if (last < end) hatch(surface, inner, Math.max(last, top), outer, end, view, palette);
}

/** The lines are those of the whole picture, and move with it. */
function hatch(
  surface: Surface,
  left: number,
  top: number,
  right: number,
  bottom: number,
  view: View,
  palette: Palette,
): void {
  if (right <= left || bottom <= top) return;
  surface.save();
  surface.beginPath();
  surface.rect(left, top, right - left, bottom - top);
  surface.clip();
  surface.beginPath();
  const depth = bottom - top;
  // Where the line through the corner of the picture meets the lower edge.
  const corner = view.offset - (bottom - view.top + view.scroll);
  const first = corner + Math.floor((left - depth - corner) / STEP) * STEP;
  for (let x = first; x < right; x += STEP) {
    surface.moveTo(x, bottom);
    surface.lineTo(x + depth, top);
  }
  surface.strokeStyle = palette.rule;
  surface.lineWidth = 1;
  surface.stroke();
  surface.restore();
}
