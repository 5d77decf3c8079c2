import { type Day, day } from "../../base/units";
import type {
  ActArrow,
  Procedure,
  ProcedureEventView,
  ProcedureScene,
  ProcedureScope,
  ProcedureView,
  ScopeChoice,
  Storey,
} from "../generated/bindings";
import type { FakeCasebook, FakeEvent } from "./casebook";
import { shapeOf } from "./layout";
import { ACTS, livesOf } from "./standing";

interface Act {
  readonly id: string;
  readonly type: string;
  readonly part: string | undefined;
  readonly from: FakeEvent;
  readonly to: FakeEvent;
}

/** The acts of the sample, in its main case or in all of it. */
export function procedureOf(
  casebook: FakeCasebook,
  shown: readonly FakeEvent[],
  knownOn: string | null,
  asked: ProcedureScope | null,
): Procedure {
  const all = casebook.relations.flatMap(({ id, type, part, from, to }): Act[] => {
    const ends = [from, to].map((name) => shown.find(({ row }) => row.id === name));
    const [by, on] = ends;
    return ACTS.has(type) && by && on ? [{ id, type, part, from: by, to: on }] : [];
  });
  const main = all.filter(({ from, to }) => from.source.main_case || to.source.main_case);
  const key = main[0]?.to.row.key;
  const matter: ProcedureScope | null = key === undefined ? null : { kind: "matter", key };
  const scopes: ScopeChoice[] =
    matter === null
      ? []
      : [
          { scope: matter, name: "Warrant issued", ...membersOf(main) },
          { scope: { kind: "all" }, name: "", ...membersOf(all), keys: [] },
        ];
  const scope = asked?.kind === "all" && matter ? asked : matter;
  const acts = (scope?.kind === "all" ? all : main).sort(
    (a, b) => (a.from.date.last ?? 0) - (b.from.date.last ?? 0),
  );
  const keys = new Set(membersOf(acts).keys);
  const events = shown.filter(({ row }) => keys.has(row.key));
  return {
    scope,
    scopes,
    events: events.map(
      ({ row, date, source }): ProcedureEventView => ({
        key: row.key,
        title: row.title,
        short_title: row.short_title,
        date_words: row.date_words,
        kind: row.kind,
        court: row.court,
        docket: source.docket,
        colour: row.colour,
        first: date.first,
        last: date.last,
      }),
    ),
    acts: acts.map(({ id, type, part, from, to }) => ({
      id,
      relation: type,
      from: from.row.key,
      to: to.row.key,
      part: part ?? null,
      effective_words: from.row.date_words,
      effective: from.date.last,
      by: from.source.judges.map((judge) => casebook.actors.get(judge)?.name ?? judge),
      sources: from.source.sources.map(({ source }) => source),
    })),
    lives: livesOf(casebook, knownOn).filter((life) => keys.has(life.key)),
  };
}

const membersOf = (acts: readonly Act[]): { events: number; keys: number[] } => {
  const keys = [...new Set(acts.flatMap(({ from, to }) => [from.row.key, to.row.key]))];
  return { events: keys.length, keys };
};

const EDGE = 28;
const ROW = 34;
const LABEL = 180;
const GAP = 12;

/** A rough plan: rows filled from the top, arrows straight, their words nowhere. */
export function scenePlan(procedure: Procedure, view: ProcedureView): ProcedureScene {
  const at = ({ first, last }: ProcedureEventView): Day => day(first ?? last ?? 0);
  const days = procedure.events.map(at);
  const first = Math.min(...days);
  const length = Math.max(...days) - first;
  const fitting = Math.max(length, 1) / Math.max(view.width - 2 * EDGE - GAP - LABEL, 100);
  const days_per_px = view.days_per_px ?? fitting;
  const x = (value: number): number => EDGE + (value - first) / days_per_px;
  const courts = [...new Set(procedure.events.map(({ court }) => court))].reverse();
  const storeys: Storey[] = [];
  const places = new Map<number, { x: number; y: number; event: ProcedureEventView }>();
  let top = 0;
  for (const name of courts) {
    const rows: number[] = [];
    for (const event of procedure.events.filter(({ court }) => court === name)) {
      const left = x(at(event));
      const free = rows.findIndex((end) => end < left);
      const row = free < 0 ? rows.push(0) - 1 : free;
      rows[row] = left + GAP + LABEL + 16;
      places.set(event.key, { x: left, y: top + row * ROW + ROW / 2, event });
    }
    storeys.push({ name, y: top, height: rows.length * ROW });
    top += rows.length * ROW;
  }
  const nodes = [...places.entries()];
  return {
    origin: first - EDGE * days_per_px,
    days_per_px,
    width: x(first + length) + GAP + LABEL + EDGE,
    height: top,
    storeys,
    nodes: {
      key: nodes.map(([key]) => key),
      shape: nodes.map(([, { event }]) => shapeOf(event.kind)),
      x0: nodes.map(([, place]) => place.x),
      x1: nodes.map(([, place]) => place.x),
      y: nodes.map(([, { y }]) => y),
      title: nodes.map(([, { event }]) => event.title.slice(0, 24)),
      date: nodes.map(([, { event }]) => event.date_words),
      width: nodes.map(() => LABEL),
      more: nodes.map(() => 0),
    },
    counts: { x: [], y: [], width: [], count: [], more: [], first: [], last: [] },
    arrows: procedure.acts.flatMap(({ from, to }, act): ActArrow[] => {
      const start = places.get(from);
      const end = places.get(to);
      if (!start || !end) return [];
      const points: [number, number][] = [0, 1 / 3, 2 / 3, 1].map((t) => [
        start.x + (end.x - start.x) * t,
        start.y + (end.y - start.y) * t,
      ]);
      return [{ act, points, label_x: 0, label_y: 0, label_width: 0 }];
    }),
  };
}
