import { isoFromDay } from "../../base/civil";
import { day } from "../../base/units";
import type {
  DifferencePart,
  GoingBack,
  HistoryChange,
  HistoryEntryView,
  HistoryKind,
  HistoryPage,
  HistoryQuery,
} from "../generated/bindings";
import type { FakeCasebook, FakeEvent } from "./casebook";

/** None beyond the making of the casebook, some weeks of work, or a million changes. */
export type FakePast = "none" | "some" | "many";

const LENGTHS: Readonly<Record<FakePast, number>> = { none: 1, some: 90, many: 1_000_000 };

/** The past is made of numbers: entry by entry back from a moment that stays. */
const NOW = 1_795_253_400;
const AUTHORS = ["A. Reader", "B. Scholar"] as const;

/** The change log, worded as the program words it. */
export class FakeHistory {
  readonly #casebook: FakeCasebook;
  readonly #made: number;
  readonly #logged: HistoryEntryView[] = [];

  constructor(casebook: FakeCasebook, past: FakePast) {
    this.#casebook = casebook;
    this.#made = LENGTHS[past];
  }

  get newest(): number {
    return this.#made + this.#logged.length;
  }

  log(kind: HistoryKind, title: string, done: string): void {
    const id = this.newest + 1;
    this.#logged.push(entry(id, stamp(NOW + 60 * this.#logged.length), kind, title, done, []));
  }

  entry(id: number): HistoryEntryView | undefined {
    return id > this.#made ? this.#logged[id - this.#made - 1] : this.#past(id);
  }

  page(query: HistoryQuery, limit: number): HistoryPage {
    const isForward = query.after !== null;
    const entries: HistoryEntryView[] = [];
    const step = isForward ? 1 : -1;
    let id = query.after === null ? (query.before ?? this.newest + 1) - 1 : query.after + 1;
    let looked = 0;
    for (; id >= 1 && id <= this.newest && entries.length < limit; id += step) {
      looked += 1;
      if (query.text !== null && looked > 5_000) break;
      const found = this.entry(id);
      if (found && passes(found, query)) entries.push(found);
    }
    const isEnd = id < 1 || id > this.newest;
    if (isForward) entries.reverse();
    return { entries, next: isEnd ? null : id - step, authors: [...AUTHORS] };
  }

  goingBack(id: number): GoingBack {
    const point = this.entry(id);
    const entries = this.newest - id;
    const changes: HistoryChange[] = [];
    for (let later = this.newest; later > id && changes.length < 100; later -= 1) {
      changes.push(...(this.entry(later)?.changes ?? []));
    }
    return {
      id,
      at: point?.at ?? stamp(NOW),
      title: point?.title ?? "",
      entries,
      records:
        entries > 20_000
          ? null
          : entries === 0
            ? []
            : [{ record: "event", name: "Event", back: 0, changed: entries, gone: 0 }],
      changes: entries > 20_000 ? [] : changes,
      more: entries > 100 && entries <= 20_000,
    };
  }

  #past(id: number): HistoryEntryView | undefined {
    if (id < 1) return undefined;
    const gap = this.#made > 1_000 ? 300 : 7_260;
    const at = stamp(NOW - (this.#made - id) * gap);
    if (id === 1) {
      const title = "Microsoft Ireland";
      const made = { ...added("about", title, `About the casebook added: ${title}`) };
      const words = `ade the casebook ${title}`;
      return { ...entry(1, at, "edit", `M${words}`, `m${words}`, [made]), author: AUTHORS[0] };
    }
    const events = this.#casebook.events;
    const event = events[(id * 31) % Math.max(1, events.length)];
    const author = AUTHORS[id % 7 === 0 ? 1 : 0];
    return event && { ...work(id, at, event), author };
  }
}

function work(id: number, at: string, { row, source }: FakeEvent): HistoryEntryView {
  const named = `“${row.title}”`;
  const of = (field: string, parts: DifferencePart[]) =>
    changed(row.key, row.title, field, parts);
  switch (id % 6) {
    case 0:
      return entry(id, at, "edit", `Change of ${named}`, `changed ${named}`, [
        of("title", [
          { kind: "removed", text: row.title.split(" ")[0] ?? "" },
          { kind: "added", text: "The court" },
          { kind: "same", text: row.title.slice(row.title.indexOf(" ")) },
        ]),
        of("date", [
          { kind: "same", text: "2014-07-" },
          { kind: "removed", text: "14" },
          { kind: "added", text: "31" },
        ]),
      ]);
    case 1: {
      const words = source.summary.split(" ");
      const [head, word, tail] = [words.slice(0, 9), words[9], words.slice(10)];
      return entry(id, at, "edit", `Change of ${named}`, `changed ${named}`, [
        of("summary", [
          { kind: "same", text: `${head.join(" ")} ` },
          { kind: "removed", text: word ?? "so" },
          { kind: "added", text: "as the parties had agreed" },
          { kind: "same", text: ` ${tail.join(" ")}` },
        ]),
        of("court", [{ kind: "added", text: "Second Circuit" }]),
        of("docket", [{ kind: "removed", text: "13-mj-2814" }]),
        of("confidence", [{ kind: "added", text: "confirmed" }]),
      ]);
    }
    case 2: {
      const text = "Note added: Compare the agreed terms with the order of 8 September.";
      const note = { ...added("note", row.title, text), event: row.key };
      return entry(id, at, "edit", `Note on ${named}`, `wrote a note on ${named}`, [note]);
    }
    case 3:
      return entry(id, at, "undo", `Undid: Note on ${named}`, `undid: Note on ${named}`, []);
    case 4: {
      const text = `Relation added: ${row.title} · cites · CLOUD Act enacted`;
      const relation = { ...added("relation", row.title, text), event: row.key };
      const what = `${row.id} cites cloud-act`;
      return entry(id, at, "edit", `Relation ${what}`, `related ${what}`, [relation]);
    }
    default: {
      const rows = Array.from({ length: 8 }, (_, i) =>
        added("event", `Letter ${i}`, `Event added: 2014-0${i + 1}-11 · Letter ${i + 1}`),
      );
      return {
        ...entry(id, at, "edit", "Import of letters.csv", "imported letters.csv", rows),
        more: true,
      };
    }
  }
}

const passes = (entry: HistoryEntryView, query: HistoryQuery): boolean =>
  (query.event === null || entry.changes.some(({ event }) => event === query.event)) &&
  (query.author === null || entry.author === query.author) &&
  (query.until === null || entry.at < query.until) &&
  (query.text === null ||
    [entry.title, ...entry.changes.map(({ words }) => words)].some((words) =>
      words.toLowerCase().includes(query.text?.toLowerCase() ?? ""),
    ));

function entry(
  id: number,
  at: string,
  kind: HistoryKind,
  title: string,
  done: string,
  changes: HistoryChange[],
): HistoryEntryView {
  return { id, at, author: AUTHORS[0], title, done, kind, changes, more: false };
}

function added(record: string, name: string, words: string): HistoryChange {
  const nothing = { field: null, from: null, event: null, difference: [] };
  return { change: "added", record, name, words, to: name, ...nothing };
}

function changed(
  event: number,
  name: string,
  field: string,
  difference: DifferencePart[],
): HistoryChange {
  const text = (kind: "removed" | "added") =>
    difference
      .filter((part) => part.kind === "same" || part.kind === kind)
      .map((part) => part.text)
      .join("");
  const [from, to] = [text("removed"), text("added")];
  const words = `${field} of “${name}”: “${to}” instead of “${from}”`;
  return {
    change: "changed",
    record: "event",
    name,
    field,
    from,
    to,
    words,
    event,
    difference,
  };
}

/** Seconds since 1970 as the program writes a moment. */
function stamp(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const rest = seconds - days * 86_400;
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  return `${isoFromDay(day(days))}T${two(rest / 3600)}:${two((rest % 3600) / 60)}:${two(rest % 60)}Z`;
}
