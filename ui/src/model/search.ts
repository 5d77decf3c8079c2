import { create } from "zustand";
import { Latest } from "../base/latest";
import { asCommandError } from "../ipc/errors";
import type { Filter, SearchHit, SearchResult } from "../ipc/generated/bindings";
import { changeFilter, filterNow, useFilter } from "./filter";
import { ask } from "./program";
import { select } from "./selection";
import { report } from "./toasts";

export interface SearchState {
  /** As typed; the filter follows a moment later. */
  readonly query: string;
  readonly total: number;
  readonly hits: readonly SearchHit[];
  /** The hit that the reader has stepped to, or -1. */
  readonly active: number;
  /** Whether `hits` are those of `query`, or still those of what was typed before. */
  readonly isAnswered: boolean;
}

const NOTHING: SearchState = {
  query: "",
  total: 0,
  hits: [],
  active: -1,
  isAnswered: false,
};

export const useSearch = create<SearchState>(() => NOTHING);

const LIMIT = 200;
const PAUSE_MS = 80;

const searches = new Latest<Filter, SearchResult>(
  (filter) => ask("search_events", { filter, limit: LIMIT }),
  ({ hits, total }, filter) => {
    if (filter !== filterNow() || filter.search === null) return;
    const isAnswered = filter.search === useSearch.getState().query.trim();
    useSearch.setState({ hits, total, active: -1, isAnswered });
  },
  (reason) => report(asCommandError(reason)),
  () => true,
);

let pause: ReturnType<typeof setTimeout> | undefined;

export function search(query: string): void {
  clearTimeout(pause);
  if (query.trim() === "") {
    useSearch.setState({ ...NOTHING, query });
    if (filterNow().search !== null) changeFilter({ search: null });
    return;
  }
  useSearch.setState({ query, isAnswered: false });
  pause = setTimeout(() => changeFilter({ search: query.trim() }), PAUSE_MS);
}

export const clearSearch = (): void => search("");

/** Steps to the next or previous hit, round the end, and selects it. */
export function stepHit(by: 1 | -1): void {
  const { hits, active } = useSearch.getState();
  if (hits.length === 0) return;
  const from = active < 0 && by < 0 ? 0 : active;
  goToHit((from + by + hits.length) % hits.length);
}

export function goToHit(index: number): void {
  const hit = useSearch.getState().hits[index];
  if (!hit) return;
  useSearch.setState({ active: index });
  select(hit.key);
}

/** Searches again whenever the filter changes under a search. */
export const followFilter = (): (() => void) =>
  useFilter.subscribe(({ filter }) => {
    if (filter.search !== null) searches.ask(filter);
  });
