import type {
  Arrangement,
  Filter,
  Footing,
  GroupBy,
  LaneFacet,
  Step,
} from "../generated/bindings";
import type { FakeCasebook, FakeEvent } from "./casebook";

export interface FakeLane extends LaneFacet {
  readonly shown: readonly FakeEvent[];
}

const WITHOUT = "";

const valuesOf = ({ row, source }: FakeEvent, by: GroupBy): readonly string[] => {
  switch (by) {
    case "lane":
      return [row.lane];
    case "kind":
      return [row.kind];
    case "court":
      return source.court ? [source.court] : [];
    case "jurisdiction":
      return source.jurisdictions;
    case "actor":
      return [...source.actors.map(({ id }) => id), ...source.judges];
    case "principle":
      return source.principles;
    case "source":
      return source.sources.map(({ source: id }) => id);
  }
};

const nameOf = (casebook: FakeCasebook, by: GroupBy, id: string): string => {
  if (by === "actor") return casebook.actors.get(id)?.name ?? id;
  if (by === "principle") return casebook.principles.find((p) => p.id === id)?.name ?? id;
  if (by === "source") return casebook.sources.find((s) => s.id === id)?.title ?? id;
  return id;
};

/** The lanes of a grouping, those of the most events first, with the events in each. */
export function lanesBy(
  casebook: FakeCasebook,
  events: readonly FakeEvent[],
  by: GroupBy,
): FakeLane[] {
  const groups = new Map<string, FakeEvent[]>();
  if (by === "lane") for (const lane of casebook.lanes) groups.set(lane.id, []);
  for (const event of events) {
    const values = valuesOf(event, by);
    for (const value of new Set(values.length > 0 ? values : [WITHOUT]))
      groups.set(value, [...(groups.get(value) ?? []), event]);
  }
  const lanes = [...groups];
  if (by !== "lane") {
    lanes.sort(
      ([a, of], [b, other]) =>
        Number(a === WITHOUT) - Number(b === WITHOUT) || other.length - of.length,
    );
  }
  const flat = lanes.map(([id, shown], index) => ({
    id,
    name: lanesName(casebook, by, id),
    colour: index % 6,
    events: shown.length,
    shown,
    is_parent: false,
    parent: null,
  }));
  return nested(flat, (id) => withinOf(casebook, by, id));
}

const withinOf = (casebook: FakeCasebook, by: GroupBy, id: string): string | null => {
  if (by === "source") return casebook.sources.find((s) => s.id === id)?.publisher ?? null;
  const actor = by === "actor" ? casebook.actors.get(id) : undefined;
  return actor?.affiliation ?? actor?.type ?? null;
};

/** Several lanes within the same stand under one for it, where the first of them was. */
function nested(lanes: readonly FakeLane[], within: (id: string) => string | null): FakeLane[] {
  const of = new Map<string | null, FakeLane[]>();
  for (const lane of lanes) {
    const name = within(lane.id);
    of.set(name, [...(of.get(name) ?? []), lane]);
  }
  return lanes.flatMap((lane) => {
    const name = within(lane.id);
    const siblings = of.get(name) ?? [];
    if (name === null || siblings.length < 2) return [lane];
    if (siblings[0] !== lane) return [];
    const id = `\u{1f}${name}`;
    const shown = [...new Set(siblings.flatMap((sibling) => sibling.shown))];
    return [
      { ...lane, id, name, shown, events: shown.length, is_parent: true },
      ...siblings.map((sibling) => ({ ...sibling, parent: id })),
    ];
  });
}

const lanesName = (casebook: FakeCasebook, by: GroupBy, id: string): string => {
  if (id === WITHOUT) return `No ${by}`;
  return (
    casebook.lanes.find((lane) => by === "lane" && lane.id === id)?.name ??
    nameOf(casebook, by, id)
  );
};

/** Those that are shown, in the reader's order. */
export function lanesShown(
  casebook: FakeCasebook,
  events: readonly FakeEvent[],
  filter: Filter,
  { by, order, hidden, rows }: Arrangement,
): FakeLane[] {
  const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  const isLeftIn = (id: string): boolean =>
    !hidden.includes(id) &&
    (by !== "lane" ||
      ((filter.lanes?.includes(id) ?? true) && !filter.hidden_lanes?.includes(id)));
  const isFolded = (id: string): boolean => rows[id] === 0;
  return lanesBy(casebook, events, by)
    .filter(
      ({ id, parent }) =>
        isLeftIn(id) && (parent === null || (isLeftIn(parent) && !isFolded(parent))),
    )
    .sort((a, b) => {
      const [top, other] = [a.parent ?? a.id, b.parent ?? b.id];
      if (top !== other) return place(top) - place(other);
      return Number(b.is_parent) - Number(a.is_parent) || place(a.id) - place(b.id);
    })
    .map((lane) => (lane.is_parent && !isFolded(lane.id) ? { ...lane, shown: [] } : lane));
}

/** Those of the events that some lane shows. */
export const inTime = (events: readonly FakeEvent[], lanes: readonly FakeLane[]): FakeEvent[] =>
  events.filter((event) => lanes.some(({ shown }) => shown.includes(event)));

export function stepFrom(
  events: readonly FakeEvent[],
  lanes: readonly FakeLane[],
  from: Footing | null,
  step: Step,
): Footing | null {
  const shown = inTime(events, lanes);
  const index = shown.findIndex(({ row }) => row.key === from?.key);
  const current = shown[index];
  const own = (event: FakeEvent) => lanes.filter((lane) => lane.shown.includes(event));
  const at = (i: number): Footing | null => {
    const event = shown.at(i);
    if (!event || i >= shown.length) return null;
    const lane = own(event).find(({ id }) => id === from?.lane) ?? own(event)[0];
    return { key: event.row.key, lane: lane?.id ?? null };
  };
  if (step === "last" || (!current && step === "previous")) return at(-1);
  if (step === "first" || !current) return at(0);
  if (step === "next") return at(index + 1);
  if (step === "previous") return index === 0 ? null : at(index - 1);
  const held = own(current).find(({ id }) => id === from?.lane) ?? own(current)[0];
  const place = held ? lanes.indexOf(held) : 0;
  const beyond =
    step === "lane-above" ? lanes.slice(0, place).reverse() : lanes.slice(place + 1);
  const distance = (event: FakeEvent) =>
    Math.abs((event.date.first ?? 0) - (current.date.first ?? 0));
  for (const lane of beyond) {
    const [nearest] = lane.shown
      .filter((event) => event !== current)
      .sort((a, b) => distance(a) - distance(b));
    if (nearest) return { key: nearest.row.key, lane: lane.id };
  }
  return null;
}
