import { dayFromIso } from "../base/civil";
import type { Day } from "../base/units";
import type { CommandError, CommandName, Commands, Transport } from "./commands";
import {
  addEntry,
  changeEvents,
  deleteEvents,
  mergeEvents,
  moveEvent,
  previewChange,
  previewDeletion,
  previewMerge,
  previewMove,
  readEntry,
} from "./fake/bulk";
import { FakeCasebook, type FakeContent, type FakeEvent, overlaps } from "./fake/casebook";
import { type FakeDate, readDate } from "./fake/dates";
import { formOf, problemsOf, putEvent } from "./fake/editing";
import { type FakeFindings, Findings } from "./fake/findings";
import { FakeHistory, type FakePast } from "./fake/history";
import { hostile } from "./fake/hostile";
import { inTime, lanesBy, lanesShown, stepFrom } from "./fake/lanes";
import { layOut, ticksOf } from "./fake/layout";
import { parseMarkdown, pastedMarkdown } from "./fake/markdown";
import { procedureOf, scenePlan } from "./fake/procedure";
import { FakeRecords } from "./fake/records";
import {
  accessUnder,
  backupsOf,
  type FakeTrouble,
  recovered,
  troubleFrom,
} from "./fake/safety";
import { explainDate, livesOf, standingOn } from "./fake/standing";
import type {
  CasebookSummary,
  EventDetail,
  EventRow,
  ExportFormat,
  Facet,
  Filter,
  Listing,
  NoteView,
  RowRange,
  SearchHit,
  SortBy,
} from "./generated/bindings";

type Handlers = {
  [N in CommandName]: (args: Commands[N]["args"]) => Commands[N]["result"];
};

/** What the fake starts with, and how it can be made to fail. */
/** What the program would say that a file of a format does not hold. */
const LOSSES: Partial<Record<ExportFormat, string[]>> = {
  csv: ["Relations between events are left out."],
  pdf: ["Summaries, people, sources, notes and relations are not in a picture."],
};

export interface FakeOptions {
  readonly start: "sample" | "empty" | "broken";
  readonly readOnly: boolean;
  /** Every text of every answer tries to be more than text. */
  readonly isHostile?: boolean;
  /** What is wrong with its file. */
  readonly trouble?: FakeTrouble | undefined;
  /** The commands that are refused, as on a full device. */
  readonly refused?: readonly string[];
  /** How many events it has, when it is to have more than the sample. */
  readonly events?: number | null;
  /** Milliseconds that an answer takes. */
  readonly delay?: number;
  readonly findings?: FakeFindings;
  /** How many sources it has besides those of the sample. */
  readonly sources?: number;
  /** How much was done to it before. */
  readonly past?: FakePast;
}

/** `?start=empty&readonly` and the like, so that a test can choose. */
export function fakeOptionsFrom(query: string): FakeOptions {
  const asked = new URLSearchParams(query);
  const start = asked.get("start");
  const findings = asked.get("findings");
  const past = asked.get("past");
  return {
    start: start === "empty" || start === "broken" ? start : "sample",
    readOnly: asked.has("readonly"),
    isHostile: asked.has("hostile"),
    trouble: troubleFrom(asked),
    refused: asked.getAll("refuse"),
    events: asked.has("events") ? Number(asked.get("events")) : null,
    delay: Number(asked.get("delay") ?? 4),
    sources: Number(asked.get("sources") ?? 0),
    findings: findings === "some" || findings === "many" ? findings : "none",
    past: past === "some" || past === "many" ? past : "none",
  };
}

declare global {
  /** Lets a test answer for the fake, with what the program itself says for instance. */
  var answerForFake: ((name: CommandName, args: unknown) => Promise<unknown>) | undefined;
  /** How many commands the fake was given, and how many of them wait for their answer. */
  var fakeCalls: { begun: number; open: number } | undefined;
}

const ALL: Filter = {
  lanes: null,
  hidden_lanes: null,
  kinds: null,
  actors: null,
  principles: null,
  from: null,
  to: null,
  span: "possibly",
  as_of: null,
  known_on: null,
  search: null,
};

const NOW = "2026-11-21T09:30:00Z";

/**
 * A program in memory, on the sample: for developing and testing the interface in a
 * browser. It is never part of the window that is shipped.
 */
export function fakeTransport(options: FakeOptions): Transport {
  let casebook = new FakeCasebook(options.start === "empty", options.events ?? null);
  let open = options.start !== "broken";
  let revision = 1;
  let trouble = options.trouble ?? (options.readOnly ? "permission" : "none");
  let noteCount = 0;
  let findings = new Findings(casebook, options.findings ?? "none");
  let records = new FakeRecords(casebook, options.sources);
  let history = new FakeHistory(casebook, options.past ?? "none");
  interface Entry {
    readonly words: string;
    readonly content: FakeContent;
    readonly accepted: Findings["accepted"];
    readonly records: FakeRecords["content"];
  }
  const undone: Entry[] = [];
  const done: Entry[] = [];
  const entry = (words: string): Entry => ({
    words,
    content: casebook.content,
    accepted: findings.accepted,
    records: records.content,
  });

  const summary = (): CasebookSummary => ({
    title: casebook.events.length > 0 ? "Microsoft Ireland" : "New casebook",
    path: "/home/reader/Documents/Microsoft Ireland.casebook",
    file_name: "Microsoft Ireland.casebook",
    ...accessUnder(trouble),
    schema_version: 2,
    counts: {
      events: casebook.count,
      relations: casebook.relations.length,
      sources: casebook.sources.length,
      actors: casebook.events.length > 0 ? casebook.actors.size : 0,
      places: casebook.events.length > 0 ? casebook.places.size : 0,
      principles: casebook.principles.length,
      disputed_dates: casebook.events.filter(({ row }) => row.disputed).length,
      notes: casebook.notes.length,
    },
    extent: casebook.extent,
    undo: done.at(-1)?.words ?? null,
    redo: undone.at(-1)?.words ?? null,
    revision,
    rules_revision: revision,
  });

  const edit = (
    words: string,
    notes: NoteView[],
    accepted = findings.accepted,
  ): CasebookSummary => {
    if (accessUnder(trouble).read_only !== null) {
      throw refusal("read-only", "The casebook cannot be written.", "Save a copy to write in.");
    }
    done.push(entry(words));
    undone.length = 0;
    history.log("edit", words, `made: ${words}`);
    casebook.notes = notes;
    findings.accepted = accepted;
    revision += 1;
    return summary();
  };

  const openWith = (empty: boolean): CasebookSummary => {
    casebook = new FakeCasebook(empty);
    findings = new Findings(casebook, empty ? "none" : (options.findings ?? "none"));
    records = new FakeRecords(casebook);
    history = new FakeHistory(casebook, "none");
    open = true;
    revision += 1;
    return summary();
  };

  /** Changes records as one entry, or not at all. */
  const change = <Did>(work: () => { words: string; did: Did }) => {
    if (options.readOnly) edit("", casebook.notes);
    const before = entry("");
    try {
      const { words, did } = work();
      const after = records.content;
      records.restore(before.records);
      edit(words, casebook.notes);
      records.restore(after);
      return { did, summary: summary() };
    } catch (reason) {
      records.restore(before.records);
      throw reason;
    }
  };

  const swap = (from: typeof done, to: typeof done, verb: string) => {
    const last = from.pop();
    if (!last) return { done: null, summary: summary() };
    to.push(entry(last.words));
    const isUndo = verb === "Undid";
    const title = `${verb}: ${last.words}`;
    history.log(
      isUndo ? "undo" : "redo",
      title,
      title.replace(/^./, (c) => c.toLowerCase()),
    );
    casebook.restore(last.content);
    findings.accepted = last.accepted;
    records.restore(last.records);
    revision += 1;
    return { done: `${verb}: ${last.words}`, summary: summary() };
  };

  const known = (key: number): FakeEvent => {
    const event = casebook.event(key);
    if (!event) throw refusal("not-found", "There is no such event.", null);
    return event;
  };

  /** Which events may have been public by the end of a day. */
  const knownTo = (known_on: string | null) => {
    const day = known_on === null ? null : dayFromIso(known_on);
    return (key: number) =>
      day === null || (casebook.event(key)?.row.public_first ?? day) <= day;
  };

  const handlers: Handlers = {
    current_casebook: () => {
      if (open) return summary();
      throw refusal(
        "too-new",
        "“Microsoft Ireland.casebook” was written by a newer Docketline.",
        "The file was not changed. Update Docketline, or open another casebook.",
      );
    },
    list_recent: () => [
      { path: "/home/reader/a.casebook", title: "Microsoft Ireland", exists: true },
      { path: "/home/reader/b.casebook", title: "Schrems", exists: false },
    ],
    new_casebook: () => openWith(true),
    open_casebook: () => openWith(false),
    open_recent: () => openWith(false),
    open_sample: () => openWith(false),
    restore_sample: () => openWith(false),
    save_copy: () => "/home/reader/Documents/Copy.casebook",
    timeline_scene: ({ filter, lanes, viewport, selected }) => {
      const shown = lanesShown(casebook, pass(casebook, filter), filter, lanes);
      return layOut(casebook, shown, lanes, viewport, selected, !!filter.search);
    },
    list_lanes: ({ filter, by }) =>
      lanesBy(casebook, pass(casebook, filter), by).map(({ shown: _, ...lane }) => lane),
    timeline_overview: ({ filter, width }) => {
      const { extent } = casebook;
      if (!extent) return { from: 0, to: 0, counts: [], ticks: [] };
      const from = extent.first - 200;
      const to = extent.last + 200;
      const slices = Math.max(1, Math.floor(width / 10));
      const counts = Array.from({ length: slices }, () => 0);
      for (const { date } of pass(casebook, filter)) {
        const slice = Math.floor((((date.first ?? from) - from) / (to - from)) * slices);
        counts[slice] = (counts[slice] ?? 0) + 1;
      }
      const toX = (value: number) => ((value - from) / (to - from)) * width;
      const ticks = ticksOf(from, to, (to - from) / width, toX).filter(({ major }) => major);
      return { from, to, counts, ticks };
    },
    list_facets: ({ filter }) => {
      const facet = (id: string, name: string, events: FakeEvent[]): Facet => ({
        id,
        name,
        events: events.length,
      });
      const inLanes = pass(casebook, { ...filter, lanes: null, hidden_lanes: null });
      const inKinds = pass(casebook, { ...filter, kinds: null });
      const inActors = pass(casebook, { ...filter, actors: null });
      const inPrinciples = pass(casebook, { ...filter, principles: null });
      const kinds = [...new Set(casebook.events.map(({ row }) => row.kind))].sort();
      return {
        lanes: casebook.lanes.map((lane) => ({
          ...lane,
          is_parent: false,
          parent: null,
          events: inLanes.filter(({ row }) => row.lane === lane.id).length,
        })),
        kinds: kinds.map((kind) =>
          facet(
            kind,
            kind,
            inKinds.filter(({ row }) => row.kind === kind),
          ),
        ),
        actors: [...casebook.actors.values()].map(({ id, name }) =>
          facet(
            id,
            name,
            inActors.filter(({ source }) => source.actors.some((actor) => actor.id === id)),
          ),
        ),
        principles: casebook.principles.map(({ id, name }) =>
          facet(
            id,
            name,
            inPrinciples.filter(({ source }) => source.principles.includes(id)),
          ),
        ),
      };
    },
    check_filter: ({ filter }) => {
      pass(casebook, filter);
      return null;
    },
    list_events: ({ filter, sort, descending, offset, limit }) => {
      const list = listOf(casebook, { filter, sort, descending });
      const end = Math.min(offset + limit, list.total);
      const rows = Array.from({ length: Math.max(0, end - offset) }, (_, i) =>
        list.row(offset + i),
      );
      return { total: list.total, offset, rows };
    },
    event_position: ({ listing, key }) => listOf(casebook, listing).position(key),
    keys_of_rows: ({ listing, rows, revision: known }) =>
      known === revision ? rowsOf(listOf(casebook, listing), rows).map(({ key }) => key) : null,
    rows_of_keys: ({ listing, keys }) => {
      const list = listOf(casebook, listing);
      return keys
        .map((key) => list.position(key))
        .filter((place) => place !== null)
        .sort((a, b) => a - b)
        .map((place) => ({ first: place, last: place }));
    },
    copy_events: ({ listing, rows, columns }) => {
      const events = rowsOf(listOf(casebook, listing), rows);
      const text = (row: EventRow, column: SortBy): string =>
        column === "date" ? row.date_words : textOf(row, column);
      const lines = [columns, ...events.map((row) => columns.map((c) => text(row, c)))];
      return { text: lines.map((line) => line.join("\t")).join("\n"), events: events.length };
    },
    step_event: ({ filter, lanes, from, step }) => {
      const events = pass(casebook, filter);
      return stepFrom(events, lanesShown(casebook, events, filter, lanes), from, step);
    },
    events_between: ({ filter, lanes, from, to }) => {
      const events = pass(casebook, filter);
      const shown = inTime(events, lanesShown(casebook, events, filter, lanes));
      const keys = shown.map(({ row }) => row.key);
      const [first = -1, last = -1] = [from, to]
        .map((key) => keys.indexOf(key))
        .sort((a, b) => a - b);
      const between = first < 0 ? [] : keys.slice(first, last + 1);
      return { keys: between, total: between.length };
    },
    get_event: ({ key, known_on }) => detail(casebook, known(key), knownTo(known_on)),
    search_events: ({ filter, limit }) => {
      const events = pass(casebook, filter);
      return {
        total: events.length,
        hits: events.slice(0, limit).map((event) => hit(event, filter.search ?? "")),
      };
    },
    list_sources: ({ query: { find, only_unread, known_on }, offset, limit }) => {
      const isKnown = knownTo(known_on);
      const words = find.toLowerCase().split(/\s+/);
      const rows = casebook.sources.map((source) => {
        const row = casebook.sourceRow(source);
        const supports = row.supports.filter(({ event_key }) => isKnown(event_key));
        return { ...row, supports, uses: supports.length };
      });
      const found = rows.filter(({ title, publisher, read, supports }) => {
        const all = [title, publisher, ...supports.map((use) => use.supports)];
        const text = all.join(" ").toLowerCase();
        return !(only_unread && read) && words.every((word) => text.includes(word));
      });
      const page = found.slice(offset, offset + limit);
      return {
        total: found.length,
        rows: page.map((row) => ({ ...row, supports: row.supports.slice(0, 12) })),
      };
    },
    list_source_uses: ({ source: id, known_on, limit }) => {
      const source = casebook.sources.find((source) => source.id === id);
      const uses = source ? casebook.sourceRow(source).supports : [];
      const isKnown = knownTo(known_on);
      return uses.filter(({ event_key }) => isKnown(event_key)).slice(0, limit);
    },
    list_principles: ({ known_on }) =>
      casebook.principles.map((principle) => {
        const coded = casebook.events.filter(({ source, row }) => {
          return source.principles.includes(principle.id) && knownTo(known_on)(row.key);
        });
        return {
          id: principle.id,
          number: principle.number,
          name: principle.name,
          added_words: principle.added ? (readDate(principle.added)?.words ?? null) : null,
          paraphrase: principle.paraphrase,
          confidence: principle.confidence,
          note: null,
          sources: principle.sources.map((id) => ({ id, name: sourceTitle(casebook, id) })),
          coded: coded.length,
          events: coded.slice(0, 100).map((event) => casebook.row(event)),
        };
      }),
    list_notes: ({ known_on }) =>
      casebook.notes.filter(({ event_key }) => knownTo(known_on)(event_key)),
    count_known: ({ known_on }) => {
      const isKnown = knownTo(known_on);
      const { counts } = summary();
      return {
        ...counts,
        events: casebook.events.filter(({ row }) => isKnown(row.key)).length,
        notes: casebook.notes.filter(({ event_key }) => isKnown(event_key)).length,
      };
    },
    get_about: () => {
      const { title, compiled, method, confidence_values, field_notes } = casebook.file.meta;
      const named = (pairs: Record<string, string>) =>
        Object.entries(pairs).map(([id, name]) => ({ id, name }));
      return {
        title,
        compiled,
        method,
        confidence_values: named(confidence_values),
        field_notes: named(field_notes),
      };
    },
    get_standing: ({ on, known_on, event }) => {
      const standing = standingOn(casebook, on, known_on, event);
      if (!standing) throw refusal("bad-value", `“${event}” is no instrument.`, null);
      return standing;
    },
    get_standing_life: ({ event, known_on }) =>
      livesOf(casebook, known_on).find((life) => life.event === event) ?? null,
    get_procedure: ({ filter, known_on, scope }) =>
      procedureOf(casebook, pass(casebook, filter), known_on, scope),
    procedure_scene: ({ filter, known_on, scope, view }) =>
      scenePlan(procedureOf(casebook, pass(casebook, filter), known_on, scope), view),
    measure_interval: ({ from, to }) => {
      const [a, b] = [known(from), known(to)];
      const least = (b.date.first ?? 0) - (a.date.last ?? 0);
      const most = (b.date.last ?? 0) - (a.date.first ?? 0);
      const days = least === most ? `${least} days` : `between ${least} and ${most} days`;
      const bounds = { least_days: least, most_days: most };
      return {
        from: a.row.id,
        to: b.row.id,
        exact: least === most,
        ...bounds,
        days,
        words: days,
      };
    },
    explain_date: ({ text }) => explainDate(text),
    convert_pasted: ({ html }) => pastedMarkdown(html),
    save_note: ({ key, note, markdown }) => {
      const { row } = known(key);
      const old = casebook.notes.find(({ id }) => id === note);
      noteCount += 1;
      const saved: NoteView = {
        id: old?.id ?? `note-${noteCount}`,
        event_key: key,
        event_id: row.id,
        event_title: row.title,
        event_date_words: row.date_words,
        event_earliest: row.earliest,
        markdown,
        blocks: parseMarkdown(markdown),
        created: old?.created ?? NOW,
        modified: NOW,
      };
      const notes = old
        ? casebook.notes.map((n) => (n.id === old.id ? saved : n))
        : [...casebook.notes, saved];
      return { note: saved, summary: edit(`Note on ${row.title}`, notes) };
    },
    delete_note: ({ note }) => {
      const old = casebook.notes.find(({ id }) => id === note);
      const words = `Deleted note on ${old?.event_title}`;
      const notes = casebook.notes.filter(({ id }) => id !== note);
      return { done: words, summary: edit(words, notes) };
    },
    count_findings: ({ known_on }) => findings.counts(knownTo(known_on)),
    list_findings: ({ query, known_on, offset, limit }) =>
      findings.page(query, knownTo(known_on), offset, limit),
    accept_finding: ({ finding, reason }) => {
      const words = "Acceptance of a finding";
      const accepted = findings.accepting(finding, { reason, author: "A. Reader", at: NOW });
      return { done: words, summary: edit(words, casebook.notes, accepted) };
    },
    withdraw_acceptance: ({ finding }) => {
      const words = "Withdrawal of an acceptance";
      const accepted = findings.withdrawing(finding);
      return { done: words, summary: edit(words, casebook.notes, accepted) };
    },
    event_form: ({ target }) => formOf(casebook, target),
    check_event: ({ draft }) => problemsOf(draft),
    save_event: ({ target, draft }) => {
      const problems = problemsOf(draft);
      if (problems.length > 0) return { became: "refused", problems };
      const done = `${target.of === "event" ? "Change of" : "Event"} “${draft.title}”`;
      edit(done, casebook.notes);
      const key = putEvent(casebook, target, draft);
      return { became: "saved", key, done, summary: summary() };
    },
    preview_change: ({ keys, change }) => previewChange(casebook, keys, change),
    change_events: ({ keys, change }) => {
      const words = `Change of ${keys.length} events`;
      edit(words, casebook.notes);
      changeEvents(casebook, keys, change);
      return { done: words, summary: summary() };
    },
    preview_deletion: ({ keys }) => previewDeletion(casebook, keys),
    delete_events: ({ keys }) => {
      const one = keys.length === 1 ? `“${known(keys[0] ?? 0).row.title}”` : null;
      const words = `Deletion of ${one ?? `${keys.length} events`}`;
      edit(words, casebook.notes);
      deleteEvents(casebook, keys);
      return { done: words, summary: summary() };
    },
    preview_merge: ({ keep, other }) => previewMerge(casebook, keep, other),
    merge_events: ({ choice }) => {
      const titles = [choice.other, choice.keep].map((key) => `“${known(key).row.title}”`);
      const done = `Merging of ${titles.join(" into ")}`;
      edit(done, casebook.notes);
      mergeEvents(casebook, choice);
      return { became: "saved", key: choice.keep, done, summary: summary() };
    },
    preview_move: ({ key, part, by }) => previewMove(casebook, key, part, by),
    move_event: ({ key, part, by }) => {
      const { words, date } = previewMove(casebook, key, part, by);
      const done = `New date of “${known(key).row.title}”: ${words}`;
      edit(done, casebook.notes);
      moveEvent(casebook, key, date);
      return { done, summary: summary() };
    },
    read_entry: ({ line, choice }) => readEntry(casebook, line, choice),
    add_entry: ({ line, choice }) => {
      const reading = readEntry(casebook, line, choice);
      if (reading.problem !== null) {
        const problems = [{ field: "entry", message: reading.problem }];
        return { became: "refused", problems };
      }
      const done = `Event “${reading.title}”`;
      edit(done, casebook.notes);
      const key = addEntry(casebook, reading);
      return { became: "saved", key, done, summary: summary() };
    },
    list_records: ({ query, offset, limit }) => records.list(query, offset, limit),
    record_position: ({ query, id }) => records.position(query, id),
    get_record: ({ kind, id }) => records.get(kind, id),
    get_record_uses: ({ kind, id }) => records.uses(kind, id),
    list_roles: () => records.roles(),
    put_record: ({ of, record }) =>
      change(() => {
        const created = of === null;
        const id = created ? records.put(null, record) : records.change(of, record);
        const words = `${created ? "New" : "Change of the"} ${record.kind} “${id}”`;
        return { words, did: { id, created, changed: true } };
      }),
    remove_record: ({ kind, id }) =>
      change(() => {
        const { name, events } = records.remove(kind, id);
        return {
          words: `Deletion of the ${kind} “${name}”`,
          did: { id, name, events, others: 0 },
        };
      }),
    merge_records: ({ kind, from, into }) =>
      change(() => {
        const { name, events } = records.merge(kind, from, into);
        const words = `Merging into the ${kind} “${name}”`;
        return { words, did: { id: into, name, events, others: 0 } };
      }),
    move_record: ({ kind, id, before }) =>
      change(() => ({ words: `Move of the ${kind}`, did: records.move(kind, id, before) })),
    change_event_part: ({ event, old, new: fresh }) =>
      change(() => {
        records.part(event, old, fresh);
        return { words: `Change of ${event}`, did: { id: event, changed: true } };
      }),
    undo: () => swap(done, undone, "Undid"),
    redo: () => swap(undone, done, "Redid"),
    list_history: ({ query, limit }) => history.page(query, limit),
    get_history_entry: ({ entry }) => {
      const found = history.entry(entry);
      if (found) return found;
      throw refusal("no-such", "There is no such change.", null);
    },
    preview_go_back: ({ entry }) => history.goingBack(entry),
    go_back: ({ entry: point }) => {
      const words = `Return to how it was after: ${history.entry(point)?.title}`;
      return { done: words, summary: edit(words, []) };
    },
    take_over: () => {
      trouble = "none";
      return summary();
    },
    rescue_casebook: () => {
      trouble = "none";
      return summary();
    },
    list_backups: () => backupsOf("Microsoft Ireland", summary().counts),
    compare_backup: () => history.goingBack(history.newest - 3),
    restore_backup: () => ({
      path: "/home/reader/Documents/Microsoft Ireland (restored).casebook",
      bytes: 1_230_000,
      counts: summary().counts,
    }),
    recover_casebook: () => recovered(summary().counts),
    open_made: () => (open ? null : openWith(false)),
    export_casebook: ({ format, options }) => ({
      path: `/home/reader/Documents/Microsoft Ireland.${format}`,
      format,
      bytes: 123456,
      events: pass(casebook, { ...ALL, ...options?.clocks }).length,
      losses: LOSSES[format] ?? [],
    }),
    preview_import: () => ({
      path: "/home/reader/Documents/letters.csv",
      dry_run: true,
      created: 12,
      updated: 3,
      unchanged: 1,
      ignored_columns: ["colour"],
      rejected: [
        { line: 7, reason: "“31 June 2014” is no date: June has 30 days." },
        { line: 12, reason: "The title is empty." },
      ],
    }),
    import_file: ({ path }) => ({
      report: {
        path,
        dry_run: false,
        created: 12,
        updated: 3,
        unchanged: 1,
        ignored_columns: [],
        rejected: [],
      },
      summary: edit("Import of letters.csv", casebook.notes),
    }),
    open_source: () => null,
    close_window: () => null,
  };

  const answer: Transport["call"] = async (name, args) => {
    await new Promise((resolve) => setTimeout(resolve, options.delay ?? 4));
    if (options.refused?.includes(name)) {
      throw refusal("disk-full", "There is no space left.", "Make space, and try again.");
    }
    const given = await globalThis.answerForFake?.(name, args);
    if (given !== undefined) return given as never;
    const result = handlers[name](args);
    return options.isHostile ? hostile(result) : result;
  };

  const calls = { begun: 0, open: 0 };
  globalThis.fakeCalls = calls;
  return {
    async call(name, args) {
      calls.begun += 1;
      calls.open += 1;
      try {
        return await answer(name, args);
      } finally {
        calls.open -= 1;
      }
    },
    onCasebookChanged: () => () => {},
    onTrouble: (listener) => {
      if (trouble === "gone") {
        listener(refusal("gone", "The file was moved, deleted or replaced.", null));
      }
      return () => {};
    },
    onBackupFailed: (listener) => {
      if (trouble === "backup") {
        listener(refusal("disk-full", "There is no space left for the backups", null));
      }
      return () => {};
    },
    onClosing: () => () => {},
    onMenu: () => () => {},
  };
}

const refusal = (code: string, message: string, hint: string | null): CommandError => ({
  code,
  message,
  hint,
});

function pass(casebook: FakeCasebook, filter: Filter): FakeEvent[] {
  const bound = (text: string | null, end: "first" | "last"): Day | null => {
    if (!text) return null;
    const date = readDate(text);
    if (!date) throw refusal("invalid-date", `“${text}” is no date.`, "Try 2014-07 or 2014.");
    return date[end];
  };
  const from = bound(filter.from, "first");
  const to = bound(filter.to, "last");
  const words = filter.search?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
  const asOf = bound(filter.as_of, "last");
  const knownOn = bound(filter.known_on, "last");
  const fits =
    filter.span === "certainly"
      ? (date: FakeDate) =>
          (from === null || (date.first !== null && date.first >= from)) &&
          (to === null || (date.last !== null && date.last <= to))
      : (date: FakeDate) => overlaps(date, from, to);
  return casebook.events.filter(({ row, source, date }) => {
    const haystack = `${row.title} ${source.summary}`.toLowerCase();
    return (
      (filter.lanes?.includes(row.lane) ?? true) &&
      !filter.hidden_lanes?.includes(row.lane) &&
      (filter.kinds?.includes(row.kind) ?? true) &&
      (!filter.actors || source.actors.some(({ id }) => filter.actors?.includes(id))) &&
      (!filter.principles || source.principles.some((id) => filter.principles?.includes(id))) &&
      words.every((word) => haystack.includes(word)) &&
      (asOf === null || (date.first ?? asOf) <= asOf) &&
      (knownOn === null || (row.public_first ?? knownOn) <= knownOn) &&
      fits(date)
    );
  });
}

/** The events of a listing, by their place in it. */
interface FakeList {
  readonly total: number;
  readonly row: (place: number) => EventRow;
  readonly position: (key: number) => number | null;
}

function listOf(casebook: FakeCasebook, { filter, sort, descending }: Listing): FakeList {
  // How a span is read asks for nothing while there is none.
  const { span: _, ...parts } = filter;
  const isWhole = Object.values(parts).every((part) => part === null);
  if (casebook.many && isWhole) return casebook.many.list(sort, descending);
  const events = pass(casebook, filter).sort((a, b) => compare(a, b, sort));
  if (descending) events.reverse();
  const rows = events.map((event) => casebook.row(event));
  return {
    total: rows.length,
    row: (place) => {
      const row = rows[place];
      if (!row) throw new Error(`The fake has no row ${place}`);
      return row;
    },
    position: (key) => {
      const place = rows.findIndex((row) => row.key === key);
      return place < 0 ? null : place;
    },
  };
}

const rowsOf = (list: FakeList, ranges: readonly RowRange[]): EventRow[] =>
  ranges.flatMap(({ first, last }) =>
    Array.from({ length: last - first + 1 }, (_, i) => list.row(first + i)),
  );

const textOf = (row: EventRow, column: SortBy): string =>
  ({
    date: "",
    title: row.title,
    kind: row.kind,
    lane: row.lane_name,
    court: row.court ?? "",
    proceeding: row.proceeding ?? "",
    docket: row.docket ?? "",
    confidence: row.confidence ?? "",
    notes: String(row.notes || ""),
    disputed: row.disputed ? "disputed" : "",
  })[column];

const compare = (a: FakeEvent, b: FakeEvent, sort: SortBy): number =>
  textOf(a.row, sort).localeCompare(textOf(b.row, sort)) ||
  (a.date.first ?? 0) - (b.date.first ?? 0);

const sourceTitle = (casebook: FakeCasebook, id: string): string =>
  casebook.sources.find((source) => source.id === id)?.title ?? id;

function hit({ row, source }: FakeEvent, search: string): SearchHit {
  const word = search.trim().toLowerCase();
  const inTitle = row.title.toLowerCase().includes(word);
  const text = inTitle ? row.title : source.summary;
  const at = text.toLowerCase().indexOf(word);
  const excerpt =
    at < 0
      ? [{ text, found: false }]
      : [
          { text: text.slice(Math.max(0, at - 40), at), found: false },
          { text: text.slice(at, at + word.length), found: true },
          { text: text.slice(at + word.length, at + word.length + 60), found: false },
        ];
  const { key, id, title, date_words, colour } = row;
  return { key, id, title, date_words, colour, field: inTitle ? "title" : "summary", excerpt };
}

function detail(
  casebook: FakeCasebook,
  event: FakeEvent,
  isKnown: (key: number) => boolean,
): EventDetail {
  const { source } = event;
  const dispute = casebook.disputes.find((entry) => entry.event === source.id);
  return {
    ...casebook.row(event),
    precision: source.precision,
    certainty: source.certainty,
    stated_date: null,
    stated_end: null,
    refined_date: source.refined_date && {
      ...source.refined_date,
      words: readDate(source.refined_date.value)?.words ?? source.refined_date.value,
    },
    date_note: source.date_note,
    public_from_words: null,
    filed: null,
    filed_words: null,
    entered: null,
    entered_words: null,
    summary: source.summary,
    main_case: source.main_case,
    judges: source.judges.map((id) => ({ id, name: casebook.actors.get(id)?.name ?? id })),
    citations: source.citations,
    actors: source.actors.map(({ id, role }) => {
      const actor = casebook.actors.get(id);
      return {
        id,
        role,
        name: actor?.name ?? id,
        actor_type: actor?.type ?? "",
        affiliation: actor?.affiliation ?? null,
      };
    }),
    jurisdictions: source.jurisdictions,
    principles: source.principles.map((id) => ({
      id,
      name: casebook.principles.find((principle) => principle.id === id)?.name ?? id,
    })),
    places: source.places.flatMap((id) => casebook.places.get(id) ?? []),
    sources: source.sources.flatMap(({ source: id, supports }) => {
      const found = casebook.sources.find((candidate) => candidate.id === id);
      if (!found) return [];
      const { title, publisher, date, url, read, read_scope, note } = found;
      const scope = { read_scope: read_scope ?? null, note: note ?? null };
      const date_words = date && (readDate(date)?.words ?? date);
      return [{ id, title, publisher, date, date_words, url, supports, read, ...scope }];
    }),
    from_knowledge: source.from_knowledge,
    outgoing: casebook.relationsOf(source.id, "from").filter((r) => isKnown(r.other_key)),
    incoming: casebook.relationsOf(source.id, "to").filter((r) => isKnown(r.other_key)),
    dispute: dispute
      ? {
          chosen_words: readDate(dispute.chosen)?.words ?? dispute.chosen,
          reason: dispute.reason,
          others: dispute.others.map((other) => ({
            value: other.value,
            words: readDate(other.value)?.words ?? other.value,
            source: other.source
              ? { id: other.source, name: sourceTitle(casebook, other.source) }
              : null,
            what: other.what ?? null,
          })),
        }
      : null,
    event_notes: casebook.notes.filter(({ event_key }) => event_key === event.row.key),
  };
}
