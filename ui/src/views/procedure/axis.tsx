import { day } from "../../base/units";
import { useProcedure } from "../../model/procedure";
import { ticksOf } from "./scale";

/** Years, or months where there is room for them. */
export function Axis() {
  const from = useProcedure((state) => state.from);
  const daysPerPx = useProcedure((state) => state.daysPerPx);
  const width = useProcedure((state) => state.width);
  const last = day(from + daysPerPx * width);
  return (
    <div className="procedure-axis" aria-hidden>
      {width > 0 &&
        ticksOf({ first: from, last }, width).map(({ at, text }) => (
          <span
            key={at}
            className="procedure-tick"
            style={{ left: `${((at - from) / (last - from)) * 100}%` }}
          >
            {text}
          </span>
        ))}
    </div>
  );
}
