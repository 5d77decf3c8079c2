import { lengthBetween } from "../../base/civil";
import type { Day } from "../../base/units";
import { sayDay } from "../days";
import { say } from "../say";
import type { Measured } from "./pointer";

/** How long the measured span is, in days and in words. */
export function MeasureCard({ measured }: { readonly measured: Measured }) {
  const { first, last, x } = measured;
  const { days } = lengthBetween(first, last);
  const words = lengthWords(first, last);
  return (
    <div className="measure-card" role="status" style={{ left: `${x}px` }}>
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
