import { MARK, SIZE } from "../base/picture";

/** A possible range narrower than this is a mark that fades; a wider one is a bar. */
export const NARROW = 30;
/** A ring stands so far inside the edge of the drawing that all of it is seen. */
const INSET = SIZE.MARK_SIZE;

/**
 * Where between its ends on the canvas a mark has its shape: a span at its known beginning
 * or end, anything else in the middle.
 */
export function shapeX(x0: number, x1: number, flags: number): number {
  if ((flags & MARK.SPAN) === 0) return (x0 + x1) / 2;
  return flags & MARK.OPEN_START ? x1 : x0;
}

/**
 * Where a mark is pointed out by a ring, a sign, a handle or a card: at its shape, or as
 * near to it as its bar is in view between `left` and `right`.
 */
export function signX(
  x0: number,
  x1: number,
  flags: number,
  left: number,
  right: number,
): number {
  const x = shapeX(x0, x1, flags);
  if ((flags & MARK.SPAN) === 0 && x1 - x0 <= NARROW) return x;
  const first = Math.max(x0, Math.min(left + INSET, x1));
  const last = Math.min(x1, Math.max(right - INSET, x0));
  return Math.max(first, Math.min(x, last));
}
