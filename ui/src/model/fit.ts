import { dayFromIso } from "../base/civil";
import { type Day, day } from "../base/units";
import { asCommandError } from "../ipc/errors";
import { useChosen } from "./chosen";
import { filterNow } from "./filter";
import { ask } from "./program";
import { selectedNow } from "./selection";
import { type Days, daysAround, daysOfResult } from "./spans";
import { showAll, useTimeline } from "./timeline";
import { report } from "./toasts";
import { showSpan, showsSpan } from "./viewport";

interface Bounds {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** From the first day of any of these events to the end of the last that is known. */
export function daysOfEvents(events: readonly Bounds[]): Days | null {
  const known = events.flatMap(({ earliest, latest }) =>
    [earliest, latest].flatMap((iso): Day[] => {
      const value = iso === null ? null : dayFromIso(iso);
      return value === null ? [] : [value];
    }),
  );
  if (known.length === 0) return null;
  const [first, last] = known.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  return { first: day(first), last: day(last + 1) };
}

/**
 * Shows the selected events closely; everything that passes the filter without any, or
 * where they are shown closely already.
 */
export async function fitChosen(): Promise<void> {
  const days = await chosenDays();
  if (days && !showsSpan(days.first, days.last)) showSpan(days.first, days.last);
  else fitResult();
}

async function chosenDays(): Promise<Days | null> {
  const { keys } = useChosen.getState();
  const selected = selectedNow();
  const wanted = keys.size > 0 ? [...keys] : selected === null ? [] : [selected];
  const { known_on } = filterNow();
  try {
    const asked = wanted.map((key) => ask("get_event", { key, known_on }));
    const days = daysOfEvents(await Promise.all(asked));
    return days && daysAround(days.first, days.last);
  } catch (reason) {
    report(asCommandError(reason));
    return null;
  }
}

function fitResult(): void {
  const { overview } = useTimeline.getState();
  const result = overview && daysOfResult(overview);
  const days = result && daysAround(result.first, result.last);
  if (days) showSpan(days.first, days.last);
  else showAll();
}
