import { MARK, type Picture, SIZE } from "../base/picture";
import { screenX, screenY, type View } from "./view";

/** What of a mark a pointer takes hold of: all of it, or an end of a span. */
export type Grip = "whole" | "start" | "end";

const REACH = SIZE.MARK_SIZE / 2 + 4;
/** A span shorter than this has no ends that could be told apart. */
const LEAST_SPAN = 24;
const END = 8;

/** Where a point takes hold of a mark; its label is not the mark. */
export function gripAt(
  { marks }: Picture,
  view: View,
  index: number,
  x: number,
  y: number,
): Grip | null {
  const x0 = screenX(view, marks.x0[index] ?? 0);
  const x1 = screenX(view, marks.x1[index] ?? 0);
  const dy = Math.abs(screenY(view, marks.y[index] ?? 0) - y);
  if (dy > REACH || x < x0 - REACH || x > x1 + REACH) return null;
  const flags = marks.flags[index] ?? 0;
  if ((flags & MARK.SPAN) === 0 || x1 - x0 < LEAST_SPAN) return "whole";
  if (x - x0 < END && (flags & MARK.OPEN_START) === 0) return "start";
  if (x1 - x < END && (flags & MARK.OPEN_END) === 0) return "end";
  return "whole";
}
