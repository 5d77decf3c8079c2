import { lengthBetween } from "../../base/civil";
import { clamp } from "../../base/geometry";
import type { Day } from "../../base/units";
import { useSettings } from "../../model/settings";
import type { Days } from "../../model/spans";
import { lastDayOf, useViewport } from "../../model/viewport";
import { sayDay } from "../days";
import { say } from "../say";
import { HEADS_WIDTH } from "./stage";

/**
 * How long the measured span is, in days and in words, over as much of it as is in view. It
 * goes with the viewport, so it is rendered at every frame of panning, but only while it is
 * there.
 */
export function MeasureCard({ measured }: { readonly measured: Days }) {
  const { first, last } = measured;
  const { days } = lengthBetween(first, last);
  const words = lengthWords(first, last);
  const viewport = useViewport();
  const textSize = useSettings(({ textSize }) => textSize);
  const { from, daysPerPx } = viewport;
  const seen = (at: Day): number => clamp(at, from, lastDayOf(viewport));
  const x = (HEADS_WIDTH + ((seen(first) + seen(last)) / 2 - from) / daysPerPx) * textSize;
  return (
    <div
      className="measure-card"
      role="status"
      style={{ left: `clamp(10.5rem, ${x}px, 100% - 10.5rem)` }}
    >
      <p>
        <strong>{say("span-days", { days })}</strong>
        {words !== null && ` · ${words}`}
      </p>
      <p className="quiet">{say("span-from-to", { from: sayDay(first), to: sayDay(last) })}</p>
    </div>
  );
}

/** "2 years, 3 months and 5 days"; nothing for a span that days alone tell best. */
function lengthWords(first: Day, last: Day): string | null {
  const { years, months, rest } = lengthBetween(first, last);
  const parts = [
    ...(years > 0 ? [say("span-years", { years })] : []),
    ...(months > 0 ? [say("span-months", { months })] : []),
    ...(rest > 0 ? [say("span-days", { days: rest })] : []),
  ];
  if (years === 0 && months === 0) return null;
  const [one = "", two = "", three = ""] = parts;
  if (parts.length === 3) return say("span-three", { first: one, second: two, third: three });
  return parts.length === 2 ? say("span-two", { first: one, second: two }) : one;
}
