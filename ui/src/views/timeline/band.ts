import type { Picture } from "../../base/picture";
import { day } from "../../base/units";
import type { Days } from "../../model/spans";
import { seenWidth, type ViewportState } from "../../model/viewport";

/** What a click on a count does: come closer, or list what coming closer cannot part. */
export type Opening = "zoom" | "list";

/** Of what is shown then, left free on either side of what the count counts. */
export const BAND_ROOM = 0.3;
/** Of the days in view; a step to more than these would bring the reader hardly closer. */
const CLOSER = 0.7;

type Place = Pick<ViewportState, "from" | "daysPerPx" | "width" | "covered">;

/**
 * The days that a count stands on; no more than those in view, because that of ranges may
 * reach to the edges of the picture, wherever these are.
 */
export function daysOfBand(
  { bands, origin, daysPerPx }: Picture,
  index: number,
  viewport: Place,
): Days {
  const first = origin + (bands.x0[index] ?? 0) * daysPerPx;
  const last = origin + (bands.x1[index] ?? 0) * daysPerPx;
  const inView = viewport.width * viewport.daysPerPx;
  if (last - first <= inView) return { first: day(first), last: day(last) };
  const to = viewport.from + inView;
  return { first: day(Math.max(first, viewport.from)), last: day(Math.min(last, to)) };
}

/** Events are known to the day, so what lies within one never comes apart. */
export function openingOf({ first, last }: Days, viewport: Place): Opening {
  const shown = (last - first) * (1 + 2 * BAND_ROOM);
  const isCloser = shown < seenWidth(viewport) * viewport.daysPerPx * CLOSER;
  return last - first > 1 && isCloser ? "zoom" : "list";
}
