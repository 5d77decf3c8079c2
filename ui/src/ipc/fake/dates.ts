import { civilFromDay, dayFromIso, isoFromDay } from "../../base/civil";
import { type Day, day } from "../../base/units";

/** What the fake casebook makes of a date; the program has the whole of EDTF. */
export interface FakeDate {
  readonly first: Day | null;
  readonly last: Day | null;
  readonly span: boolean;
  readonly uncertain: boolean;
  readonly approximate: boolean;
  readonly words: string;
}

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

export function readDate(text: string): FakeDate | null {
  const oneOf = /^\[(.+)\.\.(.+)\]$/.exec(text);
  if (oneOf) return between(oneOf[1] ?? "", oneOf[2] ?? "", false);
  const interval = /^([^/]+)\/([^/]+)$/.exec(text);
  if (interval) return between(interval[1] ?? "", interval[2] ?? "", true);

  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)$/.exec(text);
  if (!match) return null;
  const [, year = "", month, dayOfMonth, mark = ""] = match;
  const first = dayFromIso(`${year}-${month ?? "01"}-${dayOfMonth ?? "01"}`);
  if (first === null) return null;
  const last = dayOfMonth ? first : month ? endOfMonth(first) : dayFromIso(`${year}-12-31`);
  const plain = dayOfMonth
    ? dayWords(first)
    : month
      ? `${MONTHS[Number(month) - 1]} ${year}`
      : year;
  const approximate = mark === "~" || mark === "%";
  const uncertain = mark === "?" || mark === "%";
  const words = `${approximate ? "about " : uncertain ? "possibly " : ""}${plain}`;
  return { first, last, span: false, uncertain, approximate, words };
}

function between(from: string, to: string, span: boolean): FakeDate | null {
  const start = readDate(from);
  const end = readDate(to);
  if (!start || !end) return null;
  const joined = `${start.words} and ${end.words}`;
  return {
    first: start.first,
    last: end.last,
    span,
    uncertain: start.uncertain || end.uncertain,
    approximate: start.approximate || end.approximate,
    words: span ? `${start.words} to ${end.words}` : `between ${joined}`,
  };
}

const dayWords = (value: Day): string => {
  const { year, month, day: dayOfMonth } = civilFromDay(value);
  return `${dayOfMonth} ${MONTHS[month - 1]} ${year}`;
};

function endOfMonth(first: Day): Day {
  const { month } = civilFromDay(first);
  let last = first;
  while (civilFromDay(day(last + 1)).month === month) last = day(last + 1);
  return last;
}

export const iso = (value: Day | null): string | null =>
  value === null ? null : isoFromDay(value);
