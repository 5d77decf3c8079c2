import { type Day, day } from "../base/units";
import type { Overview } from "../ipc/generated/bindings";

export interface Days {
  readonly first: Day;
  readonly last: Day;
}

type Counted = Pick<Overview, "from" | "to" | "counts">;

/** A day alone is shown with this many days on either side. */
const CLOSE_DAYS = 30;

/** The days that show an event, or the little that happened, well. */
export function daysAround(first: Day, last: Day): Days {
  const missing = Math.max(0, 2 * CLOSE_DAYS - (last - first));
  return { first: day(first - missing / 2), last: day(last + missing / 2) };
}

/** From the first to the last slice in which anything passes; nothing when nothing does. */
export function daysOfResult({ from, to, counts }: Counted): Days | null {
  const isThere = (count: number): boolean => count > 0;
  const first = counts.findIndex(isThere);
  if (first < 0) return null;
  const slice = (to - from) / counts.length;
  const last = counts.findLastIndex(isThere) + 1;
  return { first: day(from + first * slice), last: day(from + last * slice) };
}
