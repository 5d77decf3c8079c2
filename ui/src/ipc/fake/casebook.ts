import text from "@assets/sample/case.json?raw";
import { type Day, day } from "../../base/units";
import type {
  EventRow,
  Extent,
  NoteView,
  RelationView,
  SourceRow,
} from "../generated/bindings";
import { type FakeDate, iso, readDate } from "./dates";
import { ManyEvents } from "./many";

export interface CaseActor {
  id: string;
  name: string;
  type: string;
  affiliation: string | null;
  role?: string | null;
  side?: string | null;
  confidence?: string | null;
  note?: string | null;
  rgs_member?: {
    member: boolean;
    joined?: string | null;
    basis?: string | null;
    confidence?: string | null;
    sources?: string[];
  } | null;
}
export interface CasePrinciple {
  id: string;
  number: number;
  name: string;
  added?: string;
  paraphrase: string;
  sources: string[];
  confidence: string | null;
}
export interface CasePlace {
  id: string;
  name: string;
  lat: number | null;
  lon: number | null;
  country: string | null;
  role: string | null;
  precision: string | null;
  confidence: string | null;
}
export interface CaseSource {
  id: string;
  title: string;
  publisher: string | null;
  date: string | null;
  url: string | null;
  read: boolean;
  read_url?: string | null;
  read_scope?: string | null;
  note?: string | null;
}
export interface CaseEvent {
  id: string;
  edtf: string;
  precision: string;
  certainty: string;
  date: string;
  end_date: string | null;
  refined_date: { value: string; confidence: string } | null;
  title: string;
  summary: string;
  kind: string;
  track: string;
  main_case: boolean;
  stage: string | null;
  court: string | null;
  judges: string[];
  actors: { id: string; role: string }[];
  jurisdictions: string[];
  docket: string | null;
  citations: { text: string; confidence: string | null }[];
  principles: string[];
  places: string[];
  sources: { source: string; supports: string }[];
  confidence: string | null;
  date_note: string | null;
  from_knowledge: string[];
}
export interface CaseRelation {
  id: string;
  from: string;
  to: string;
  type: string;
  basis: string | null;
  note: string | null;
  part?: string;
  effective?: string;
}
interface CaseFile {
  meta: {
    title: string;
    compiled: string;
    method: string;
    confidence_values: Record<string, string>;
    field_notes: Record<string, string>;
  };
  events: CaseEvent[];
  actors: CaseActor[];
  places: CasePlace[];
  principles: CasePrinciple[];
  later_principles: CasePrinciple[];
  sources: CaseSource[];
  relations: CaseRelation[];
  disputed_dates: CaseDispute[];
}

export interface CaseDispute {
  event: string;
  chosen: string;
  reason: string;
  others: { value: string; source: string | null; what?: string }[];
}

const LANES: readonly (readonly [id: string, name: string])[] = [
  ["case-proceedings", "Case"],
  ["appeal", "Appeal"],
  ["legislation", "Legislation"],
  ["surveillance-reform", "Surveillance reform"],
  ["international", "International"],
  ["industry", "Industry"],
];

export interface FakeEvent {
  readonly row: EventRow;
  readonly source: CaseEvent;
  readonly date: FakeDate;
}

const inTime = (a: FakeEvent, b: FakeEvent): number =>
  (a.date.first ?? 0) - (b.date.first ?? 0) || a.row.key - b.row.key;

export type FakeContent = Pick<FakeCasebook, "notes" | "events" | "lanes">;

/** The sample, or nothing at all, held in memory. */
export class FakeCasebook {
  readonly file = JSON.parse(text) as CaseFile;
  lanes: readonly { id: string; name: string; colour: number }[];
  events: readonly FakeEvent[];
  relations: readonly CaseRelation[];
  sources: readonly CaseSource[];
  principles: readonly CasePrinciple[];
  actors: ReadonlyMap<string, CaseActor>;
  places: ReadonlyMap<string, CasePlace>;
  disputes: readonly CaseDispute[];
  /** The events of a large casebook, which are not held but made when they are asked for. */
  readonly many: ManyEvents | null;
  notes: NoteView[] = [];

  constructor(empty: boolean, count: number | null = null) {
    this.lanes = empty ? [] : LANES.map(([id, name], colour) => ({ id, name, colour }));
    this.relations = empty ? [] : this.file.relations;
    this.sources = empty ? [] : this.file.sources;
    this.principles = empty ? [] : [...this.file.principles, ...this.file.later_principles];
    this.actors = new Map(this.file.actors.map((actor) => [actor.id, actor]));
    this.places = new Map(this.file.places.map((place) => [place.id, place]));
    this.disputes = empty ? [] : this.file.disputed_dates;
    const disputed = new Set(this.disputes.map(({ event }) => event));
    this.events = (empty ? [] : this.file.events)
      .map((source, index): FakeEvent => {
        const date = readDate(source.edtf);
        if (!date) throw new Error(`The fake casebook cannot read the date ${source.edtf}`);
        const lane = this.lanes.find(({ id }) => id === source.track);
        const row: EventRow = {
          key: index + 1,
          id: source.id,
          date: source.edtf,
          date_words: date.words,
          earliest: iso(date.first),
          latest: iso(date.last),
          title: source.title,
          short_title: null,
          kind: source.kind,
          lane: source.track,
          lane_name: lane?.name ?? source.track,
          colour: lane?.colour ?? 0,
          court: source.court,
          proceeding: source.stage,
          docket: source.docket,
          confidence: source.confidence,
          notes: 0,
          disputed: disputed.has(source.id),
          public_from: null,
          public_first: date.first,
        };
        return { row, source, date };
      })
      .sort(inTime);
    this.many = count === null || empty ? null : new ManyEvents(count, this.events);
  }

  /** What an edit may change, to be taken back as a whole. */
  get content(): FakeContent {
    const { notes, events, lanes } = this;
    return { notes, events, lanes };
  }

  restore({ notes, events, lanes }: FakeContent): void {
    this.notes = notes;
    this.events = events;
    this.lanes = lanes;
  }

  /** Adds events, or puts them in the place of those with their keys. */
  put(events: readonly FakeEvent[]): void {
    const keys = new Set(events.map(({ row }) => row.key));
    const others = this.events.filter(({ row }) => !keys.has(row.key));
    this.events = [...others, ...events].sort(inTime);
  }

  get count(): number {
    return this.many?.total ?? this.events.length;
  }

  get extent(): Extent | null {
    const firsts = this.events.map(({ date }) => date.first ?? day(0));
    const lasts = this.events.map(({ date }) => date.last ?? day(0));
    if (firsts.length === 0) return null;
    return { first: Math.min(...firsts), last: Math.max(...lasts) };
  }

  event(key: number): FakeEvent | undefined {
    if (this.many) return this.many.event(key);
    return this.events.find(({ row }) => row.key === key);
  }

  eventById(id: string): FakeEvent | undefined {
    return this.events.find(({ row }) => row.id === id);
  }

  row(event: FakeEvent): EventRow {
    const notes = this.notes.filter(({ event_key }) => event_key === event.row.key).length;
    return { ...event.row, notes };
  }

  relationsOf(id: string, end: "from" | "to"): RelationView[] {
    const other = end === "from" ? "to" : "from";
    return this.relations
      .filter((relation) => relation[end] === id)
      .flatMap((relation): RelationView[] => {
        const target = this.eventById(relation[other]);
        if (!target) return [];
        return [
          {
            id: relation.id,
            relation: relation.type,
            other_key: target.row.key,
            other_id: target.row.id,
            other_title: target.row.title,
            other_date_words: target.row.date_words,
            other_earliest: target.row.earliest,
            part: relation.part ?? null,
            effective: relation.effective ?? null,
            basis: relation.basis,
            note: relation.note,
          },
        ];
      });
  }

  sourceRow(source: CaseSource): Omit<SourceRow, "uses"> {
    return {
      id: source.id,
      title: source.title,
      publisher: source.publisher,
      date: source.date,
      date_words: source.date && (readDate(source.date)?.words ?? source.date),
      url: source.url,
      read: source.read,
      read_url: source.read_url ?? null,
      read_scope: source.read_scope ?? null,
      note: source.note ?? null,
      supports: this.events.flatMap(({ row, source: event }) =>
        event.sources
          .filter((use) => use.source === source.id)
          .map((use) => ({
            event_key: row.key,
            event_title: row.title,
            event_date_words: row.date_words,
            event_earliest: row.earliest,
            supports: use.supports,
          })),
      ),
    };
  }
}

export const overlaps = (date: FakeDate, from: Day | null, to: Day | null): boolean =>
  (from === null || date.last === null || date.last >= from) &&
  (to === null || date.first === null || date.first <= to);
