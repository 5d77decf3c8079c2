import { type Picture, SIZE } from "../base/picture";
import { signX } from "./centre";
import { labelX } from "./labels";
import { screenX, screenY, type View } from "./view";

export type Hit =
  | { readonly kind: "mark"; readonly index: number }
  | { readonly kind: "band"; readonly index: number };

const REACH = SIZE.MARK_SIZE / 2 + 4;

/** What lies under a point of the canvas: the nearest mark, a label's mark, or a band. */
export function hitAt(picture: Picture, view: View, x: number, y: number): Hit | null {
  if (x < view.left || y < view.top) return null;
  const { marks, labels, bands } = picture;
  let best = -1;
  let nearest = REACH;
  for (let i = 0; i < marks.length; i += 1) {
    const dy = Math.abs(screenY(view, marks.y[i] ?? 0) - y);
    if (dy >= nearest) continue;
    const before = screenX(view, marks.x0[i] ?? 0) - x;
    const after = x - screenX(view, marks.x1[i] ?? 0);
    const distance = Math.max(dy, before, after);
    if (distance < nearest) {
      nearest = distance;
      best = i;
    }
  }
  if (best >= 0) return { kind: "mark", index: best };

  for (let i = 0; i < labels.length; i += 1) {
    const mark = labels.mark[i] ?? 0;
    const left = labelX(picture, i, view);
    const base = screenY(view, labels.y[i] ?? 0);
    if (
      x >= left - 4 &&
      x <= left + (labels.width[i] ?? 0) + 4 &&
      y >= base - 13 &&
      y <= base + 5
    )
      return { kind: "mark", index: mark };
  }

  for (let i = 0; i < bands.length; i += 1) {
    const inside =
      x >= screenX(view, bands.x0[i] ?? 0) - 2 && x <= screenX(view, bands.x1[i] ?? 0) + 2;
    if (inside && Math.abs(screenY(view, bands.y[i] ?? 0) - y) < 9)
      return { kind: "band", index: i };
  }
  return null;
}

/** Where on the canvas a mark is pointed out. */
export const markCentre = (
  picture: Picture,
  view: View,
  index: number,
): { x: number; y: number } => ({
  x: markX(picture, view, index),
  y: screenY(view, picture.marks.y[index] ?? 0),
});

export const markX = ({ marks }: Picture, view: View, index: number): number =>
  signX(
    screenX(view, marks.x0[index] ?? 0),
    screenX(view, marks.x1[index] ?? 0),
    marks.flags[index] ?? 0,
    view.left,
    view.width,
  );

/** Where the middle of what is seen of a band stands on the canvas. */
export function bandCentre(
  { bands }: Picture,
  view: View,
  index: number,
): { x: number; y: number } {
  const left = Math.max(view.left, screenX(view, bands.x0[index] ?? 0));
  const right = Math.min(view.width, screenX(view, bands.x1[index] ?? 0));
  return { x: (left + right) / 2, y: screenY(view, bands.y[index] ?? 0) };
}
