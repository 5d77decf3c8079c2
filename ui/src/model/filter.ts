import { create } from "zustand";
import type { CommandError } from "../ipc/commands";
import { asCommandError } from "../ipc/errors";
import type { Filter } from "../ipc/generated/bindings";
import { ask } from "./program";

export const NO_FILTER: Filter = {
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

export const useFilter = create<{ readonly filter: Filter }>(() => ({ filter: NO_FILTER }));

export const filterNow = (): Filter => useFilter.getState().filter;

export function changeFilter(change: Partial<Filter>): void {
  useFilter.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
}

/** Clears all but the search and the clock, which have fields and ways out of their own. */
export function clearFilter(): void {
  const { search, known_on } = filterNow();
  changeFilter({ ...NO_FILTER, search, known_on });
}

export const isFiltering = (filter: Filter): boolean =>
  filter.lanes !== null ||
  filter.hidden_lanes !== null ||
  filter.kinds !== null ||
  filter.actors !== null ||
  filter.principles !== null ||
  filter.from !== null ||
  filter.to !== null;

type OfLanes = Pick<Filter, "lanes" | "hidden_lanes">;

export const passesLane = ({ lanes, hidden_lanes }: OfLanes, id: string): boolean =>
  (lanes?.includes(id) ?? true) && !hidden_lanes?.includes(id);

/** Shows or hides one lane of `all`; whatever lanes are made later are shown. */
export function toggleLane(id: string, all: readonly string[]): void {
  const filter = filterNow();
  hideLanes(all.filter((lane) => passesLane(filter, lane) === (lane === id)));
}

/** Leaves out these lanes and no others. */
export function hideLanes(ids: readonly string[]): void {
  const hidden = ids.length > 0 ? [...ids] : null;
  const { lanes, hidden_lanes } = filterNow();
  if (lanes === null && hidden_lanes === null && hidden === null) return;
  changeFilter({ lanes: null, hidden_lanes: hidden });
}

export type ChoiceField = "kinds" | "actors" | "principles";

/** No choice at all means any. */
export function choose(field: ChoiceField, ids: readonly string[]): void {
  changeFilter({ [field]: ids.length > 0 ? [...ids] : null });
}

/**
 * Takes a date for one end of the span if the program can read it; otherwise says why
 * not and leaves the filter as it was.
 */
export async function changeSpan(
  end: "from" | "to",
  text: string,
): Promise<CommandError | null> {
  const change = { [end]: text.trim() === "" ? null : text.trim() };
  try {
    await ask("check_filter", { filter: { ...filterNow(), ...change } });
  } catch (reason) {
    return asCommandError(reason);
  }
  changeFilter(change);
  return null;
}
