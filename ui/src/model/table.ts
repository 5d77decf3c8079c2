import { create } from "zustand";
import { copyText } from "../base/clipboard";
import { clamp } from "../base/geometry";
import { add, countOf, NO_RANGES, nearest, type Ranges, rangeOf, toggle } from "../base/ranges";
import { asCommandError } from "../ipc/errors";
import type { Listing, SortBy } from "../ipc/generated/bindings";
import { ask } from "./program";
import { clearSelection } from "./selection";
import type { SettingsShelf } from "./settings";
import { followShelf } from "./shelf";
import { report, tell } from "./toasts";

/** Every column, as they stand when nobody has moved any, with their widths in rem. */
export const COLUMNS = {
  date: { width: 9.5, isShown: true },
  title: { width: 14, isShown: true },
  kind: { width: 6.75, isShown: true },
  lane: { width: 8.5, isShown: true },
  court: { width: 10.5, isShown: true },
  proceeding: { width: 10.5, isShown: false },
  docket: { width: 8.5, isShown: false },
  confidence: { width: 10, isShown: false },
  notes: { width: 5.5, isShown: false },
  disputed: { width: 7, isShown: false },
} as const satisfies Record<SortBy, { width: number; isShown: boolean }>;

export type Column = SortBy;

export const ALL_COLUMNS = Object.keys(COLUMNS) as Column[];

/** An event without its title says nothing. */
export const ALWAYS: Column = "title";

export const COLUMN_WIDTHS = { least: 4, most: 40 } as const;

/** How many rows go on the clipboard at once. */
export const MOST_COPIED = 10_000;

/** How a reader has arranged the table of a casebook. */
export interface Arrangement {
  readonly sort: Column;
  readonly descending: boolean;
  /** Those that are shown, in their order. */
  readonly columns: readonly Column[];
  readonly widths: Readonly<Partial<Record<Column, number>>>;
}

export const USUAL: Arrangement = {
  sort: "date",
  descending: false,
  columns: ALL_COLUMNS.filter((column) => COLUMNS[column].isShown),
  widths: {},
};

export interface TableState extends Arrangement {
  /** The selected rows of the listing, as it stands. */
  readonly rows: Ranges;
  /** The row that the keyboard is in. */
  readonly active: number | null;
  /** Where a selection that is extended begins. */
  readonly anchor: number | null;
  /** The selected row whose event the other views are still to show. */
  readonly owed: number | null;
}

const NOTHING = { rows: NO_RANGES, active: null, anchor: null, owed: null } as const;

export const useTable = create<TableState>(() => ({ ...USUAL, ...NOTHING }));

export const widthOf = ({ widths }: Pick<Arrangement, "widths">, column: Column): number =>
  widths[column] ?? COLUMNS[column].width;

/** A second choice of the same column turns the order round. */
export function sortBy(column: Column): void {
  useTable.setState(({ sort, descending }) => ({
    sort: column,
    descending: sort === column ? !descending : false,
  }));
}

export function resizeColumn(column: Column, width: number | null): void {
  useTable.setState(({ widths }) => {
    const { [column]: _, ...others } = widths;
    if (width === null) return { widths: others };
    const rounded = Math.round(width * 16) / 16;
    const kept = clamp(rounded, COLUMN_WIDTHS.least, COLUMN_WIDTHS.most);
    return { widths: { ...others, [column]: kept } };
  });
}

export function showColumn(column: Column, isShown: boolean): void {
  useTable.setState(({ columns }) => {
    if (column === ALWAYS || columns.includes(column) === isShown) return {};
    return {
      columns: isShown ? [...columns, column] : columns.filter((known) => known !== column),
    };
  });
}

export function moveColumn(column: Column, by: 1 | -1): void {
  useTable.setState(({ columns }) => {
    const from = columns.indexOf(column);
    const to = from + by;
    if (from < 0 || to < 0 || to >= columns.length) return {};
    const moved = columns.filter((known) => known !== column);
    moved.splice(to, 0, column);
    return { columns: moved };
  });
}

export const arrangeAsUsual = (): void =>
  useTable.setState({ columns: USUAL.columns, widths: USUAL.widths });

export type Choosing = "one" | "extend" | "toggle" | "walk";

/** Goes to a row: selects it alone, up to it, it as well, or nothing new. */
export function goToRow(row: number, choosing: Choosing = "one"): void {
  useTable.setState(({ rows, active, anchor }) => {
    switch (choosing) {
      case "one":
        return { rows: [{ first: row, last: row }], active: row, anchor: row, owed: row };
      case "extend": {
        const start = anchor ?? active ?? row;
        return { rows: [rangeOf(start, row)], active: row, anchor: start, owed: row };
      }
      case "toggle": {
        const next = toggle(rows, row);
        // A row that leaves is not the one that commands act on.
        return { rows: next, active: row, anchor: row, owed: nearest(next, row) };
      }
      case "walk":
        return { active: row };
    }
  });
  if (choosing === "toggle" && useTable.getState().rows.length === 0) clearSelection();
}

export function selectAllRows(total: number): void {
  if (total === 0) return;
  useTable.setState(({ rows, active, owed }) => ({
    rows: add(NO_RANGES, { first: 0, last: total - 1 }),
    active: active ?? 0,
    anchor: 0,
    owed: rows.length > 0 ? owed : (active ?? 0),
  }));
}

/** The rows as another view or another order leaves them. */
export const placeSelection = (rows: Ranges, active: number | null): void =>
  useTable.setState({ rows, active, anchor: active, owed: null });

export const paidDue = (): void => useTable.setState({ owed: null });

/** Puts the selected rows on the clipboard, as they are shown. */
export async function copyRows(listing: Listing): Promise<void> {
  const { rows, columns } = useTable.getState();
  const count = countOf(rows);
  if (count === 0) return;
  if (count > MOST_COPIED) {
    tell({ id: "toast-copy-too-many", args: { count, most: MOST_COPIED } });
    return;
  }
  try {
    const copied = ask("copy_events", { listing, rows: [...rows], columns: [...columns] });
    await copyText(copied.then(({ text }) => text));
    tell({ id: "toast-copied", args: { count: (await copied).events } });
  } catch (reason) {
    report(asCommandError(reason));
  }
}

const KEY = "docketline-tables";
/** Casebooks whose arrangement is remembered. */
const KEPT = 40;

/** Keeps the arrangement of each casebook's table on this machine. */
export function keepTables(shelf: SettingsShelf): () => void {
  const tables = followShelf(shelf, { key: KEY, most: KEPT }, (kept) =>
    useTable.setState({ ...readArrangement(kept), ...NOTHING }),
  );
  const stop = useTable.subscribe((now, before) => {
    const isSame =
      now.sort === before.sort &&
      now.descending === before.descending &&
      now.columns === before.columns &&
      now.widths === before.widths;
    const { sort, descending, columns, widths } = now;
    if (!isSame) tables.put({ sort, descending, columns, widths });
  });
  return () => {
    stop();
    tables.stop();
  };
}

/** Anything that makes no sense any more is left as usual. */
export function readArrangement(value: unknown): Arrangement {
  if (typeof value !== "object" || value === null) return USUAL;
  const kept: Partial<Record<keyof Arrangement, unknown>> = value;
  const isColumn = (name: unknown): name is Column =>
    typeof name === "string" && Object.hasOwn(COLUMNS, name);
  const listed = Array.isArray(kept.columns) ? kept.columns.filter(isColumn) : [];
  const columns = [...new Set(listed)];
  const widths = Object.entries(kept.widths ?? {}).flatMap(
    ([name, width]: [string, unknown]): [Column, number][] =>
      isColumn(name) && typeof width === "number" && Number.isFinite(width)
        ? [[name, clamp(width, COLUMN_WIDTHS.least, COLUMN_WIDTHS.most)]]
        : [],
  );
  return {
    sort: isColumn(kept.sort) ? kept.sort : USUAL.sort,
    descending: kept.descending === true,
    columns: columns.includes(ALWAYS) ? columns : USUAL.columns,
    widths: Object.fromEntries(widths),
  };
}
