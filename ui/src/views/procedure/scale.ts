import { civilFromDay, dayFromCivil } from "../../base/civil";
import { type Day, day } from "../../base/units";
import { say } from "../say";

export interface YearTick {
  readonly at: Day;
  readonly text: string;
}

const LEAST_PX = 64;

/** Years, or months where there is room for them. */
export function ticksOf(
  { first, last }: { readonly first: number; readonly last: number },
  width: number,
): YearTick[] {
  const perDay = width / (last - first);
  const ticks: YearTick[] = [];
  const from = civilFromDay(day(Math.floor(first))).year;
  const to = civilFromDay(day(Math.ceil(last))).year;
  const months = perDay * 30 > LEAST_PX * 1.4;
  const step = months ? 1 : yearsOf(perDay);
  for (let year = Math.floor(from / step) * step; year <= to; year += step) {
    for (let month = 1; month <= (months ? 12 : 1); month += 1) {
      const at = dayFromCivil({ year, month, day: 1 });
      if (at < first || at > last) continue;
      const text = months && month > 1 ? say(`month-${month}`).slice(0, 3) : String(year);
      ticks.push({ at, text });
    }
  }
  return ticks;
}

/** The fewest years, of 1, 2, 5, 10 and so on, whose names keep apart. */
function yearsOf(perDay: number): number {
  for (let power = 1; ; power *= 10) {
    const years = [1, 2, 5].find((digit) => digit * power * 365 * perDay > LEAST_PX);
    if (years !== undefined) return years * power;
  }
}
