import { beforeEach, describe, expect, it } from "vitest";
import { countOf } from "../base/ranges";
import { selectedNow, useSelection } from "./selection";
import {
  ALWAYS,
  arrangeAsUsual,
  COLUMN_WIDTHS,
  goToRow,
  moveColumn,
  readArrangement,
  resizeColumn,
  selectAllRows,
  showColumn,
  sortBy,
  USUAL,
  useTable,
  widthOf,
} from "./table";

const table = () => useTable.getState();

beforeEach(() => {
  useTable.setState({ ...USUAL, rows: [], active: null, anchor: null, owed: null });
});

describe("the columns of the table", () => {
  it("are shown, moved and hidden, and the title always stays", () => {
    showColumn("docket", true);
    moveColumn("docket", -1);
    showColumn("kind", false);
    showColumn(ALWAYS, false);
    expect(table().columns).toEqual(["date", "title", "lane", "docket", "court"]);
    moveColumn("date", -1);
    expect(table().columns[0]).toBe("date");
    arrangeAsUsual();
    expect(table().columns).toEqual(USUAL.columns);
  });

  it("are as wide as they were made, within reason", () => {
    resizeColumn("court", 17.01);
    expect(widthOf(table(), "court")).toBe(17);
    resizeColumn("court", 1000);
    expect(widthOf(table(), "court")).toBe(COLUMN_WIDTHS.most);
    resizeColumn("court", null);
    expect(table().widths).toEqual({});
  });

  it("sort, and turn round when they are chosen again", () => {
    sortBy("court");
    expect([table().sort, table().descending]).toEqual(["court", false]);
    sortBy("court");
    expect(table().descending).toBe(true);
    sortBy("title");
    expect(table().descending).toBe(false);
  });
});

describe("what was kept of an arrangement", () => {
  it("comes back as it was", () => {
    const kept = {
      sort: "docket",
      descending: true,
      columns: ["title", "docket"],
      widths: { docket: 12 },
    };
    expect(readArrangement(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it.each([
    ["nothing", undefined],
    ["a word", "wide"],
    ["columns that are gone", { columns: ["colour"], sort: "colour", widths: { colour: 3 } }],
    ["a table without titles", { columns: ["date"] }],
    ["no numbers", { widths: { date: "wide", title: null } }],
  ])("is as usual where it says %s", (_, kept) => {
    expect(readArrangement(kept)).toEqual(USUAL);
  });
});

describe("the selected rows", () => {
  it("are one, then a stretch from it, then single ones as well", () => {
    goToRow(5);
    goToRow(9, "extend");
    expect(table().rows).toEqual([{ first: 5, last: 9 }]);
    goToRow(2, "extend");
    expect(table().rows).toEqual([{ first: 2, last: 5 }]);
    goToRow(20, "toggle");
    goToRow(3, "toggle");
    expect(table().rows).toEqual([
      { first: 2, last: 2 },
      { first: 4, last: 5 },
      { first: 20, last: 20 },
    ]);
    goToRow(30, "walk");
    expect([countOf(table().rows), table().active]).toEqual([4, 30]);
  });

  it("are all of a million without holding any", () => {
    selectAllRows(1_000_000);
    expect(table().rows).toEqual([{ first: 0, last: 999_999 }]);
    goToRow(7, "toggle");
    expect(countOf(table().rows)).toBe(999_999);
  });

  it("leave the event of the nearest one to be shown when one is taken out", () => {
    goToRow(5);
    goToRow(20, "toggle");
    expect(table().owed).toBe(20);
    goToRow(20, "toggle");
    expect(table()).toMatchObject({
      rows: [{ first: 5, last: 5 }],
      active: 20,
      owed: 5,
    });
  });

  it("leave no event selected when the last is taken out, and the keyboard where it is", () => {
    useSelection.setState({ key: 7 });
    goToRow(5);
    goToRow(5, "toggle");
    expect(table()).toMatchObject({ rows: [], active: 5, owed: null });
    expect(selectedNow()).toBeNull();
    selectAllRows(10);
    expect(table()).toMatchObject({ active: 5, owed: 5 });
  });
});
