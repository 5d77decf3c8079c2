import type { Column } from "../../model/table";

export const TABLE_GRID = "table-grid";

export const headId = (column: Column): string => `head-${column}`;
export const rowId = (row: number): string => `row-${row}`;
export const cellId = (row: number, column: Column): string => `cell-${row}-${column}`;
