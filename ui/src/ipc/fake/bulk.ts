import { day } from "../../base/units";
import type {
  BulkChange,
  BulkPreview,
  DeletionPreview,
  EntryChoice,
  EntryReading,
  EventDraft,
  MergeChoice,
  MergePreview,
  MoveBy,
  MovedDate,
  MovePart,
} from "../generated/bindings";
import type { FakeCasebook, FakeEvent } from "./casebook";
import { iso, readDate } from "./dates";
import { draftOf, putEvent } from "./editing";
import { explainDate } from "./standing";

const eventOf = (casebook: FakeCasebook, key: number): FakeEvent => {
  const event = casebook.event(key);
  if (!event) throw new Error(`The fake has no event ${key}`);
  return event;
};

export function previewChange(
  casebook: FakeCasebook,
  keys: readonly number[],
  change: BulkChange,
): BulkPreview {
  const dates = keys.map((key) => eventOf(casebook, key));
  const moved = dates.map(({ row }) => shifted(row.date, change));
  const first = moved.findIndex((date) => date !== null);
  const kept = dates.filter((_, index) => change.shift && moved[index] === null);
  const words = {
    from_words: dates[first]?.row.date_words ?? "",
    to_words: readDate(moved[first] ?? "")?.words ?? "",
  };
  return {
    events: keys.length,
    example: change.shift && first >= 0 ? words : null,
    not_shifted: kept.length,
    reasons: kept.map(({ row: { key, title, date_words } }) => ({
      key,
      title,
      date_words,
      reason: "its date is not as fine as that",
    })),
  };
}

export function changeEvents(
  casebook: FakeCasebook,
  keys: readonly number[],
  change: BulkChange,
): void {
  for (const key of keys) {
    const target = { of: "event", key } as const;
    const draft = draftOf(casebook, target);
    putEvent(casebook, target, {
      ...draft,
      lane: change.lane ?? draft.lane,
      kind: change.kind ?? draft.kind,
      confidence: change.confidence ?? draft.confidence,
      main_case: change.main_case ?? draft.main_case,
      date: shifted(draft.date, change) ?? draft.date,
      principles: [...new Set([...draft.principles, ...change.add_principles])].filter(
        (id) => !change.remove_principles.includes(id),
      ),
    });
  }
}

/** By days alone, and single days only. */
function shifted(date: string, { shift }: BulkChange): string | null {
  const first = readDate(date)?.first ?? null;
  if (shift?.unit !== "days" || first === null || date.length !== 10) return null;
  return iso(day(first + shift.count));
}

export function previewDeletion(
  casebook: FakeCasebook,
  keys: readonly number[],
): DeletionPreview {
  const events = keys.map((key) => eventOf(casebook, key));
  const ids = new Set(events.map(({ row }) => row.id));
  const relations = casebook.relations.filter(({ from, to }) => ids.has(from) || ids.has(to));
  const notes = casebook.notes.filter(({ event_key }) => keys.includes(event_key));
  const titleOf = (id: string): string => casebook.eventById(id)?.row.title ?? id;
  return {
    events: keys.length,
    titles: events.map(({ row }) => row.title),
    relations: relations.length,
    relation_words: relations.map(
      ({ from, type, to }) => `“${titleOf(from)}” ${type} “${titleOf(to)}”`,
    ),
    notes: notes.length,
    note_words: notes.map(({ markdown }) => markdown),
    disputed_dates: events.filter(({ row }) => row.disputed).length,
  };
}

export function deleteEvents(casebook: FakeCasebook, keys: readonly number[]): void {
  casebook.events = casebook.events.filter(({ row }) => !keys.includes(row.key));
  casebook.notes = casebook.notes.filter(({ event_key }) => !keys.includes(event_key));
}

const MERGED = ["title", "date", "summary", "kind", "lane", "court", "docket"] as const;

export function previewMerge(
  casebook: FakeCasebook,
  keep: number,
  other: number,
): MergePreview {
  const told = (key: number) => {
    const { title, date_words } = eventOf(casebook, key).row;
    return { key, title, date_words };
  };
  const a = draftOf(casebook, { of: "event", key: keep });
  const b = draftOf(casebook, { of: "event", key: other });
  const fields = MERGED.filter((field) => a[field] && b[field] && a[field] !== b[field]);
  return {
    keep: told(keep),
    other: told(other),
    fields: fields.map((field) => ({ field, keep: a[field], other: b[field] })),
    joined: ["2 sources", "one person or body"],
    between: [],
  };
}

export function mergeEvents(casebook: FakeCasebook, { keep, other, take }: MergeChoice): void {
  const a = draftOf(casebook, { of: "event", key: keep });
  const b = draftOf(casebook, { of: "event", key: other });
  const taken: Partial<EventDraft> = Object.fromEntries(
    MERGED.filter((field) => take.includes(field)).map((field) => [field, b[field]]),
  );
  putEvent(casebook, { of: "event", key: keep }, { ...a, ...taken });
  deleteEvents(casebook, [other]);
}

export function previewMove(
  casebook: FakeCasebook,
  key: number,
  part: MovePart,
  by: MoveBy,
): MovedDate {
  const { row, date } = eventOf(casebook, key);
  const place = (
    first: typeof date.first,
    last: typeof date.last,
    text: string,
  ): MovedDate => ({
    date: text,
    words: readDate(text)?.words ?? text,
    first,
    last,
    is_changed: text !== row.date,
    refused: null,
  });
  const stays = place(date.first, date.last, row.date);
  const { first, last, span } = date;
  if (first === null || last === null) return { ...stays, refused: "it is open" };
  if (span) {
    const from = day(first + (part === "end" ? 0 : by.count));
    const to = day(last + (part === "start" ? 0 : by.count));
    if (from > to) return { ...stays, refused: "it would end before it begins" };
    return place(from, to, `${iso(from)}/${iso(to)}`);
  }
  if (part !== "whole") return { ...stays, refused: "there is no date at that end" };
  if (first !== last) return { ...stays, refused: "it is no single day" };
  const moved = day(first + by.count);
  return place(moved, moved, iso(moved) ?? row.date);
}

export function moveEvent(casebook: FakeCasebook, key: number, date: string): void {
  const target = { of: "event", key } as const;
  putEvent(casebook, target, { ...draftOf(casebook, target), date });
}

const TAG = /#(\p{L}\S*)/u;

/** "14 July 2016 What happened #lane", and nothing finer than that. */
export function readEntry(
  casebook: FakeCasebook,
  line: string,
  choice: EntryChoice,
): EntryReading {
  const tag = TAG.exec(line)?.[1] ?? null;
  const words = line.replace(TAG, "").split(/\s+/).filter(Boolean);
  const readingOf = (length: number) => explainDate(words.slice(0, length).join(" "));
  let count = Math.min(words.length, 4);
  while (count > 0 && !readingOf(count).valid && readingOf(count).readings.length === 0)
    count -= 1;
  const written = count > 0 ? readingOf(count) : null;
  const isChosen = written?.readings.some(({ edtf }) => edtf === choice.date);
  const date = isChosen && choice.date !== null ? explainDate(choice.date) : written;
  const title = words.slice(count).join(" ");
  const wanted = tag ?? choice.lane;
  const lane = casebook.lanes.find(
    ({ id, name }) => id === wanted || name.toLowerCase() === wanted?.toLowerCase(),
  );
  const named = /\b(order|motion|warrant|opinion|appeal)\b/i.exec(title)?.[1]?.toLowerCase();
  return {
    input: line,
    date,
    title,
    lane: wanted === null ? null : { name: lane?.name ?? wanted, is_new: !lane },
    kind: choice.kind ?? named ?? "other",
    kind_is_named: named !== undefined && choice.kind === null,
    problem: problemOf(date, title, wanted),
  };
}

function problemOf(
  date: EntryReading["date"],
  title: string,
  lane: string | null,
): string | null {
  if (!date) return "Begin or end with a date, as in 14 July 2016.";
  if (date.readings.length > 0) return "The date can be read in two ways.";
  if (title === "") return "Say what happened.";
  return lane === null ? "Name a lane with #, as in #appeal." : null;
}

export function addEntry(casebook: FakeCasebook, reading: EntryReading): number {
  const { title, lane, kind, date } = reading;
  const draft = draftOf(casebook, { of: "new" });
  const written = { ...draft, title, kind, lane: lane?.name ?? "", date: date?.edtf ?? "" };
  return putEvent(casebook, { of: "new" }, written);
}
