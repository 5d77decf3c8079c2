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

/** The shortest run of slices that holds at least `share` of all events, if there are any. */
export function densestSpan({ from, to, counts }: Counted, share: number): Days | null {
  const wanted = counts.reduce((sum, count) => sum + count, 0) * share;
  if (wanted === 0) return null;
  const slice = (to - from) / counts.length;
  let best: [number, number] = [0, counts.length];
  let start = 0;
  let held = 0;
  for (const [end, count] of counts.entries()) {
    held += count;
    while (held - (counts[start] ?? 0) >= wanted) {
      held -= counts[start] ?? 0;
      start += 1;
    }
    if (held >= wanted && end + 1 - start < best[1] - best[0]) best = [start, end + 1];
  }
  return { first: day(from + best[0] * slice), last: day(from + best[1] * slice) };
}
