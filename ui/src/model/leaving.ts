import { saveDrafts } from "./note_draft";
import { attempt, program } from "./program";
import { warn } from "./toasts";

let isWarned = false;

const holders = new Set<() => boolean>();

/** Something besides notes may hold what is not saved, and can only be saved by its writer. */
export function holdBack(isUnsaved: () => boolean): void {
  holders.add(isUnsaved);
}

/**
 * Saves what is still being written, before the window closes or shows another casebook.
 * Where that fails the reader is told, and has their way when they wish it once more.
 */
export async function mayLeave(): Promise<boolean> {
  const isSaved = await saveDrafts();
  const isHeld = [...holders].some((isUnsaved) => isUnsaved());
  const mayLeave = (isSaved && !isHeld) || isWarned;
  if (!mayLeave) warn({ id: isSaved ? "toast-form-unsaved" : "toast-note-unsaved" });
  isWarned = !mayLeave;
  return mayLeave;
}

export async function closeWindow(): Promise<void> {
  await attempt("close_window", { saved: await mayLeave() });
}

/** Answers the program when it is about to close this window. */
export const followClosing = (): (() => void) => program().onClosing(() => void closeWindow());
