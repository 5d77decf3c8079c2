import type { ExportFormat } from "../ipc/generated/bindings";
import { adopt } from "./casebook";
import { openDialog } from "./frame";
import { attempt } from "./program";
import { tell } from "./toasts";

/** Writes the casebook to a file that others can open, and says what the file lacks. */
export async function exportCasebook(format: ExportFormat): Promise<void> {
  // A message under a dialog would not be heard, so the dialog goes first.
  openDialog(null);
  const report = await attempt("export_casebook", { format });
  if (!report) return;
  const { path, events, losses } = report;
  const details =
    losses.length > 0 ? losses.map((text) => ({ text })) : [{ id: "toast-export-lossless" }];
  tell({ id: "toast-exported", args: { path, count: events } }, { details });
}

/** Reads a file and shows what importing it would do, before anything is changed. */
export async function previewImport(): Promise<void> {
  const preview = await attempt("preview_import", {});
  if (preview) openDialog({ kind: "import", preview });
}

export async function importFile(path: string): Promise<void> {
  openDialog(null);
  const outcome = await attempt("import_file", { path });
  if (!outcome) return;
  adopt(outcome.summary);
  const { created, updated, unchanged, rejected } = outcome.report;
  const args = { created, updated, unchanged, rejected: rejected.length };
  tell({ id: "toast-imported", args });
}
