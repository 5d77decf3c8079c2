import type { Arrangement, GroupBy, LaneFacet } from "../generated/bindings";
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
  return lanes.map(([id, shown], index) => ({
    id,
    name: lanesName(casebook, by, id),
    colour: index % 6,
    events: shown.length,
    shown,
  }));
}

const lanesName = (casebook: FakeCasebook, by: GroupBy, id: string): string => {
  if (id === WITHOUT) return `No ${by}`;
  return (
    casebook.lanes.find((lane) => by === "lane" && lane.id === id)?.name ??
    nameOf(casebook, by, id)
  );
};

/** Those that are shown, in the reader's order. */
export function arranged(
  lanes: readonly FakeLane[],
  { order, hidden }: Arrangement,
): FakeLane[] {
  const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return lanes
    .filter(({ id }) => !hidden.includes(id))
    .sort((a, b) => place(a.id) - place(b.id));
}
