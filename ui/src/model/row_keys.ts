import { countOf, type Ranges } from "../base/ranges";
import type { Listing } from "../ipc/generated/bindings";
import { ask } from "./program";
import { selectedNow } from "./selection";
import { useTable } from "./table";
import { tell } from "./toasts";

/** How many events are followed through edits, and changed or deleted, at once. */
export const MOST_CHANGED = 10_000;

/** A listing of a casebook at a revision: which events stand in its rows. */
export interface Stand {
  readonly path: string;
  readonly revision: number;
  readonly listing: Listing;
}

/** What the selected rows are rows of, and the event of them that other views show. */
interface Placed {
  readonly stand: Stand;
  readonly key: number | null;
}

/** The table may be closed and opened in between. */
let placed: Placed | null = null;

export const placedNow = (): Placed | null => placed;

export function placeRows(stand: Stand, key: number | null): void {
  placed = { stand, key };
}

interface Known {
  readonly rows: Ranges;
  readonly keys: Promise<readonly number[] | null>;
}

let known: Known | null = null;

/**
 * The events of the selected rows, which stay the same when an edit moves the rows; `null`
 * when one has done so already. They are asked for as soon as the rows are selected:
 * afterwards nobody knows what stood there.
 */
export function keysOfRows(rows: Ranges, stand: Stand): Promise<readonly number[] | null> {
  if (known?.rows === rows) return known.keys;
  const { listing, revision } = stand;
  const keys = ask("keys_of_rows", { listing, rows: [...rows], revision });
  const asked = { rows, keys };
  known = asked;
  keys.catch(() => {
    if (known === asked) known = null;
  });
  return keys;
}

/** Rows to which events that are known have moved. */
export function holdKeys(rows: Ranges, keys: readonly number[]): void {
  known = { rows, keys: Promise.resolve(keys) };
}

/** The events that a command in the table means; says why where it cannot mean any. */
export async function chosenInTable(): Promise<readonly number[]> {
  const { rows, owed } = useTable.getState();
  const count = countOf(rows);
  const shown = selectedNow();
  // What is selected alone is the event that the other views show, once they do.
  if (count === 0 || (count === 1 && owed === null)) return shown === null ? [] : [shown];
  if (count > MOST_CHANGED) {
    tell({ id: "refused-too-many-events", args: { most: MOST_CHANGED } });
    return [];
  }
  const keys = placed && (await keysOfRows(rows, placed.stand));
  if (keys === null) tell({ id: "toast-rows-moved" });
  return keys ?? [];
}
