import { describe, expect, it } from "vitest";
import { moveOf, type Place } from "./keys";

const SIZE = { rows: 1_000_000, columns: 5, page: 15, top: 700 };
const press = (keys: string, place: Place) =>
  moveOf(
    {
      key: keys.split("+").at(-1) ?? "",
      ctrl: keys.includes("Ctrl"),
      shift: keys.includes("Shift"),
    },
    place,
    SIZE,
  );
const inRow = (row: number | null, column = -1): Place => ({ row, column });

describe("a key in the table", () => {
  it.each([
    ["ArrowDown", inRow(null), 700, "one"],
    ["ArrowUp", inRow(null), 700, "one"],
    ["PageDown", inRow(null), 715, "one"],
    ["Home", inRow(null), 0, "one"],
    ["ArrowDown", inRow(4), 5, "one"],
    ["ArrowUp", inRow(4, 2), 3, "one"],
    ["PageDown", inRow(4), 19, "one"],
    ["PageUp", inRow(4), 0, "one"],
    ["End", inRow(4), 999_999, "one"],
    ["Ctrl+End", inRow(4, 2), 999_999, "one"],
    ["Ctrl+Home", inRow(4, 2), 0, "one"],
    ["ArrowDown", inRow(999_999), 999_999, "one"],
    ["Shift+ArrowDown", inRow(4), 5, "extend"],
    ["Ctrl+Shift+End", inRow(4), 999_999, "extend"],
    ["Ctrl+ArrowDown", inRow(4), 5, "walk"],
  ])("%s goes to a row", (keys, place, row, choosing) => {
    expect(press(keys, place)).toEqual({ kind: "row", row, choosing });
  });

  it.each([
    ["ArrowRight", inRow(4), 0],
    ["ArrowLeft", inRow(4, 0), -1],
    ["Home", inRow(4, 3), 0],
    ["End", inRow(4, 3), 4],
    ["ArrowLeft", inRow(-1, 0), 0],
  ])("%s goes to a cell", (keys, place, column) => {
    expect(press(keys, place)).toEqual({ kind: "column", column });
  });

  it.each([
    ["ArrowUp", inRow(0), { kind: "head" }],
    ["F2", inRow(4), { kind: "head" }],
    ["F2", inRow(null), { kind: "head" }],
    ["F2", inRow(-1, 2), { kind: "rows" }],
    ["ArrowDown", inRow(-1, 2), { kind: "rows" }],
    ["Escape", inRow(-1, 2), { kind: "rows" }],
    ["Ctrl+a", inRow(4), { kind: "all" }],
    ["Ctrl+c", inRow(4), { kind: "copy" }],
    ["Ctrl+ ", inRow(4), { kind: "toggle" }],
    ["Enter", inRow(4), { kind: "open" }],
    ["Enter", inRow(-1, 2), { kind: "sort" }],
    ["Shift+ArrowRight", inRow(-1, 2), { kind: "resize", by: 1 }],
    ["Ctrl+Shift+ArrowLeft", inRow(-1, 2), { kind: "shift", by: -1 }],
  ])("%s acts", (keys, place, move) => {
    expect(press(keys, place)).toEqual(move);
  });

  it.each(["?", "/", "Tab", "Ctrl+k", "x"])("%s is not its own", (keys) => {
    expect(press(keys, inRow(4))).toBeNull();
  });
});
