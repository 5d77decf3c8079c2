import { beforeEach, expect, it, vi } from "vitest";
import type { Transport } from "../ipc/commands";
import type { EntryReading } from "../ipc/generated/bindings";
import { adopt } from "./casebook";
import { addEntry, entryToForm, useEntry, writeLine } from "./entry";
import { discardForm, useEventForm } from "./event_form";
import { openDialog, useFrame } from "./frame";
import { connect } from "./program";

const SUMMARY = { path: "/a.casebook", revision: 1, read_only: null };
const LINE = "4 July 2016 Order #appeal";
const READING = {
  input: LINE,
  date: { words: "4 July 2016", edtf: "2016-07-04" },
  title: "Order",
  lane: { name: "Appeal" },
  kind: "order",
  problem: null,
} as EntryReading;

let answers: Record<string, unknown>;
const entry = () => useEntry.getState();

beforeEach(() => {
  discardForm();
  answers = {
    add_entry: { became: "saved", key: 9, done: "Event “Order”", summary: SUMMARY },
    event_form: { draft: {}, choices: {} },
    get_event: { key: 9 },
  };
  const call = vi.fn(async (name: string) => {
    if (answers[name] instanceof Error) throw answers[name];
    return answers[name];
  });
  connect({ call } as unknown as Transport);
  adopt(SUMMARY as Parameters<typeof adopt>[0]);
  useEntry.setState({ added: [] });
  openDialog({ kind: "entry" });
  writeLine(LINE);
});

it.each([
  { typed: LINE, left: "" },
  { typed: `${LINE}5 July 2016 Let`, left: "5 July 2016 Let" },
  { typed: "5 July 2016 Let", left: "5 July 2016 Let" },
])("a line that was added goes, what was typed meanwhile stays: $typed", async (line) => {
  const adding = addEntry(READING);
  if (line.typed !== LINE) writeLine(line.typed);
  await adding;
  expect(entry().line).toBe(line.left);
  expect(entry().added).toEqual([{ key: 9, words: "4 July 2016 · Order" }]);
});

it("a line is added once, however often it is asked for", async () => {
  await Promise.all([addEntry(READING), addEntry(READING)]);
  expect(entry().added.length).toBe(1);
});

it("a line goes into the form, and stays where the form does not open", async () => {
  answers.event_form = new Error("no space");
  await entryToForm(READING);
  expect(entry().line).toBe(LINE);
  expect(useFrame.getState().dialog).toEqual({ kind: "entry" });
  answers.event_form = { draft: {}, choices: {} };
  await entryToForm(READING);
  expect(entry().line).toBe("");
  expect(useFrame.getState().dialog).toEqual({ kind: "event" });
  expect(useEventForm.getState().form?.draft).toMatchObject({
    title: "Order",
    date: "2016-07-04",
    lane: "Appeal",
  });
});
