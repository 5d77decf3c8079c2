import { asCommandError } from "../ipc/errors";
import { adopt } from "./casebook";
import { ask } from "./program";
import { report } from "./toasts";

/** Saves a note and answers its id. A refusal is shown, and thrown for the field to know. */
export async function saveNote(
  key: number,
  note: string | null,
  markdown: string,
): Promise<string> {
  try {
    const saved = await ask("save_note", { key, note, markdown });
    adopt(saved.summary);
    return saved.note.id;
  } catch (reason) {
    report(asCommandError(reason));
    throw reason;
  }
}
