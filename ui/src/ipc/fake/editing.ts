import type { EventDraft, EventForm, EventTarget, FieldProblem } from "../generated/bindings";
import type { CaseEvent, FakeCasebook, FakeEvent } from "./casebook";
import { iso, readDate } from "./dates";
import { explainDate } from "./standing";

const KINDS =
  "warrant order ruling contempt opinion statute regulation agreement bill petition appeal motion filing argument letter statement disclosure other".split(
    " ",
  );

const BLANK: EventDraft = {
  id: "",
  title: "",
  short_title: "",
  date: "",
  stated_date: "",
  stated_end: "",
  refined_date: "",
  refined_confidence: "",
  date_note: "",
  public_from: "",
  filed: "",
  entered: "",
  summary: "",
  kind: "",
  lane: "",
  court: "",
  proceeding: "",
  main_case: false,
  docket: "",
  docket_sequence: "",
  confidence: "",
  citations: [],
  jurisdictions: [],
  principles: [],
  from_knowledge: [],
};

/** What stands in the form of an event. */
export function draftOf(casebook: FakeCasebook, target: EventTarget): EventDraft {
  const event = target.of === "new" ? undefined : casebook.event(target.key);
  if (!event) return BLANK;
  const { row, source } = event;
  return {
    ...BLANK,
    id: target.of === "copy" ? "" : row.id,
    title: row.title,
    short_title: row.short_title ?? "",
    date: row.date,
    date_note: source.date_note ?? "",
    summary: source.summary,
    kind: row.kind,
    lane: row.lane_name,
    court: row.court ?? "",
    proceeding: row.proceeding ?? "",
    main_case: source.main_case,
    docket: row.docket ?? "",
    confidence: row.confidence ?? "",
    citations: source.citations.map(({ text, confidence }) => ({
      text,
      confidence: confidence ?? "",
    })),
    jurisdictions: source.jurisdictions,
    principles: source.principles,
    from_knowledge: source.from_knowledge,
  };
}

export function formOf(casebook: FakeCasebook, target: EventTarget): EventForm {
  const named = (names: readonly (string | null)[]) =>
    [...new Set(names)]
      .filter((name) => name !== null)
      .sort()
      .map((name) => ({ id: name, name }));
  return {
    draft: draftOf(casebook, target),
    choices: {
      kinds: KINDS,
      confidences: ["confirmed", "known"],
      lanes: casebook.lanes.map(({ id, name }) => ({ id, name })),
      courts: named(casebook.events.map(({ row }) => row.court)),
      proceedings: named(casebook.events.map(({ row }) => row.proceeding)),
      principles: casebook.principles.map(({ id, name }) => ({ id, name })),
    },
  };
}

export function problemsOf(draft: EventDraft): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const field of ["title", "date", "kind", "lane"] as const) {
    if (draft[field].trim() === "")
      problems.push({ field, message: `${field} cannot be left blank` });
  }
  for (const field of ["date", "filed", "entered", "public_from"] as const) {
    const text = draft[field].trim();
    if (text !== "" && !explainDate(text).valid)
      problems.push({ field, message: `“${text}” is not a date` });
  }
  return problems;
}

/** Puts an event into the casebook as its form says; answers its key. */
export function putEvent(
  casebook: FakeCasebook,
  target: EventTarget,
  draft: EventDraft,
): number {
  const old = target.of === "new" ? undefined : casebook.event(target.key);
  const isNew = target.of !== "event";
  const key = isNew
    ? Math.max(0, ...casebook.events.map(({ row }) => row.key)) + 1
    : target.key;
  const lane = ensureLane(casebook, draft.lane.trim());
  const edtf = explainDate(draft.date).edtf ?? draft.date;
  const date = readDate(edtf);
  if (!date) throw new Error(`The fake casebook cannot read the date ${edtf}`);
  const id = draft.id.trim() || `event-${key}`;
  const source: CaseEvent = {
    ...(old?.source ?? EMPTY),
    id,
    edtf,
    title: draft.title.trim(),
    summary: draft.summary.trim(),
    kind: draft.kind,
    track: lane.id,
    main_case: draft.main_case,
    stage: draft.proceeding.trim() || null,
    court: draft.court.trim() || null,
    docket: draft.docket.trim() || null,
    citations: draft.citations
      .filter(({ text }) => text.trim() !== "")
      .map(({ text, confidence }) => ({ text: text.trim(), confidence: confidence || null })),
    jurisdictions: draft.jurisdictions.filter((text) => text.trim() !== ""),
    principles: draft.principles,
    confidence: draft.confidence || null,
    date_note: draft.date_note.trim() || null,
    from_knowledge: draft.from_knowledge.filter((text) => text.trim() !== ""),
  };
  const event: FakeEvent = {
    source,
    date,
    row: {
      key,
      id,
      date: edtf,
      date_words: date.words,
      earliest: iso(date.first),
      latest: iso(date.last),
      title: source.title,
      short_title: draft.short_title.trim() || null,
      kind: draft.kind,
      lane: lane.id,
      lane_name: lane.name,
      colour: lane.colour,
      court: source.court,
      proceeding: source.stage,
      docket: source.docket,
      confidence: source.confidence,
      notes: 0,
      disputed: !isNew && (old?.row.disputed ?? false),
      public_from: null,
      public_first: date.first,
    },
  };
  casebook.put([event]);
  return key;
}

function ensureLane(casebook: FakeCasebook, name: string) {
  const known = casebook.lanes.find((lane) => lane.name === name || lane.id === name);
  if (known) return known;
  const made = { id: name, name, colour: casebook.lanes.length % 6 };
  casebook.lanes = [...casebook.lanes, made];
  return made;
}

const EMPTY: CaseEvent = {
  id: "",
  edtf: "",
  precision: "day",
  certainty: "certain",
  date: "",
  end_date: null,
  refined_date: null,
  title: "",
  summary: "",
  kind: "other",
  track: "",
  main_case: false,
  stage: null,
  court: null,
  judges: [],
  actors: [],
  jurisdictions: [],
  docket: null,
  citations: [],
  principles: [],
  places: [],
  sources: [],
  confidence: null,
  date_note: null,
  from_knowledge: [],
};
