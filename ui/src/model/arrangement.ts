import { create } from "zustand";
import { clamp } from "../base/geometry";
import type { Arrangement, GroupBy } from "../ipc/generated/bindings";
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

/** Rows of marks that a lane may have; 0 folds it to its counts. */
export const LANE_ROWS = { usual: 4, most: 30 } as const;

type Wishes = Omit<Arrangement, "by">;

/** How the reader of a casebook wants the lanes of each grouping. */
interface Kept {
  readonly by: GroupBy;
  readonly of: Partial<Record<GroupBy, Wishes>>;
}

const NO_WISHES: Wishes = { order: [], hidden: [], rows: {} };
const USUAL: Kept = { by: "lane", of: {} };

const toArrangement = ({ by, of }: Kept): Arrangement => ({ by, ...(of[by] ?? NO_WISHES) });

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
  const wishes = { ...(kept.of[kept.by] ?? NO_WISHES), ...change };
  keep({ ...kept, of: { ...kept.of, [kept.by]: wishes } });
}

/** Shows or hides a lane of the timeline. Its events stay everywhere else. */
export function toggleHidden(id: string): void {
  const { hidden } = arrangementNow();
  wish({
    hidden: hidden.includes(id) ? hidden.filter((other) => other !== id) : [...hidden, id],
  });
}

export const showAllLanes = (): void => wish({ hidden: [] });

export const isFolded = ({ rows }: Arrangement, id: string): boolean => rows[id] === 0;

/** Folds a lane to its counts, or opens it again as it usually is. */
export function toggleFolded(id: string): void {
  const { rows } = arrangementNow();
  const { [id]: own, ...others } = rows;
  wish({ rows: own === 0 ? others : { ...rows, [id]: 0 } });
}

/** Gives a lane room for more or fewer rows of marks. */
export function resizeLane(id: string, by: number): void {
  const { rows } = arrangementNow();
  const now = rows[id] ?? LANE_ROWS.usual;
  wish({ rows: { ...rows, [id]: clamp(now + by, 0, LANE_ROWS.most) } });
}

/** Moves a lane one place up or down among `all`, which are in the order shown. */
export function moveLane(id: string, by: 1 | -1, all: readonly string[]): void {
  const at = all.indexOf(id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= all.length) return;
  const order = all.filter((other) => other !== id);
  order.splice(to, 0, id);
  wish({ order });
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

export const isArranged = ({ order, hidden, rows }: Arrangement): boolean =>
  order.length > 0 || hidden.length > 0 || Object.keys(rows).length > 0;

/** Back to how the lanes come by themselves. */
export const resetLanes = (): void => wish(NO_WISHES);

const KEY = "docketline-lanes";
/** Casebooks whose lanes are remembered. */
const MOST = 50;

/** Takes the lanes of each casebook that opens from the shelf and puts every change back. */
export function keepArrangement(shelf: SettingsShelf): () => void {
  const lanes = followShelf(shelf, { key: KEY, most: MOST }, (kept) => keep(readWishes(kept)));
  const stop = useArrangement.subscribe(({ kept }, before) => {
    if (kept !== before.kept && kept !== USUAL) lanes.put(kept);
  });
  return () => {
    stop();
    lanes.stop();
  };
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
    const rows = Object.entries(isRecord(wishes.rows) ? wishes.rows : {}).filter(
      (entry): entry is [string, number] => typeof entry[1] === "number",
    );
    of[by] = {
      order: strings(wishes.order),
      hidden: strings(wishes.hidden),
      rows: Object.fromEntries(
        rows.map(([id, count]) => [id, clamp(Math.round(count), 0, LANE_ROWS.most)]),
      ),
    };
  }
  return { by: GROUPINGS.find((by) => by === value.by) ?? "lane", of };
}
