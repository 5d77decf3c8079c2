import { beforeEach, describe, expect, it, vi } from "vitest";
import type { CommandName, Transport } from "../ipc/commands";
import { askDeletion, askMerge, deleteEvents } from "./bulk";
import { adopt } from "./casebook";
import { useChosen } from "./chosen";
import { NO_FILTER } from "./filter";
import { openDialog, show, useFrame } from "./frame";
import { connect } from "./program";
import { placeRows } from "./row_keys";
import { selectedNow, useSelection } from "./selection";
import { goToRow, placeSelection, useTable } from "./table";
import { useToasts } from "./toasts";

/** What the program says stands in the rows that are selected. */
let keys: number[] | null;
const call = vi.fn(async (name: CommandName, _args: unknown) => {
  if (name === "keys_of_rows") return keys;
  return name === "delete_events" ? { done: "Deletion", summary: SUMMARY } : undefined;
});
const SUMMARY = { path: "/a.casebook", revision: 1, read_only: null } as Parameters<
  typeof adopt
>[0];
const dialog = () => useFrame.getState().dialog;

beforeEach(() => {
  connect({ call } as unknown as Transport);
  adopt(SUMMARY);
  openDialog(null);
  show("timeline");
  useChosen.setState({ keys: new Set([7, 8]) });
  useToasts.setState({ toasts: [] });
  call.mockClear();
});

it("two events are shown as one, unless another dialog was opened meanwhile", async () => {
  await askMerge();
  expect(dialog()).toEqual({ kind: "merge", keep: 7, other: 8 });
  openDialog(null);
  const asking = askMerge();
  openDialog({ kind: "event" });
  await asking;
  expect(dialog()).toEqual({ kind: "event" });
});

describe("a command in the table", () => {
  const stand = {
    path: "/a.casebook",
    revision: 1,
    listing: { filter: NO_FILTER, sort: "notes", descending: true },
  } as const;

  beforeEach(() => {
    show("table");
    useSelection.setState({ key: 50 });
    placeSelection([{ first: 3, last: 5 }], 5);
    placeRows(stand, 50);
    keys = [30, 40, 50];
  });

  it("means the events that stood in the rows when they were selected", async () => {
    await askDeletion();
    expect(dialog()).toEqual({ kind: "delete", keys: [30, 40, 50] });
    const { listing, revision } = stand;
    const rows = [{ first: 3, last: 5 }];
    expect(call).toHaveBeenCalledWith("keys_of_rows", { listing, rows, revision });
    // Other events stand in the rows by now, and these are still meant.
    keys = null;
    openDialog(null);
    await askDeletion();
    expect(dialog()).toEqual({ kind: "delete", keys: [30, 40, 50] });
  });

  it("means none where an edit came first, and says so", async () => {
    keys = null;
    await askDeletion();
    expect(dialog()).toBeNull();
    expect(useToasts.getState().toasts[0]?.message).toEqual({ id: "toast-rows-moved" });
  });

  it("means the row that is left and not the one that was taken out", async () => {
    goToRow(3);
    goToRow(9, "toggle");
    goToRow(9, "toggle");
    useSelection.setState({ key: 90 });
    keys = [30];
    await askDeletion();
    expect(dialog()).toEqual({ kind: "delete", keys: [30] });
  });

  it("says that there are too many before anything is asked", async () => {
    placeSelection([{ first: 0, last: 10_000 }], 0);
    await askDeletion();
    expect(dialog()).toBeNull();
    expect(call).not.toHaveBeenCalled();
    expect(useToasts.getState().toasts[0]?.message).toEqual({
      id: "refused-too-many-events",
      args: { most: 10_000 },
    });
  });

  it("leaves the keyboard where the deleted events stood", async () => {
    await deleteEvents([30, 40, 50]);
    expect(useTable.getState()).toMatchObject({ rows: [], active: 3 });
    expect(selectedNow()).toBeNull();
  });
});
