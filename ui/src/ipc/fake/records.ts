import type { CommandError } from "../commands";
import type {
  Record as CaseRecord,
  Choice,
  EventPart,
  EventRow,
  NamedRef,
  RecordBefore,
  RecordKind,
  RecordPage,
  RecordQuery,
  RecordRow,
  RecordUses,
  RecordView,
  SharedKind,
} from "../generated/bindings";
import type { CaseActor, CaseEvent, CaseSource, FakeCasebook, FakeEvent } from "./casebook";
import { readDate } from "./dates";
import { putIn, renamed, takeOut, without } from "./record_lists";

const refusal = (code: string, message: string, field?: string): CommandError => ({
  code,
  message,
  hint: null,
  ...(field === undefined ? {} : { field }),
});

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

type Content = Pick<
  FakeCasebook,
  "lanes" | "events" | "relations" | "sources" | "principles" | "actors" | "places" | "disputes"
>;

/** What people can do with the records of the fake casebook; taken back as a whole. */
export class FakeRecords {
  readonly #casebook: FakeCasebook;
  /** How many sources it has besides the sample's, to see that a list holds. */
  readonly #more: number;
  #courts: NamedRef[];
  #proceedings: NamedRef[];

  constructor(casebook: FakeCasebook, more = 0) {
    this.#casebook = casebook;
    this.#more = more;
    const named = (names: (string | null)[]): NamedRef[] =>
      [...new Set(names)].filter((n) => n !== null).map((name) => ({ id: name, name }));
    this.#courts = named(casebook.events.map(({ row }) => row.court));
    this.#proceedings = named(casebook.events.map(({ row }) => row.proceeding));
  }

  get content() {
    const { lanes, events, relations, sources, principles, actors, places, disputes } =
      this.#casebook;
    const shared: Content = {
      lanes,
      events,
      relations,
      sources,
      principles,
      actors,
      places,
      disputes,
    };
    return { shared, courts: this.#courts, proceedings: this.#proceedings };
  }

  restore({ shared, courts, proceedings }: FakeRecords["content"]): void {
    Object.assign(this.#casebook, shared);
    this.#courts = courts;
    this.#proceedings = proceedings;
  }

  list({ kind, find }: RecordQuery, offset: number, limit: number): RecordPage {
    const words = find.toLowerCase().split(/\s+/).filter(Boolean);
    const found = this.#all(kind).filter(({ name, detail, id }) => {
      const text = `${name} ${detail ?? ""} ${id}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    const more = kind === "source" && words.length === 0 ? this.#more : 0;
    const made = Array.from(
      {
        length: Math.max(
          0,
          Math.min(offset + limit, found.length + more) - Math.max(offset, found.length),
        ),
      },
      (_, i): RecordRow => {
        const number = Math.max(offset, found.length) + i;
        const name = `Exhibit ${number} of the joint appendix`;
        return {
          id: `exhibit-${number}`,
          name,
          detail: null,
          colour: null,
          events: 0,
          others: 0,
        };
      },
    );
    const rows = [
      ...found.slice(offset, offset + limit).map((row) => this.#counted(kind, row)),
      ...made,
    ];
    return { total: found.length + more, offset, rows };
  }

  position(query: RecordQuery, id: string): number | null {
    const place = this.list(query, 0, 1000).rows.findIndex((row) => row.id === id);
    return place < 0 ? null : place;
  }

  uses(kind: SharedKind, id: string): RecordUses {
    const row = this.#counted(kind, this.#row(kind, id));
    const first = this.#users(kind, id).map((event) => this.#casebook.row(event));
    return {
      ...row,
      first: first.slice(0, 50),
      deletable: kind !== "lane" || row.events === 0,
    };
  }

  get(kind: RecordKind, id: string): RecordView {
    const record = this.#form(kind, id);
    const ids: [SharedKind, string][] =
      record.kind === "principle" || record.kind === "actor"
        ? (record.kind === "actor" ? record.member_sources : record.sources).map((source) => [
            "source",
            source,
          ])
        : record.kind === "disputed-date"
          ? record.others.flatMap(({ source }) => (source ? [["source", source]] : []))
          : [];
    return {
      record,
      names: ids.map(([of, ref]) => ({ id: ref, name: this.#row(of, ref).name })),
    };
  }

  /** Writes what a form changed of a record as it is now; answers its identifier. */
  change({ id, record: before }: RecordBefore, record: CaseRecord): string {
    const then = Object.entries(before);
    const written = Object.entries(record).filter(([name, value]) =>
      then.some(([known, old]) => known === name && !isSame(old, value)),
    );
    const present = this.#form(record.kind, id);
    return this.put(id, { ...present, ...Object.fromEntries(written) } as CaseRecord);
  }

  /** Makes or changes a record; answers its identifier. */
  put(of: string | null, record: CaseRecord): string {
    const book = this.#casebook;
    const blank = (text: string): string | null => text.trim() || null;
    if (record.kind === "relation") {
      for (const end of ["from", "to"] as const) {
        if (!book.eventById(record[end]))
          throw refusal(
            "no-such",
            record[end] ? "There is no such event" : `The ${end} is empty`,
            end,
          );
      }
      if (record.from === record.to)
        throw refusal("bad-value", "An event cannot act on itself", "to");
      this.#date("effective", record.effective);
      const id = of ?? `${record.from}-${record.type}-${record.to}`;
      const { from, to, type } = record;
      const relation = {
        id,
        from,
        to,
        type,
        basis: blank(record.basis),
        note: blank(record.note),
        ...(record.part.trim() ? { part: record.part.trim() } : {}),
        ...(record.effective.trim() ? { effective: record.effective.trim() } : {}),
      };
      book.relations = replaced(book.relations, of, relation);
      return id;
    }
    if (record.kind === "disputed-date") {
      this.#date("chosen", record.chosen || "?");
      for (const { value } of record.others) this.#date("others", value || "?");
      if (!record.reason.trim()) throw refusal("bad-value", "The reason is empty", "reason");
      const others = record.others.map(({ value, source, what }) => ({
        value,
        source: blank(source),
        what: what.trim(),
      }));
      const { event, chosen, reason } = record;
      const rest = book.disputes.filter((dispute) => dispute.event !== event);
      book.disputes = [...rest, { event, chosen, reason, others }];
      this.#touch(event, (source) => source, { disputed: true });
      return event;
    }
    const name = (record.kind === "source" ? record.title : record.name).trim();
    const field = record.kind === "source" ? "title" : "name";
    if (!name) throw refusal("bad-value", `The ${field} is empty`, field);
    const id = record.id.trim() || of || slug(name);
    const isTaken = id !== of && this.#all(record.kind).some((row) => row.id === id);
    if (isTaken) throw refusal("taken", `There is already a ${record.kind} “${id}”`, "id");
    switch (record.kind) {
      case "lane": {
        const lanes = book.lanes.map((lane) => (lane.id === of ? { ...lane, id, name } : lane));
        this.#setLanes(of === null ? [...lanes, { id, name, colour: 0 }] : lanes, of, id);
        break;
      }
      case "court":
        this.#courts = replaced(this.#courts, of, { id, name });
        break;
      case "proceeding":
        this.#proceedings = replaced(this.#proceedings, of, { id, name });
        break;
      case "actor": {
        const { type, role, side, affiliation, confidence, note } = record;
        this.#date("joined", record.joined);
        const actors = [...book.actors.values()];
        const actor = {
          id,
          name,
          type: type || "other",
          role,
          side,
          affiliation,
          confidence,
          note,
          rgs_member: record.member.trim()
            ? {
                member: record.member.trim() === "yes",
                joined: blank(record.joined),
                basis: blank(record.member_basis),
                confidence: blank(record.member_confidence),
                sources: record.member_sources,
              }
            : null,
        };
        book.actors = byId(replaced(actors, of, actor));
        break;
      }
      case "place": {
        for (const of of ["lat", "lon"] as const) {
          if (record[of] && !Number.isFinite(Number(record[of])))
            throw refusal("bad-value", `${of} is in degrees, as in 53.34 or -6.26`, of);
        }
        const { country, role, precision, confidence } = record;
        const degrees = (text: string) => (text.trim() === "" ? null : Number(text));
        const place = {
          id,
          name,
          lat: degrees(record.lat),
          lon: degrees(record.lon),
          country: blank(country),
          role: blank(role),
          precision: blank(precision),
          confidence: blank(confidence),
        };
        book.places = byId(replaced([...book.places.values()], of, place));
        break;
      }
      case "principle": {
        const number = Number(record.number) || book.principles.length + 1;
        const { paraphrase, sources, confidence } = record;
        const principle = {
          id,
          number,
          name,
          paraphrase,
          sources,
          confidence: blank(confidence),
        };
        book.principles = replaced(book.principles, of, principle);
        break;
      }
      case "source": {
        const { publisher, date, url, read, read_url, read_scope, note } = record;
        const source: CaseSource = {
          id,
          title: name,
          publisher: blank(publisher),
          date: blank(date),
          url: blank(url),
          read,
          read_url: blank(read_url),
          read_scope: blank(read_scope),
          note: blank(note),
        };
        book.sources = replaced(book.sources, of, source);
        break;
      }
    }
    if (of !== null && of !== id && record.kind !== "lane") this.#rename(record.kind, of, id);
    return id;
  }

  /** Deletes a record with what names it; answers its name and how many events did. */
  remove(kind: RecordKind, id: string): { name: string; events: number } {
    const book = this.#casebook;
    if (kind === "relation") {
      book.relations = book.relations.filter((relation) => relation.id !== id);
      return { name: id, events: 2 };
    }
    if (kind === "disputed-date") {
      book.disputes = book.disputes.filter(({ event }) => event !== id);
      this.#touch(id, (source) => source, { disputed: false });
      return { name: id, events: 1 };
    }
    const { name } = this.#row(kind, id);
    const users = this.#users(kind, id);
    if (kind === "lane" && users.length > 0)
      throw refusal("bad-value", `The lane “${name}” has ${users.length} events.`);
    for (const { row } of users) this.#touch(row.id, (source) => without(source, kind, id));
    this.#drop(kind, id);
    return { name, events: users.length };
  }

  merge(kind: SharedKind, from: string, into: string): { name: string; events: number } {
    const { name } = this.#row(kind, into);
    const { length } = this.#users(kind, from);
    this.#rename(kind, from, into);
    this.#drop(kind, from);
    return { name, events: length };
  }

  move(kind: SharedKind, id: string, before: string | null): boolean {
    const order = <T extends { id: string }>(list: readonly T[]): T[] => {
      const moved = list.filter((one) => one.id === id);
      const rest = list.filter((one) => one.id !== id);
      const place = before === null ? -1 : rest.findIndex((one) => one.id === before);
      rest.splice(place < 0 ? rest.length : place, 0, ...moved);
      return rest;
    };
    if (kind === "proceeding") this.#proceedings = order(this.#proceedings);
    else this.#setLanes(order(this.#casebook.lanes), null, "");
    return true;
  }

  part(event: string, old: EventPart | null, fresh: EventPart | null): void {
    const made = fresh && this.#settled(fresh);
    const kept = old && this.#settled(old);
    this.#touch(event, (source) => {
      const place = kept ? takeOut(source, kept) : null;
      if (kept && place === null)
        throw refusal("bad-value", "This entry is not there any more");
      if (made && !putIn(source, made, place))
        throw refusal("bad-value", "This is there already");
      return source;
    });
  }

  roles(): string[] {
    const roles = this.#casebook.events.flatMap(({ source }) => source.actors);
    return [...new Set(roles.map(({ role }) => role))];
  }

  #all(kind: SharedKind): RecordRow[] {
    const book = this.#casebook;
    const row = (id: string, name: string, detail: string | null = null, colour?: number) => ({
      id,
      name,
      detail,
      colour: colour ?? null,
      events: 0,
      others: 0,
    });
    const isEmpty = book.events.length === 0 && book.lanes.length === 0;
    switch (kind) {
      case "lane":
        return book.lanes.map(({ id, name, colour }) => row(id, name, null, colour));
      case "court":
        return this.#courts.map(({ id, name }) => row(id, name));
      case "proceeding":
        return this.#proceedings.map(({ id, name }) => row(id, name));
      case "actor":
        if (isEmpty && book.actors.size > 90) return [];
        return sorted([...book.actors.values()].map((a) => row(a.id, a.name, a.type)));
      case "place":
        if (isEmpty && book.places.size > 10) return [];
        return sorted([...book.places.values()].map((p) => row(p.id, p.name, p.country)));
      case "principle":
        return book.principles.map(({ id, name, paraphrase }) => row(id, name, paraphrase));
      case "source":
        return sorted(
          book.sources.map(({ id, title, publisher, date }) =>
            row(id, title, [publisher, date].filter(Boolean).join(" · ")),
          ),
        );
    }
  }

  #row(kind: SharedKind, id: string): RecordRow {
    const row = this.#all(kind).find((one) => one.id === id);
    if (!row) throw refusal("no-such", `There is no ${kind} “${id}”`);
    return row;
  }

  #counted(kind: SharedKind, row: RecordRow): RecordRow {
    return { ...row, events: this.#users(kind, row.id).length };
  }

  #users(kind: SharedKind, id: string): FakeEvent[] {
    return this.#casebook.events.filter(({ row, source }) => {
      switch (kind) {
        case "lane":
          return row.lane === id;
        case "court":
          return row.court === id;
        case "proceeding":
          return row.proceeding === id;
        case "actor":
          return source.judges.includes(id) || source.actors.some((part) => part.id === id);
        case "place":
          return source.places.includes(id);
        case "principle":
          return source.principles.includes(id);
        default:
          return source.sources.some((use) => use.source === id);
      }
    });
  }

  #form(kind: RecordKind, id: string): CaseRecord {
    const book = this.#casebook;
    const missing = refusal("no-such", `There is no ${kind} “${id}”`);
    const of = <T>(found: T | undefined): T => {
      if (found === undefined) throw missing;
      return found;
    };
    switch (kind) {
      case "relation": {
        const r = of(book.relations.find((one) => one.id === id));
        const { from, to, type, part = "", effective = "" } = r;
        return {
          kind,
          id,
          from,
          to,
          type,
          part,
          effective,
          basis: r.basis ?? "",
          note: r.note ?? "",
        };
      }
      case "disputed-date": {
        const { event, chosen, reason, others } = of(
          book.disputes.find((one) => one.event === id),
        );
        return {
          kind,
          event,
          chosen,
          reason,
          others: others.map(({ value, source, what }) => ({
            value,
            source: source ?? "",
            what: what ?? "",
          })),
        };
      }
      case "actor": {
        const a = of(book.actors.get(id));
        return {
          kind,
          id,
          name: a.name,
          type: a.type,
          role: a.role ?? "",
          side: a.side ?? "",
          affiliation: a.affiliation ?? "",
          confidence: a.confidence ?? "",
          note: a.note ?? "",
          ...membershipForm(a),
        };
      }
      case "place": {
        const p = of(book.places.get(id));
        return {
          kind,
          id,
          name: p.name,
          lat: p.lat === null ? "" : String(p.lat),
          lon: p.lon === null ? "" : String(p.lon),
          country: p.country ?? "",
          role: p.role ?? "",
          precision: p.precision ?? "",
          confidence: p.confidence ?? "",
          fact_confidence: "",
        };
      }
      case "principle": {
        const p = of(book.principles.find((one) => one.id === id));
        return {
          kind,
          id,
          number: String(p.number),
          name: p.name,
          added: p.added ?? "",
          paraphrase: p.paraphrase,
          sources: p.sources,
          confidence: p.confidence ?? "",
          note: "",
        };
      }
      case "source": {
        const s = of(book.sources.find((one) => one.id === id));
        return {
          kind,
          id,
          title: s.title,
          publisher: s.publisher ?? "",
          date: s.date ?? "",
          url: s.url ?? "",
          read: s.read,
          read_url: s.read_url ?? "",
          read_scope: s.read_scope ?? "",
          note: s.note ?? "",
        };
      }
      case "proceeding":
        return {
          kind,
          id,
          name: this.#row(kind, id).name,
          docket: "",
          judges: [],
          start: "",
          end: "",
          outcome: "",
        };
      default:
        return { kind, id, name: this.#row(kind, id).name };
    }
  }

  #settled(part: EventPart): EventPart {
    const id = (kind: SharedKind, choice: Choice): Choice => {
      if ("id" in choice) {
        if (!choice.id) throw refusal("bad-value", `The ${kind} is empty`, kind);
        return choice;
      }
      if (!choice.name.trim()) throw refusal("bad-value", `The ${kind} is empty`, kind);
      const known = this.#all(kind).find(({ name }) => name === choice.name);
      return { id: known?.id ?? this.put(null, blankRecord(kind, choice.name)) };
    };
    switch (part.part) {
      case "person":
        if (!part.role.trim() && !part.judge)
          throw refusal("bad-value", "Say in which role", "role");
        return { ...part, actor: id("actor", part.actor) };
      case "principle":
        return { ...part, principle: id("principle", part.principle) };
      case "place":
        return { ...part, place: id("place", part.place) };
      case "source":
        return { ...part, source: id("source", part.source) };
      default:
        return part;
    }
  }

  #date(field: string, text: string): void {
    if (text.trim() && !readDate(text.trim()))
      throw refusal("bad-date", `“${text}” is not a date`, field);
  }

  #touch(
    id: string,
    change: (source: CaseEvent) => CaseEvent,
    row: Partial<EventRow> = {},
  ): void {
    this.#casebook.events = this.#casebook.events.map((event) =>
      event.row.id === id
        ? {
            ...event,
            row: { ...event.row, ...row },
            source: change(structuredClone(event.source)),
          }
        : event,
    );
  }

  #setLanes(lanes: FakeCasebook["lanes"], old: string | null, id: string): void {
    const book = this.#casebook;
    book.lanes = lanes.map((lane, place) => ({ ...lane, colour: place % 6 }));
    book.events = book.events.map((event) => {
      const own = event.row.lane === old ? id : event.row.lane;
      const lane = book.lanes.find((one) => one.id === own);
      if (!lane) return event;
      const row = { ...event.row, lane: own, lane_name: lane.name, colour: lane.colour };
      return { ...event, row };
    });
  }

  #rename(kind: SharedKind, from: string, to: string): void {
    for (const { row } of this.#users(kind, from)) {
      const changed =
        kind === "court" || kind === "proceeding" || kind === "lane" ? { [kind]: to } : {};
      this.#touch(row.id, (source) => renamed(source, kind, from, to), changed);
    }
    if (kind === "lane") this.#setLanes(this.#casebook.lanes, null, "");
  }

  #drop(kind: SharedKind, id: string): void {
    const book = this.#casebook;
    const rest = <T extends { id: string }>(list: Iterable<T>): T[] =>
      [...list].filter((one) => one.id !== id);
    if (kind === "lane") this.#setLanes(rest(book.lanes), null, "");
    else if (kind === "court") this.#courts = rest(this.#courts);
    else if (kind === "proceeding") this.#proceedings = rest(this.#proceedings);
    else if (kind === "actor") book.actors = byId(rest(book.actors.values()));
    else if (kind === "place") book.places = byId(rest(book.places.values()));
    else if (kind === "principle") book.principles = rest(book.principles);
    else book.sources = rest(book.sources);
  }
}

const slug = (name: string): string =>
  name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-") || "record";

const sorted = (rows: RecordRow[]): RecordRow[] =>
  rows.sort((a, b) => a.name.localeCompare(b.name));

const byId = <T extends { id: string }>(list: readonly T[]): Map<string, T> =>
  new Map(list.map((one) => [one.id, one]));

const replaced = <T extends { id: string }>(
  list: readonly T[],
  of: string | null,
  one: T,
): T[] => (of === null ? [...list, one] : list.map((known) => (known.id === of ? one : known)));

const membershipForm = ({ rgs_member: said }: Pick<CaseActor, "rgs_member">) => ({
  member: said ? (said.member ? "yes" : "no") : "",
  joined: said?.joined ?? "",
  member_basis: said?.basis ?? "",
  member_confidence: said?.confidence ?? "",
  member_sources: said?.sources ?? [],
});

function blankRecord(kind: SharedKind, name: string): CaseRecord {
  const place = { lat: "", lon: "", country: "", role: "", precision: "", confidence: "" };
  if (kind === "actor")
    return {
      kind,
      id: "",
      name,
      type: "other",
      role: "",
      side: "",
      affiliation: "",
      confidence: "",
      note: "",
      ...membershipForm({}),
    };
  if (kind === "place") return { kind, id: "", name, ...place, fact_confidence: "" };
  if (kind === "principle")
    return {
      kind,
      id: "",
      number: "",
      name,
      added: "",
      paraphrase: "",
      sources: [],
      confidence: "",
      note: "",
    };
  return {
    kind: "source",
    id: "",
    title: name,
    publisher: "",
    date: "",
    url: "",
    read: false,
    read_url: "",
    read_scope: "",
    note: "",
  };
}
