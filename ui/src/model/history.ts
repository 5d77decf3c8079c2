import { create } from "zustand";
import { asCommandError } from "../ipc/errors";
import type { HistoryEntryView, HistoryQuery } from "../ipc/generated/bindings";
import { adopt, summaryNow, tellDone, useCasebook } from "./casebook";
import { openDialog, show, useFrame } from "./frame";
import { ask, attempt } from "./program";
import { report, tell } from "./toasts";

/** What the history is narrowed to. */
export interface HistoryFilter {
  readonly event: { readonly key: number; readonly title: string } | null;
  readonly author: string | null;
  readonly text: string;
  /** Only what was done before this moment, and the day as it was typed. */
  readonly until: { readonly moment: string; readonly typed: string } | null;
}

export const NO_HISTORY_FILTER: HistoryFilter = {
  event: null,
  author: null,
  text: "",
  until: null,
};

export interface HistoryState {
  readonly filter: HistoryFilter;
  /** Newest first, as they were read: a page is drawn, or not, as a whole. */
  readonly pages: readonly (readonly HistoryEntryView[])[];
  /** Where older entries go on; null at the beginning of the casebook. */
  readonly older: number | null;
  /** After which entry newer ones may follow; null when the newest is shown. */
  readonly newer: number | null;
  readonly authors: readonly string[];
  readonly reading: "first" | "older" | "newer" | null;
  /** Entries that are shown with everything they changed. */
  readonly opened: ReadonlyMap<number, HistoryEntryView>;
}

const NOTHING = {
  pages: [],
  older: null,
  newer: null,
  reading: null,
  opened: new Map<number, HistoryEntryView>(),
} as const;

export const useHistory = create<HistoryState>(() => ({
  ...NOTHING,
  filter: NO_HISTORY_FILTER,
  authors: [],
}));

const PAGE = 50;
/** Rows of an entry that are read before somebody asks for all of them. */
const ROWS = 8;

export const isHistoryFiltered = ({ event, author, text, until }: HistoryFilter): boolean =>
  event !== null || author !== null || text.trim() !== "" || until !== null;

export function historyQuery(filter: HistoryFilter): HistoryQuery {
  return {
    event: filter.event?.key ?? null,
    author: filter.author,
    text: filter.text.trim() || null,
    until: filter.until?.moment ?? null,
    before: null,
    after: null,
    rows: ROWS,
  };
}

/** What is under way; an answer to anything else comes too late. */
let current = 0;

/** Lets go of what was read; whatever is still on its way comes too late. */
function forget(more: Partial<HistoryState> = {}): void {
  current += 1;
  useHistory.setState({ ...NOTHING, ...more });
}

/** Begins anew at the newest entry that passes. */
export function readHistory(): void {
  forget({ reading: "first" });
  void read("first");
}

export function changeHistoryFilter(change: Partial<HistoryFilter>): void {
  useHistory.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
  readHistory();
}

/** The history of one event, wherever the reader comes from. */
export function showHistoryOf(event: HistoryFilter["event"]): void {
  useHistory.setState({ filter: { ...NO_HISTORY_FILTER, event } });
  show("history");
  readHistory();
}

export function readOlder(): void {
  const { older, reading } = useHistory.getState();
  if (older !== null && reading === null) void read("older");
}

export function readNewer(): void {
  const { newer, reading } = useHistory.getState();
  if (newer !== null && reading === null) void read("newer");
}

/**
 * Reads one page. A search for a text answers piece by piece, so it goes on until the
 * page is full or nothing is left.
 */
async function read(which: "first" | "older" | "newer"): Promise<void> {
  current += 1;
  const number = current;
  const { filter, older, newer } = useHistory.getState();
  useHistory.setState({ reading: which });
  const query = historyQuery(filter);
  const found: HistoryEntryView[] = [];
  let next = which === "newer" ? newer : older;
  try {
    do {
      const at = which === "newer" ? { after: next } : { before: next };
      const limit = PAGE - found.length;
      const page = await ask("list_history", { query: { ...query, ...at }, limit });
      if (number !== current) return;
      if (which === "newer") found.unshift(...page.entries);
      else found.push(...page.entries);
      next = page.next;
      useHistory.setState({ authors: page.authors });
    } while (next !== null && found.length < PAGE);
    arrive(which, found, next);
  } catch (reason) {
    if (number !== current) return;
    useHistory.setState({ reading: null });
    report(asCommandError(reason));
  }
}

function arrive(
  which: "first" | "older" | "newer",
  found: readonly HistoryEntryView[],
  next: number | null,
): void {
  const page = found.length > 0 ? [found] : [];
  useHistory.setState(({ pages, filter, older, newer }) => {
    switch (which) {
      case "first": {
        const newest = found[0];
        const mayFollow = filter.until !== null && newest !== undefined;
        return { pages: page, older: next, newer: mayFollow ? newest.id : null, reading: null };
      }
      case "older":
        return { pages: [...pages, ...page], older: next, newer, reading: null };
      case "newer": {
        // The day was where to begin; whoever reads on has left it.
        const isEnd = next === null;
        return {
          pages: [...page, ...pages],
          older,
          newer: next,
          reading: null,
          ...(isEnd ? { filter: { ...filter, until: null } } : {}),
        };
      }
    }
  });
}

/** Shows everything that an entry changed, or only the first of it again. */
export async function openEntry(id: number): Promise<void> {
  const { opened } = useHistory.getState();
  if (opened.has(id)) {
    const fewer = new Map(opened);
    fewer.delete(id);
    useHistory.setState({ opened: fewer });
    return;
  }
  await readWhole(id);
}

async function readWhole(id: number): Promise<void> {
  const path = summaryNow()?.path;
  const entry = await attempt("get_history_entry", { entry: id });
  if (!entry || summaryNow()?.path !== path) return;
  useHistory.setState(({ opened }) => ({ opened: new Map(opened).set(id, entry) }));
}

export async function goBack(entry: number): Promise<void> {
  // It is decided; the reader is told what came of it wherever they went on.
  openDialog(null);
  const outcome = await attempt("go_back", { entry });
  if (!outcome) return;
  adopt(outcome.summary);
  if (outcome.done === null) return tell({ id: "toast-nothing-to-go-back" });
  tellDone({ text: outcome.done });
}

/** What was done since the newest entry that is shown comes above it. */
async function catchUp(): Promise<void> {
  const { pages, newer, reading, filter, opened } = useHistory.getState();
  const newest = pages[0]?.[0];
  if (newer !== null) return;
  if (!newest || reading !== null || filter.text.trim() !== "") return readHistory();
  current += 1;
  const number = current;
  try {
    const query = { ...historyQuery(filter), after: newest.id - 1 };
    const { entries, next, authors } = await ask("list_history", { query, limit: PAGE });
    if (number !== current) return;
    // The newest one may have been gone on with.
    if (next !== null || entries.at(-1)?.id !== newest.id) return readHistory();
    const [first = [], ...others] = pages;
    const added = entries.slice(0, -1);
    const same = entries.slice(-1);
    const page = [...same, ...first.slice(1)];
    const pagesNow = added.length > 0 ? [added, page, ...others] : [page, ...others];
    useHistory.setState({ pages: pagesNow, authors });
    if (opened.has(newest.id)) await readWhole(newest.id);
  } catch (reason) {
    report(asCommandError(reason));
  }
}

/** The history goes on with the casebook, and begins anew with another one. */
export function followHistory(): () => void {
  let before = summaryNow();
  return useCasebook.subscribe(() => {
    const now = summaryNow();
    if (now?.path !== before?.path) {
      forget({ filter: NO_HISTORY_FILTER, authors: [] });
    } else if (now?.revision !== before?.revision) {
      if (useFrame.getState().view === "history") void catchUp();
      else forget();
    }
    before = now;
  });
}
