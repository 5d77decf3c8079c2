import { dayFromIso } from "../base/civil";
import { type Day, day } from "../base/units";
import type { Overview } from "../ipc/generated/bindings";
import { useSelection } from "./selection";
import { showAll, useTimeline } from "./timeline";
import { showSpan } from "./viewport";

/** A day alone is shown with this many days on either side. */
const CLOSE_DAYS = 30;

export interface Days {
  readonly first: Day;
  readonly last: Day;
}

/** The days that show an event well. */
export function daysAround(first: Day, last: Day): Days {
  const missing = Math.max(0, 2 * CLOSE_DAYS - (last - first));
  return { first: day(first - missing / 2), last: day(last + missing / 2) };
}

/** From the first to the last slice in which anything passes; nothing when nothing does. */
export function daysOfResult({
  from,
  to,
  counts,
}: Pick<Overview, "from" | "to" | "counts">): Days | null {
  const isThere = (count: number): boolean => count > 0;
  const first = counts.findIndex(isThere);
  if (first < 0) return null;
  const slice = (to - from) / counts.length;
  const last = counts.findLastIndex(isThere) + 1;
  return { first: day(from + first * slice), last: day(from + last * slice) };
}

/** Shows the selected event closely; without one, everything that passes the filter. */
export function fitChosen(): void {
  const { detail, key } = useSelection.getState();
  const earliest = dayFromIso(detail?.earliest ?? "");
  const latest = dayFromIso(detail?.latest ?? "");
  const first = earliest ?? latest;
  if (detail && detail.key === key && first !== null) {
    const days = daysAround(first, day((latest ?? first) + 1));
    showSpan(days.first, days.last);
    return;
  }
  const { overview } = useTimeline.getState();
  const days = overview && daysOfResult(overview);
  if (days) showSpan(days.first, days.last);
  else showAll();
}
