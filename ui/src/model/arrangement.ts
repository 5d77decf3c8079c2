import { create } from "zustand";
import { clamp } from "../base/geometry";
import type { Arrangement, Filter, GroupBy } from "../ipc/generated/bindings";
import { filterNow, hideLanes, passesLane, toggleLane, useFilter } from "./filter";
import type { SettingsShelf } from "./settings";
import { followShelf } from "./shelf";

export const GROUPINGS: readonly GroupBy[] = [
  "lane",
  "court",
  "jurisdiction",
  "kind",
  "actor",
  "principle",
  "source",
];

/** Rows of marks that a lane may have. */
const MOST_ROWS = 30;

interface Wishes extends Omit<Arrangement, "by"> {
  /** Lanes of which only the counts are shown. They keep their rows for later. */
  readonly folded: string[];
}

/** How the reader of a casebook wants the lanes of each grouping. */
interface Kept {
  readonly by: GroupBy;
  readonly of: Partial<Record<GroupBy, Wishes>>;
}

const NO_WISHES: Wishes = { order: [], hidden: [], rows: {}, folded: [] };
const USUAL: Kept = { by: "lane", of: {} };

const wishesOf = ({ by, of }: Kept): Wishes => of[by] ?? NO_WISHES;

/** A folded lane is one without rows. */
function toArrangement(kept: Kept): Arrangement {
  const { order, hidden, rows, folded } = wishesOf(kept);
  const without = Object.fromEntries(folded.map((id) => [id, 0]));
  return { by: kept.by, order, hidden, rows: { ...rows, ...without } };
}

export const useArrangement = create<{
  readonly kept: Kept;
  readonly arrangement: Arrangement;
}>(() => ({ kept: USUAL, arrangement: toArrangement(USUAL) }));

export const arrangementNow = (): Arrangement => useArrangement.getState().arrangement;

const keep = (kept: Kept): void =>
  useArrangement.setState({ kept, arrangement: toArrangement(kept) });

export function groupBy(by: GroupBy): void {
  keep({ ...useArrangement.getState().kept, by });
}

function wish(change: Partial<Wishes>): void {
  const { kept } = useArrangement.getState();
  const wishes = { ...wishesOf(kept), ...change };
  keep({ ...kept, of: { ...kept.of, [kept.by]: wishes } });
}

/**
 * Shows or hides a lane of `all`. A lane of the casebook is left out of every view, by the
 * filter; the events of a court, a person or anything else stay everywhere else.
 */
export function toggleHidden(id: string, all: readonly string[]): void {
  const { by, hidden } = arrangementNow();
  if (by === "lane") toggleLane(id, all);
  else
    wish({
      hidden: hidden.includes(id) ? hidden.filter((other) => other !== id) : [...hidden, id],
    });
}

export const showAllLanes = (): void => wish({ hidden: [] });

export const isHidden = ({ by, hidden }: Arrangement, filter: Filter, id: string): boolean =>
  by === "lane" ? !passesLane(filter, id) : hidden.includes(id);

export const isFolded = ({ rows }: Arrangement, id: string): boolean => rows[id] === 0;

const wishesNow = (): Wishes => wishesOf(useArrangement.getState().kept);

/** Folds a lane to its counts, or opens it again with the rows that it had. */
export function toggleFolded(id: string): void {
  const { folded } = wishesNow();
  wish({
    folded: folded.includes(id) ? folded.filter((other) => other !== id) : [...folded, id],
  });
}

/** Gives a lane room for so many rows of marks; without any it is folded. */
export function sizeLane(id: string, rows: number): void {
  const wishes = wishesNow();
  const others = wishes.folded.filter((other) => other !== id);
  if (rows <= 0) wish({ folded: [...others, id] });
  else wish({ folded: others, rows: { ...wishes.rows, [id]: clamp(rows, 1, MOST_ROWS) } });
}

/** Gives a lane that has room for `now` rows of marks more or less of it. */
export function resizeLane(id: string, by: number, now: number): void {
  const { rows, folded } = wishesNow();
  if (!folded.includes(id)) sizeLane(id, (rows[id] ?? now) + by);
  else if (by > 0) toggleFolded(id);
}

/** Leaves it to the layout how much room a lane has. */
export function unsizeLane(id: string): void {
  const { folded, rows } = wishesNow();
  const { [id]: _, ...others } = rows;
  wish({ folded: folded.filter((other) => other !== id), rows: others });
}

/** Moves a lane one place up or down among `all`, which are in the order shown. */
export function moveLane(id: string, by: 1 | -1, all: readonly string[]): void {
  const at = all.indexOf(id);
  const other = at < 0 ? undefined : all[at + by];
  if (other !== undefined) placeLane(id, other, all);
}

/** Puts a lane in the place of another of `all`, which are in the order shown. */
export function placeLane(id: string, over: string, all: readonly string[]): void {
  const to = all.indexOf(over);
  if (to < 0 || id === over || !all.includes(id)) return;
  const listed = all.filter((other) => other !== id);
  listed.splice(to, 0, id);
  const { order } = arrangementNow();
  const isListed = new Set(all);
  const known = new Set([...order, ...all]);
  // What is not listed, because nothing in it passes a filter, keeps its place.
  const moved = listed.values();
  wish({
    order: [...known].map((other) =>
      isListed.has(other) ? (moved.next().value ?? other) : other,
    ),
  });
}

/** `all` in the reader's order: what he moved, then the rest as it comes. */
export function inOrder<Lane extends { readonly id: string }>(
  all: readonly Lane[],
  { order }: Arrangement,
): Lane[] {
  const place = new Map(order.map((id, at) => [id, at]));
  return all.toSorted(
    (a, b) => (place.get(a.id) ?? order.length) - (place.get(b.id) ?? order.length),
  );
}

export const isArranged = (arrangement: Arrangement, filter: Filter): boolean =>
  arrangement.order.length > 0 ||
  arrangement.hidden.length > 0 ||
  Object.keys(arrangement.rows).length > 0 ||
  (arrangement.by === "lane" && (filter.lanes ?? filter.hidden_lanes) !== null);

/** Back to how the lanes come by themselves. */
export function resetLanes(): void {
  wish(NO_WISHES);
  if (arrangementNow().by === "lane") hideLanes([]);
}

const KEY = "docketline-lanes";
/** Casebooks whose lanes are remembered. */
const MOST = 50;

/** Takes the lanes of each casebook that opens from the shelf and puts every change back. */
export function keepArrangement(shelf: SettingsShelf): () => void {
  let isOpening = false;
  const lanes = followShelf(shelf, { key: KEY, most: MOST }, (value) => {
    isOpening = true;
    const { hidden, kept } = withoutHiddenLanes(readWishes(value));
    keep(kept);
    hideLanes(hidden);
    isOpening = false;
  });
  const put = (): void => {
    if (!isOpening) lanes.put(withHiddenLanes(useArrangement.getState().kept));
  };
  const stops = [
    useArrangement.subscribe(({ kept }, before) => {
      if (kept !== before.kept) put();
    }),
    useFilter.subscribe(({ filter }, before) => {
      if (filter.hidden_lanes !== before.filter.hidden_lanes) put();
    }),
    lanes.stop,
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** The filter has the lanes that are hidden; on the shelf they are with the others. */
function withHiddenLanes({ by, of }: Kept): Kept {
  const hidden = filterNow().hidden_lanes ?? [];
  return { by, of: { ...of, lane: { ...(of.lane ?? NO_WISHES), hidden } } };
}

function withoutHiddenLanes({ by, of }: Kept): { kept: Kept; hidden: readonly string[] } {
  if (!of.lane) return { kept: { by, of }, hidden: [] };
  const { hidden } = of.lane;
  return { kept: { by, of: { ...of, lane: { ...of.lane, hidden: [] } } }, hidden };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];

/** Anything that is no wish about lanes is left out. */
export function readWishes(value: unknown): Kept {
  if (!isRecord(value)) return USUAL;
  const of: Partial<Record<GroupBy, Wishes>> = {};
  for (const by of GROUPINGS) {
    const wishes = isRecord(value.of) ? value.of[by] : undefined;
    if (!isRecord(wishes)) continue;
    const rows = Object.entries(isRecord(wishes.rows) ? wishes.rows : {})
      .filter((entry): entry is [string, number] => Number.isFinite(entry[1]))
      .map(([id, count]): [string, number] => [id, clamp(Math.round(count), 0, MOST_ROWS)]);
    // A folded lane was once kept as one without rows.
    const withoutRows = rows.filter(([, count]) => count === 0).map(([id]) => id);
    of[by] = {
      order: strings(wishes.order),
      hidden: strings(wishes.hidden),
      rows: Object.fromEntries(rows.filter(([, count]) => count > 0)),
      folded: [...new Set([...strings(wishes.folded), ...withoutRows])],
    };
  }
  return { by: GROUPINGS.find((by) => by === value.by) ?? "lane", of };
}
