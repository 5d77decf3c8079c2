import { create } from "zustand";
import { asCommandError } from "../ipc/errors";
import type { EntryChoice, EntryReading } from "../ipc/generated/bindings";
import { adopt, mayEdit, tellDone, useCasebook } from "./casebook";
import { openEventForm } from "./event_form";
import { openDialog } from "./frame";
import { holdBack } from "./leaving";
import { ask } from "./program";
import { select, useSelection } from "./selection";
import { report } from "./toasts";

/** The line in which an event is written; it is kept when its dialog is left. */
export interface EntryState {
  readonly line: string;
  readonly choice: EntryChoice;
  /** What was added since the dialog was opened. */
  readonly added: readonly { readonly key: number; readonly words: string }[];
}

const NOTHING: EntryState = {
  line: "",
  choice: { date: null, lane: null, kind: null },
  added: [],
};

export const useEntry = create<EntryState>(() => NOTHING);

export function openEntry(): void {
  if (!mayEdit()) return;
  const { detail } = useSelection.getState();
  useEntry.setState(({ choice }) => ({
    added: [],
    // What is written next mostly belongs where the reader is.
    choice: { ...choice, lane: detail?.lane_name ?? choice.lane },
  }));
  openDialog({ kind: "entry" });
}

export const writeLine = (line: string): void =>
  // Another line may have other dates; its kind is named anew.
  useEntry.setState(({ choice }) => ({ line, choice: { ...choice, date: null } }));

export const chooseInEntry = (part: Partial<EntryChoice>): void =>
  useEntry.setState(({ choice }) => ({ choice: { ...choice, ...part } }));

/** A line is sent once, however often Enter is pressed. */
let isAdding = false;

/** Adds the event that the line was read as; the next can be written at once. */
export async function addEntry(reading: EntryReading): Promise<void> {
  const { line, choice } = useEntry.getState();
  if (isAdding || reading.problem !== null || reading.input !== line) return;
  isAdding = true;
  try {
    const outcome = await ask("add_entry", { line, choice });
    if (outcome.became === "refused") return;
    const { key, done, summary } = outcome;
    const words = `${reading.date?.words ?? ""} · ${reading.title}`;
    useEntry.setState((now) => ({
      ...after(line, now, reading.lane?.name),
      added: [...now.added, { key, words }],
    }));
    adopt(summary);
    select(key);
    if (done !== null) tellDone({ text: done });
  } catch (reason) {
    report(asCommandError(reason));
  } finally {
    isAdding = false;
  }
}

/** The next line: empty, but for what was typed while this one was on its way. */
function after(sent: string, { line, choice }: EntryState, lane = choice.lane) {
  if (!line.startsWith(sent)) return { line, choice };
  return { line: line.slice(sent.length), choice: { date: null, lane, kind: null } };
}

/** Goes on in the form, with what the line says; it stays until the form has it. */
export async function entryToForm(reading: EntryReading | null): Promise<void> {
  const { line, choice } = useEntry.getState();
  const isOpen = await openEventForm(
    { of: "new" },
    {
      title: reading?.title ?? "",
      date: reading?.date?.edtf ?? reading?.date?.input ?? "",
      lane: reading?.lane?.name ?? choice.lane ?? "",
      kind: reading?.kind ?? "",
    },
  );
  if (isOpen) useEntry.setState((now) => after(line, now));
}

const hasLine = (): boolean => useEntry.getState().line.trim() !== "";

/** A line belongs to the casebook for which it was written, and keeps the window open. */
export function followEntry(): () => void {
  holdBack(hasLine);
  return useCasebook.subscribe(({ state }, { state: before }) => {
    if (state.kind !== "open" || before.kind !== "open") return;
    if (state.summary.path !== before.summary.path) useEntry.setState(NOTHING);
  });
}
