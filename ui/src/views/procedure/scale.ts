import { civilFromDay, dayFromCivil } from "../../base/civil";
import { clamp } from "../../base/geometry";
import { day } from "../../base/units";
import { say } from "../say";

/** Which days lie between the edges of the drawing. */
export interface DayWindow {
  readonly first: number;
  readonly last: number;
}

const LEAST_DAYS = 20;

/** Closer around a share of the width, or wider, but never beyond the whole. */
export function zoomed(
  { first, last }: DayWindow,
  whole: DayWindow,
  factor: number,
  share: number,
): DayWindow {
  const length = clamp((last - first) * factor, LEAST_DAYS, whole.last - whole.first);
  const pinned = first + (last - first) * share;
  return within(pinned - length * share, length, whole);
}

export const moved = ({ first, last }: DayWindow, whole: DayWindow, days: number): DayWindow =>
  within(first + days, last - first, whole);

function within(first: number, length: number, whole: DayWindow): DayWindow {
  const start = clamp(first, whole.first, whole.last - length);
  return { first: start, last: start + length };
}

export interface YearTick {
  readonly at: number;
  readonly text: string;
}

const LEAST_PX = 64;

/** Years, or months where there is room for them. */
export function ticksOf({ first, last }: DayWindow, width: number): YearTick[] {
  const perDay = width / (last - first);
  const ticks: YearTick[] = [];
  const from = civilFromDay(day(Math.floor(first))).year;
  const to = civilFromDay(day(Math.ceil(last))).year;
  const months = perDay * 30 > LEAST_PX * 1.4;
  const step = months
    ? 1
    : ([1, 2, 5, 10, 20, 50, 100].find((years) => years * 365 * perDay > LEAST_PX) ?? 200);
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
