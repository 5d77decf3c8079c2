import { type Day, day } from "./units";

/** A day of the proleptic Gregorian calendar; years are astronomical, month from 1. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** After Howard Hinnant's `days_from_civil`: whole arithmetic, no clock, no time zone. */
export function dayFromCivil({ year, month, day: dayOfMonth }: Civil): Day {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return day(era * 146097 + dayOfEra - 719468);
}

export function civilFromDay(value: Day): Civil {
  const shifted = Math.floor(value) + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** Reads `YYYY-MM-DD`, with `Y` before a longer year and `-` before one before 0. */
export function dayFromIso(iso: string): Day | null {
  const match = /^Y?(-?\d{4,})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return null;
  const [, year, month, dayOfMonth] = match;
  return dayFromCivil({ year: Number(year), month: Number(month), day: Number(dayOfMonth) });
}

export function isoFromDay(value: Day): string {
  const { year, month, day: dayOfMonth } = civilFromDay(value);
  const digits = String(Math.abs(year)).padStart(4, "0");
  const prefix = `${digits.length > 4 ? "Y" : ""}${year < 0 ? "-" : ""}`;
  return `${prefix}${digits}-${pad(month)}-${pad(dayOfMonth)}`;
}

const pad = (value: number): string => String(value).padStart(2, "0");

export interface Length {
  readonly days: number;
  /** The same as whole years, then whole months, then days left over. */
  readonly years: number;
  readonly months: number;
  readonly rest: number;
}

/** From one day to a later one, the last not counted: 1 to 2 January is one day. */
export function lengthBetween(first: Day, last: Day): Length {
  const start = civilFromDay(first);
  const end = civilFromDay(last);
  let months = (end.year - start.year) * 12 + end.month - start.month;
  let anchor = addMonths(start, months);
  if (anchor > last) {
    months -= 1;
    anchor = addMonths(start, months);
  }
  return {
    days: Math.floor(last) - Math.floor(first),
    years: Math.floor(months / 12),
    months: months % 12,
    rest: Math.floor(last) - anchor,
  };
}

/** The same day of a later month, or that month's last day where it has none such. */
export function addMonths(from: Civil, count: number): Day {
  const index = from.year * 12 + from.month - 1 + count;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return dayFromCivil({ year, month, day: Math.min(from.day, daysInMonth(year, month)) });
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const isLeap = (year: number): boolean =>
  year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
