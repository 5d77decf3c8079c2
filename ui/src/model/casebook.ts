import { create } from "zustand";
import type { CommandError, CommandName, Commands } from "../ipc/commands";
import { asCommandError } from "../ipc/errors";
import type { CasebookSummary, EditOutcome } from "../ipc/generated/bindings";
import { mayLeave } from "./leaving";
import { giveUpDrafts, saveDrafts } from "./note_draft";
import { ask, attempt, program } from "./program";
import { report, tell, warn } from "./toasts";
import type { Words } from "./words";

export type CasebookState =
  | { readonly kind: "starting" }
  | { readonly kind: "open"; readonly summary: CasebookSummary }
  | { readonly kind: "failed"; readonly error: CommandError };

export const useCasebook = create<{ readonly state: CasebookState }>(() => ({
  state: { kind: "starting" },
}));

export const summaryNow = (): CasebookSummary | null => {
  const { state } = useCasebook.getState();
  return state.kind === "open" ? state.summary : null;
};

/** Whether the casebook can be written. */
export const mayWrite = (): boolean => summaryNow()?.read_only === null;

/** The same of an edit that is asked for; a reader who may only read is told why not. */
export function mayEdit(): boolean {
  const summary = summaryNow();
  if (summary?.read_only) warn({ id: `toast-read-only-${summary.read_only}` });
  return mayWrite();
}

const revisionOf = ({ state }: { readonly state: CasebookState }): string =>
  state.kind === "open" ? `${state.summary.path} ${state.summary.revision}` : state.kind;

/** Changes whenever anything drawn from the casebook may have become stale. */
export const useRevision = (): string => useCasebook(revisionOf);

export const revisionNow = (): string => revisionOf(useCasebook.getState());

export const useIsReadOnly = (): boolean =>
  useCasebook(({ state }) => state.kind === "open" && state.summary.read_only !== null);

/** Follows the casebook of the window, which was asked for already. */
export async function startCasebook(asked: Promise<CasebookSummary>): Promise<void> {
  program().onCasebookChanged(adopt);
  try {
    adopt(await asked);
  } catch (reason) {
    useCasebook.setState({ state: { kind: "failed", error: asCommandError(reason) } });
  }
}

/** Takes over what the program says about its casebook, unless something newer is known. */
export function adopt(summary: CasebookSummary): void {
  const current = summaryNow();
  if (current && current.path !== summary.path) giveUpDrafts();
  const isOlder = current?.path === summary.path && current.revision > summary.revision;
  if (!isOlder) useCasebook.setState({ state: { kind: "open", summary } });
}

type OpeningCommand = {
  [N in CommandName]: Commands[N]["result"] extends CasebookSummary | null
    ? Record<string, never> extends Commands[N]["args"]
      ? N
      : never
    : never;
}[CommandName];

/** Opens another casebook, or none when the reader thought better of it. */
export async function openBy(command: OpeningCommand): Promise<void> {
  if (!(await mayLeave())) return;
  const summary = await attempt(command, {});
  if (summary) adopt(summary as CasebookSummary);
}

export async function openRecent(path: string): Promise<void> {
  if (!(await mayLeave())) return;
  const summary = await attempt("open_recent", { path });
  if (summary) adopt(summary);
}

export async function saveCopy(): Promise<void> {
  const path = await attempt("save_copy", {});
  if (path) tell({ id: "toast-copy-saved", args: { path } });
}

export async function undo(): Promise<void> {
  // What was typed last is what is meant.
  await saveDrafts();
  take(await attempt("undo", {}), "toast-nothing-to-undo");
}

export async function redo(): Promise<void> {
  await saveDrafts();
  take(await attempt("redo", {}), "toast-nothing-to-redo");
}

function take(outcome: EditOutcome | undefined, nothing: string): void {
  if (!outcome) return;
  adopt(outcome.summary);
  tell(outcome.done === null ? { id: nothing } : { text: outcome.done });
}

/** Says what was done, which one press undoes. */
export function tellDone(message: Words): void {
  tell(message, { action: { label: { id: "action-undo" }, run: () => void undo() } });
}

export async function deleteNote(note: string): Promise<void> {
  try {
    const { done, summary } = await ask("delete_note", { note });
    adopt(summary);
    tellDone(done === null ? { id: "toast-note-deleted" } : { text: done });
  } catch (reason) {
    report(asCommandError(reason));
  }
}
