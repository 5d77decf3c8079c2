import { saveDrafts } from "./note_draft";
import { attempt, program } from "./program";
import { warn } from "./toasts";

let isWarned = false;

/**
 * Saves what is still being written, before the window closes or shows another casebook.
 * Where that fails the reader is told, and has their way when they wish it once more.
 */
export async function mayLeave(): Promise<boolean> {
  const isSaved = await saveDrafts();
  const mayLeave = isSaved || isWarned;
  if (!mayLeave) warn({ id: "toast-note-unsaved" });
  isWarned = !mayLeave;
  return mayLeave;
}

export async function closeWindow(): Promise<void> {
  await attempt("close_window", { saved: await mayLeave() });
}

/** Answers the program when it is about to close this window. */
export const followClosing = (): (() => void) => program().onClosing(() => void closeWindow());
