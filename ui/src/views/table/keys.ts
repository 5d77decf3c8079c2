/** Where the keyboard is: a row or the headings (-1), and a column or the whole row (-1). */
export interface Place {
  readonly row: number | null;
  readonly column: number;
}

export type Move =
  | { readonly kind: "row"; readonly row: number; readonly choosing: "one" | "extend" | "walk" }
  | { readonly kind: "column"; readonly column: number }
  /** Into the headings, and back to the row that was left. */
  | { readonly kind: "head" | "rows" }
  | { readonly kind: "sort" | "open" | "toggle" | "all" | "copy" | "leave" }
  | { readonly kind: "resize"; readonly by: 1 | -1 }
  | { readonly kind: "shift"; readonly by: 1 | -1 };

interface Pressed {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
}

interface Size {
  readonly rows: number;
  readonly columns: number;
  /** Rows that are seen at once. */
  readonly page: number;
  /** The first row in sight, which is where the keys begin. */
  readonly top: number;
}

const HEAD = -1;

/** What a key does in the table; `null` when it is not the table's. */
export function moveOf(pressed: Pressed, place: Place, size: Size): Move | null {
  const { key, ctrl, shift } = pressed;
  if (place.row === HEAD) return moveInHead(pressed, place, size);
  if (ctrl && key.toLowerCase() === "a") return { kind: "all" };
  if (ctrl && key.toLowerCase() === "c") return { kind: "copy" };
  if (key === " ") return { kind: "toggle" };
  if (key === "Enter") return { kind: "open" };
  if (key === "Escape") return { kind: "leave" };
  if (key === "F2") return { kind: "head" };

  const isInCell = place.column >= 0;
  if (key === "ArrowLeft" || key === "ArrowRight") {
    if (ctrl || shift) return null;
    return { kind: "column", column: place.column + (key === "ArrowRight" ? 1 : -1) };
  }
  if (isInCell && !ctrl && key === "Home") return { kind: "column", column: 0 };
  if (isInCell && !ctrl && key === "End") return { kind: "column", column: size.columns - 1 };

  const { row } = place;
  if (key === "ArrowUp" && row === 0 && !shift && !ctrl) return { kind: "head" };
  const to: Record<string, number> = {
    ArrowDown: row === null ? size.top : row + 1,
    ArrowUp: row === null ? size.top : row - 1,
    PageDown: (row ?? size.top) + size.page,
    PageUp: (row ?? size.top) - size.page,
    Home: 0,
    End: size.rows - 1,
  };
  const next = to[key];
  if (next === undefined) return null;
  const isWalk = ctrl && !shift && (key === "ArrowDown" || key === "ArrowUp");
  return {
    kind: "row",
    row: Math.max(0, Math.min(next, size.rows - 1)),
    choosing: shift ? "extend" : isWalk ? "walk" : "one",
  };
}

function moveInHead({ key, ctrl, shift }: Pressed, place: Place, size: Size): Move | null {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[key] as 1 | -1 | undefined;
  if (by !== undefined && ctrl && shift) return { kind: "shift", by };
  if (by !== undefined && shift) return { kind: "resize", by };
  if (by !== undefined) return { kind: "column", column: Math.max(0, place.column + by) };
  switch (key) {
    case "Home":
      return { kind: "column", column: 0 };
    case "End":
      return { kind: "column", column: size.columns - 1 };
    case "ArrowDown":
    case "Escape":
    case "F2":
      return { kind: "rows" };
    case "Enter":
    case " ":
      return { kind: "sort" };
    default:
      return null;
  }
}
