import type {
  ExportFormat,
  PictureOptions,
  PicturePage,
  PictureScale,
  PictureSpan,
} from "../ipc/generated/bindings";
import { arrangementNow } from "./arrangement";
import { adopt } from "./casebook";
import { clocksNow } from "./clocks";
import { filterNow } from "./filter";
import { isDialogOpen, openDialog } from "./frame";
import { attempt } from "./program";
import { selectedNow } from "./selection";
import { tell } from "./toasts";
import { viewportNow } from "./viewport";

export const PICTURE_FORMATS = ["pdf", "png", "svg"] as const satisfies ExportFormat[];
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** What the reader chooses about a picture. */
export interface PictureChoices {
  readonly format: PictureFormat;
  /** Everything in the casebook, or what the timeline shows now. */
  readonly shows: "whole" | "view";
  /** CSS pixels; `null` for as wide as its events need. */
  readonly width: number | null;
  readonly scale: PictureScale;
  readonly page: PicturePage;
}

/** What the timeline shows now; `null` where it has not been drawn yet. */
export function currentView(): PictureSpan | null {
  const { from, daysPerPx, width, covered } = viewportNow();
  const seen = width - covered;
  if (seen <= 0) return null;
  const viewport = { from, days_per_px: daysPerPx, width: seen };
  return { of: "view", filter: filterNow(), viewport, selected: selectedNow() };
}

/** Both have the lanes of the window; the whole has also those that the reader hid. */
export function exportPicture(choices: PictureChoices): Promise<void> {
  const { format, shows, scale, page } = choices;
  const view = shows === "view" ? currentView() : null;
  const span = view ?? { of: "whole" as const };
  const lanes = view ? arrangementNow() : { ...arrangementNow(), hidden: [], rows: {} };
  // What the window shows keeps the window's scale.
  const width = view ? null : choices.width;
  return exportCasebook(format, { span, lanes, width, scale, page });
}

const WHOLE: PictureOptions = {
  span: { of: "whole" },
  lanes: { by: "lane", order: [], hidden: [], rows: {} },
  width: null,
  scale: 2,
  page: "sheet",
};

/**
 * Writes what the clocks tell of the casebook to a file that others can open, and says
 * what the file lacks.
 */
export async function exportCasebook(
  format: ExportFormat,
  picture: PictureOptions = WHOLE,
): Promise<void> {
  // It is decided; the reader is told what came of it wherever they went on.
  openDialog(null);
  const options = { clocks: clocksNow(), picture };
  const report = await attempt("export_casebook", { format, options });
  if (!report) return;
  const { path, events, losses } = report;
  const details =
    losses.length > 0 ? losses.map((text) => ({ text })) : [{ id: "toast-export-lossless" }];
  tell({ id: "toast-exported", args: { path, count: events } }, { details });
}

/** Reads a file and shows what importing it would do, before anything is changed. */
export async function previewImport(): Promise<void> {
  const preview = await attempt("preview_import", {});
  if (preview && !isDialogOpen()) openDialog({ kind: "import", preview });
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
