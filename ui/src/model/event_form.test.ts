import { beforeEach, expect, it, vi } from "vitest";
import type { Transport } from "../ipc/commands";
import type { CasebookSummary, EventDraft, EventForm } from "../ipc/generated/bindings";
import { adopt } from "./casebook";
import {
  discardForm,
  followForm,
  hasUnsavedForm,
  keepWriting,
  leaveField,
  leaveForm,
  openEventForm,
  saveForm,
  useEventForm,
  write,
} from "./event_form";
import { openDialog, useFrame } from "./frame";
import { mayLeave } from "./leaving";
import { connect } from "./program";
import { selectedNow } from "./selection";
import { dismiss, useToasts } from "./toasts";

const DRAFT = { title: "Contempt", date: "2014-09-08", summary: "" } as EventDraft;
const FORM = { draft: DRAFT, choices: {} } as EventForm;

let answers: Record<string, unknown>;
let asked: [name: string, args: unknown][];

const summary = (readOnly: boolean, path = "/a.casebook"): CasebookSummary =>
  ({
    path,
    revision: 1,
    read_only: readOnly ? "permission" : null,
  }) as CasebookSummary;

const form = () => useEventForm.getState().form;

beforeEach(() => {
  for (const { number } of useToasts.getState().toasts) dismiss(number);
  discardForm();
  openDialog(null);
  asked = [];
  answers = { event_form: FORM, check_event: [] };
  connect({
    call: vi.fn(async (name: string, args: unknown) => {
      asked.push([name, args]);
      if (answers[name] instanceof Error) throw answers[name];
      return answers[name];
    }),
  } as unknown as Transport);
  adopt(summary(false));
});

it("a form opens with what stands in the event", async () => {
  await openEventForm({ of: "event", key: 7 });
  expect(form()?.draft).toEqual(DRAFT);
  expect(useFrame.getState().dialog).toEqual({ kind: "event" });
});

it("a casebook that is only read opens no form and says why", async () => {
  adopt(summary(true, "/b.casebook"));
  await openEventForm({ of: "new" });
  expect(form()).toBeNull();
  expect(useToasts.getState().toasts[0]?.message).toEqual({ id: "toast-read-only-permission" });
});

it("leaving loses nothing without a question", async () => {
  await openEventForm({ of: "event", key: 7 });
  write({ title: "Contempt " });
  expect(hasUnsavedForm()).toBe(false);
  write({ title: "Another" });
  leaveForm();
  expect(form()?.isLeaving).toBe(true);
  keepWriting();
  expect(form()?.draft.title).toBe("Another");
  write({ title: "Contempt" });
  leaveForm();
  expect(form()).toBeNull();
});

it("what is wrong is shown of fields that were left, and goes when they are written", async () => {
  await openEventForm({ of: "event", key: 7 });
  const problem = (field: string) => ({ field, message: "wrong" });
  answers.check_event = [problem("title"), problem("date")];
  write({ title: "" });
  await leaveField("title");
  expect(form()?.problems).toEqual([problem("title")]);
  write({ title: "T" });
  expect(form()?.problems).toEqual([]);
});

it("a refused form stays open with all that is wrong", async () => {
  await openEventForm({ of: "event", key: 7 });
  const problems = [{ field: "date", message: "wrong" }];
  answers.save_event = { became: "refused", problems };
  write({ date: "someday" });
  await saveForm();
  expect(form()?.problems).toEqual(problems);
  expect(form()?.refusals).toBe(1);
});

it("a saved form closes, selects its event and says what was done", async () => {
  await openEventForm({ of: "event", key: 7 });
  write({ title: "Another" });
  answers.get_event = { key: 7, earliest: null, latest: null };
  answers.save_event = {
    became: "saved",
    key: 7,
    done: "Change of “Contempt”",
    summary: { ...summary(false), revision: 2 },
  };
  await saveForm();
  expect(form()).toBeNull();
  expect(selectedNow()).toBe(7);
  expect(useToasts.getState().toasts[0]?.message).toEqual({ text: "Change of “Contempt”" });
  const saving = asked.find(([name]) => name === "save_event")?.[1];
  expect(saving).toMatchObject({ before: DRAFT, draft: { ...DRAFT, title: "Another" } });
});

it("what is typed while a form is being saved keeps it open, as that of the saved event", async () => {
  await openEventForm({ of: "new" });
  write({ title: "Another" });
  answers.get_event = { key: 9, earliest: null, latest: null };
  answers.save_event = {
    became: "saved",
    key: 9,
    done: "Event “Another”",
    summary: { ...summary(false), revision: 2 },
  };
  const saving = saveForm();
  write({ title: "Another one" });
  await saving;
  expect(form()).toMatchObject({
    target: { of: "event", key: 9 },
    before: { ...DRAFT, title: "Another" },
    draft: { ...DRAFT, title: "Another one" },
    isSaving: false,
  });
  expect(hasUnsavedForm()).toBe(true);
  await saveForm();
  expect(form()).toBeNull();
  expect(asked.filter(([name]) => name === "save_event").at(-1)?.[1]).toEqual({
    target: { of: "event", key: 9 },
    before: { ...DRAFT, title: "Another" },
    draft: { ...DRAFT, title: "Another one" },
  });
});

it("a refusal says nothing of what was typed since the form was sent", async () => {
  await openEventForm({ of: "event", key: 7 });
  answers.save_event = {
    became: "refused",
    problems: [
      { field: "date", message: "wrong" },
      { field: "title", message: "wrong" },
    ],
  };
  write({ date: "someday" });
  const saving = saveForm();
  write({ date: "2014-09-09" });
  await saving;
  expect(form()?.problems).toEqual([{ field: "title", message: "wrong" }]);
});

it("what a full drive refuses stays in the form", async () => {
  await openEventForm({ of: "event", key: 7 });
  write({ title: "Another" });
  answers.save_event = new Error("no space");
  await saveForm();
  expect(form()?.draft.title).toBe("Another");
  expect(form()?.isSaving).toBe(false);
});

it("a window is not closed over an unsaved form but at the second wish", async () => {
  const stop = followForm();
  await openEventForm({ of: "event", key: 7 });
  write({ title: "Another" });
  expect(await mayLeave()).toBe(false);
  expect(await mayLeave()).toBe(true);
  stop();
});
