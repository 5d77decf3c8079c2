import { dayFromIso } from "../base/civil";
import { day } from "../base/units";
import { useSelection } from "./selection";
import { daysAround, daysOfResult } from "./spans";
import { showAll, useTimeline } from "./timeline";
import { showSpan } from "./viewport";

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
  const result = overview && daysOfResult(overview);
  const days = result && daysAround(result.first, result.last);
  if (days) showSpan(days.first, days.last);
  else showAll();
}
