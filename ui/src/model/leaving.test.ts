import { beforeEach, expect, it, vi } from "vitest";
import type { Transport } from "../ipc/commands";
import { adopt } from "./casebook";
import { draftKey, followContents, keepDraft, useContents } from "./contents";
import { followEntry, useEntry, writeLine } from "./entry";
import { followKept, forgetForm, keepValue, scopeOf } from "./kept";
import { followClosing, mayLeave } from "./leaving";
import { giveUpDrafts, NoteDraft, type SaveNote } from "./note_draft";
import { connect } from "./program";
import { dismiss, useToasts } from "./toasts";

type Summary = Parameters<typeof adopt>[0];
const summary = (path: string): Summary => ({ path, revision: 1 }) as Summary;

let call: ReturnType<typeof vi.fn>;
let close: () => void;

beforeEach(() => {
  giveUpDrafts();
  for (const { number } of useToasts.getState().toasts) dismiss(number);
  call = vi.fn(async () => null);
  const nothing = () => () => {};
  connect({
    call,
    onCasebookChanged: nothing,
    onMenu: nothing,
    onClosing: (listener: () => void) => {
      close = listener;
      return () => {};
    },
  } as unknown as Transport);
  followClosing();
});

function writing(save: SaveNote): NoteDraft {
  const draft = new NoteDraft({ note: null, markdown: "" }, save, () => {});
  draft.write("in the middle of a w");
  return draft;
}

it("a window that is closed in the middle of a word saves it first", async () => {
  const done: string[] = [];
  const save = vi.fn(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    done.push("saved");
    return "n1";
  });
  call.mockImplementation(async (name: string) => void done.push(name));
  writing(save);
  close();
  await vi.waitFor(() => expect(done).toEqual(["saved", "close_window"]));
  expect(call).toHaveBeenCalledWith("close_window", { saved: true });
  expect(save).toHaveBeenCalledWith(null, "in the middle of a w");
});

it("a window in which nothing is being written closes at once", async () => {
  close();
  await vi.waitFor(() => expect(call).toHaveBeenCalledWith("close_window", { saved: true }));
});

it("what cannot be saved keeps the window, says so, and lets go the second time", async () => {
  writing(async () => Promise.reject(new Error("full")));
  expect(await mayLeave()).toBe(false);
  expect(useToasts.getState().toasts.map(({ message }) => message)).toEqual([
    { id: "toast-note-unsaved" },
  ]);
  expect(await mayLeave()).toBe(true);
});

it("after a save that worked, the next failure is told again", async () => {
  const save = vi
    .fn<SaveNote>()
    .mockRejectedValueOnce(new Error("full"))
    .mockResolvedValue("n");
  writing(save);
  expect(await mayLeave()).toBe(false);
  expect(await mayLeave()).toBe(true);
  writing(async () => Promise.reject(new Error("full")));
  expect(await mayLeave()).toBe(false);
});

it("what could not be saved never lands in another casebook", async () => {
  const save = vi.fn<SaveNote>(async () => Promise.reject(new Error("full")));
  const draft = writing(save);
  await mayLeave();
  adopt(summary("/a.casebook"));
  expect(draft.isSaved).toBe(false);
  adopt(summary("/b.casebook"));
  save.mockClear();
  await draft.flush();
  expect(save).not.toHaveBeenCalled();
});

const LANE = { kind: "lane", id: "appeal", name: "Appeals" } as const;
const DRAFT = { before: { ...LANE, name: "Appeal" }, record: LANE };

it.each([
  {
    what: "a record of the contents",
    follow: followContents,
    type: () => keepDraft(draftKey("lane", "appeal"), DRAFT),
    leave: () => keepDraft(draftKey("lane", "appeal"), null),
  },
  {
    what: "a form in the inspector",
    follow: followKept,
    type: () => keepValue(scopeOf("relations 7", "new"), "note", "half a sen"),
    leave: () => forgetForm("relations 7", "new"),
  },
  {
    what: "the line of a new event",
    follow: followEntry,
    type: () => writeLine("14 July 2016 Second Cir"),
    leave: () => writeLine(""),
  },
])("what was typed into $what keeps the window open until the second wish", async (typed) => {
  const stop = typed.follow();
  expect(await mayLeave()).toBe(true);
  typed.type();
  expect(await mayLeave()).toBe(false);
  expect(useToasts.getState().toasts.at(-1)?.message).toEqual({ id: "toast-form-unsaved" });
  expect(await mayLeave()).toBe(true);
  typed.leave();
  expect(await mayLeave()).toBe(true);
  stop();
});

it("what was typed for one casebook is gone when another comes", () => {
  const stops = [followContents(), followEntry()];
  adopt(summary("/a.casebook"));
  keepDraft(draftKey("lane", "appeal"), DRAFT);
  writeLine("14 July 2016 Second Cir");
  adopt(summary("/b.casebook"));
  expect(useContents.getState().drafts.size).toBe(0);
  expect(useEntry.getState().line).toBe("");
  for (const stop of stops) stop();
});
