import { civilFromDay } from "../base/civil";
import type { Day } from "../base/units";
import { say } from "./say";

/** "14 July 2016". A year is a number but is never grouped like one. */
export function sayDay(value: Day): string {
  const { year, month, day } = civilFromDay(value);
  return say("date-day", { day, month: say(`month-${month}`), year: String(year) });
}
