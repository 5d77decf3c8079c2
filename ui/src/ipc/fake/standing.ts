import { dayFromIso, isoFromDay } from "../../base/civil";
import { type Day, day } from "../../base/units";
import type {
  DateReading,
  StandingLife,
  StandingReason,
  StandingSpan,
  StandingView,
  UnderReview,
} from "../generated/bindings";
import type { FakeCasebook, FakeEvent } from "./casebook";
import { iso, readDate } from "./dates";

type Change = readonly [from: string, standing: string, review?: UnderReview, part?: string];

/** What the program answers for the sample, taken over by hand. */
const LIVES: Readonly<Record<string, readonly Change[]>> = {
  "warrant-issued": [
    ["2013-12-04", "in force"],
    ["2016-07-14", "quashed", "no", "content stored abroad"],
    ["2018-03-30", "superseded"],
    ["2018-04-17", "moot"],
  ],
  "magistrate-denies-motion": [
    ["2014-04-25", "in force"],
    ["2014-06-06", "in force", "yes"],
    ["2014-07-31", "in force"],
    ["2016-07-14", "reversed"],
    ["2018-04-17", "moot"],
  ],
  "preska-affirms": [
    ["2014-07-31", "in force"],
    ["2014-08-01", "stayed", "possibly"],
    ["2014-08-29", "in force", "possibly"],
    ["2014-08-31", "in force", "yes"],
    ["2016-07-14", "reversed"],
    ["2018-04-17", "vacated"],
  ],
  "stay-granted": [
    ["2014-08-01", "in force"],
    ["2014-08-29", "lifted"],
  ],
  "contempt-order": [
    ["2014-09-08", "in force"],
    ["2014-12-08", "in force", "yes"],
    ["2016-07-14", "vacated"],
  ],
  "second-circuit-opinion": [
    ["2016-07-14", "in force"],
    ["2017-06-23", "in force", "yes"],
    ["2018-03-23", "superseded"],
    ["2018-04-17", "vacated"],
  ],
};

const INSTRUMENTS = new Set(
  "warrant order ruling contempt opinion statute regulation agreement".split(" "),
);

export const ACTS = new Set(
  (
    "affirms reverses vacates quashes stays lifts-stay moots supersedes withdraws " +
    "invalidates repeals reinstates appeals-from"
  ).split(" "),
);

const span = (
  from: number | null,
  standing: string,
  review: UnderReview = "no",
  part?: string,
): StandingSpan => ({
  from,
  standing: [standing],
  definite: true,
  part: part ?? null,
  under_review: review,
});

const NOT_YET = span(null, "not yet issued");

function spansOf({ row, date }: FakeEvent): StandingSpan[] {
  const changes = LIVES[row.id];
  if (!changes) return [NOT_YET, span(date.last, "in force")];
  return [
    NOT_YET,
    ...changes.map(([from, ...rest]) => span(dayFromIso(from) ?? day(0), ...rest)),
  ];
}

/** What was not public by `knownOn` has not happened yet as far as one knew then. */
const cut = (spans: StandingSpan[], knownOn: string | null): StandingSpan[] => {
  const known = knownOn === null ? null : dayFromIso(knownOn);
  return known === null ? spans : spans.filter(({ from }) => from === null || from <= known);
};

export function livesOf(casebook: FakeCasebook, knownOn: string | null): StandingLife[] {
  return casebook.events
    .filter(({ row }) => row.id in LIVES)
    .map((event) => ({
      key: event.row.key,
      event: event.row.id,
      title: event.row.title,
      spans: cut(spansOf(event), knownOn),
    }));
}

/** `null` when the event asked for is no instrument. */
export function standingOn(
  casebook: FakeCasebook,
  on: string,
  knownOn: string | null,
  id: string | null,
): StandingView[] | null {
  const asked = dayFromIso(on) ?? day(0);
  const events = casebook.events.filter(
    ({ row }) => INSTRUMENTS.has(row.kind) && (id === null || row.id === id),
  );
  if (id !== null && events.length === 0) return null;
  return events.map((event) => {
    const { from: _, ...words } =
      cut(spansOf(event), knownOn).findLast(({ from }) => from === null || from <= asked) ??
      NOT_YET;
    const known = knownOn === null ? null : dayFromIso(knownOn);
    const acts = actsOn(casebook, event, day(Math.min(asked, known ?? asked)));
    return {
      key: event.row.key,
      event: event.row.id,
      title: event.row.title,
      ...words,
      affirmed_by: [],
      reasons: acts.map((act) => act.id),
      acts,
    };
  });
}

function actsOn(casebook: FakeCasebook, { row }: FakeEvent, on: Day): StandingReason[] {
  return casebook.relations.flatMap((relation): StandingReason[] => {
    const by = casebook.eventById(relation.from);
    if (relation.to !== row.id || !ACTS.has(relation.type) || !by) return [];
    if (by.date.first !== null && by.date.first > on) return [];
    return [
      {
        id: relation.id,
        relation: relation.type,
        by_key: by.row.key,
        by_title: by.row.title,
        date_words: by.row.date_words,
        part: relation.part ?? null,
        basis: relation.basis,
        sources: by.source.sources.map(({ source }) => source),
      },
    ];
  });
}

const MONTHS =
  "january february march april may june july august september october november december".split(
    " ",
  );

/** The few ways of writing a date that the tests type; the program has them all. */
export function explainDate(input: string): DateReading {
  const text = input.trim();
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (slashed) {
    const [, a = "", b = "", year = ""] = slashed;
    const readings = [...new Set([edtf(year, b, a), edtf(year, a, b)])].flatMap((written) => {
      const date = readDate(written);
      return date && iso(date.first) === written ? [{ edtf: written, words: date.words }] : [];
    });
    if (readings.length === 1) return reading(input, readings[0]?.edtf ?? "");
    return { ...NOTHING, input, readings };
  }
  const named = /^(?:(\d{1,2}) )?([a-z]+) (\d{4})$/i.exec(text);
  const month = MONTHS.indexOf(named?.[2]?.toLowerCase() ?? "") + 1;
  if (named && month > 0) return reading(input, edtf(named[3] ?? "", `${month}`, named[1]));
  return reading(input, text);
}

const edtf = (year: string, month: string, dayOfMonth?: string): string =>
  [year, month, dayOfMonth]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, "0"))
    .join("-");

const NOTHING = {
  valid: false,
  edtf: null,
  level: null,
  earliest: null,
  latest: null,
  uncertain: false,
  approximate: false,
  words: null,
  error: null,
  error_at: null,
  readings: [],
} as const satisfies Partial<DateReading>;

function reading(input: string, written: string): DateReading {
  const date = readDate(written);
  const isDay = date && (date.first === null || isoFromDay(date.first).startsWith(written));
  if (!date || (written.length === 10 && !isDay)) {
    return { ...NOTHING, readings: [], input, error: "This is no date.", error_at: 0 };
  }
  return {
    input,
    valid: true,
    edtf: written,
    level: 0,
    earliest: iso(date.first),
    latest: iso(date.last),
    uncertain: date.uncertain,
    approximate: date.approximate,
    words: date.words,
    error: null,
    error_at: null,
    readings: [],
  };
}
