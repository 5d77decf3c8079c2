import { create } from "zustand";
import type { CommandError, CommandName } from "../ipc/commands";
import type { RecoveryReport } from "../ipc/generated/bindings";
import { adopt, summaryNow, useCasebook } from "./casebook";
import { openDialog, useFrame } from "./frame";
import { mayLeave } from "./leaving";
import { attempt, onRefusal, program } from "./program";
import type { SettingsShelf } from "./settings";
import { tell } from "./toasts";

export interface SafetyState {
  /** What happened to the file under the open casebook, while that lasts. */
  readonly trouble: CommandError | null;
  /** Why the last backup could not be made. */
  readonly backupFailed: CommandError | null;
  /** The casebooks whose reader knows what to beware of where they stand. */
  readonly knownPlaces: readonly string[];
}

export const useSafety = create<SafetyState>(() => ({
  trouble: null,
  backupFailed: null,
  knownPlaces: [],
}));

const KEY = "docketline-known-places";

/** What says something of the casebook's own file or drive. */
const SERIOUS = new Set(["damaged", "disk-full", "gone", "io", "not-found", "not-writable"]);

/** Commands that speak of other files. */
const ELSEWHERE = new Set<CommandName>([
  "new_casebook",
  "open_casebook",
  "open_recent",
  "open_sample",
  "restore_sample",
  "save_copy",
  "rescue_casebook",
  "list_backups",
  "compare_backup",
  "restore_backup",
  "recover_casebook",
  "open_made",
  "export_casebook",
  "preview_import",
  "import_file",
]);

/** So many casebooks in a cloud are remembered as known. */
const MOST_PLACES = 50;

/** Hears from the program what happens to the file, and remembers what the reader knows. */
export function followSafety(shelf: SettingsShelf): void {
  useSafety.setState({ knownPlaces: placesFrom(shelf.getItem(KEY)) });
  useSafety.subscribe(({ knownPlaces }) => shelf.setItem(KEY, JSON.stringify(knownPlaces)));
  program().onTrouble((trouble) => useSafety.setState({ trouble }));
  program().onBackupFailed((backupFailed) => useSafety.setState({ backupFailed }));
  onRefusal((name, error) => {
    const isOpen = summaryNow() !== null;
    if (isOpen && SERIOUS.has(error.code) && !ELSEWHERE.has(name)) {
      useSafety.setState({ trouble: error });
    }
  });
  let before = summaryNow();
  useCasebook.subscribe(() => {
    const now = summaryNow();
    if (before && now?.path !== before.path) {
      useSafety.setState({ trouble: null, backupFailed: null });
    } else if (before && now && now.revision > before.revision) {
      // What was edited was written.
      useSafety.setState({ trouble: null });
    }
    before = now;
  });
}

function placesFrom(text: string | null): string[] {
  try {
    const value: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(value) ? value.filter((path) => typeof path === "string") : [];
  } catch {
    return [];
  }
}

export function knowPlace(path: string): void {
  useSafety.setState(({ knownPlaces }) => ({
    knownPlaces: [...knownPlaces.filter((known) => known !== path), path].slice(-MOST_PLACES),
  }));
}

/** Goes on in a copy, with everything that is still open here. */
export async function rescueCasebook(): Promise<void> {
  if (!(await mayLeave())) return;
  const summary = await attempt("rescue_casebook", {});
  if (summary) adopt(summary);
}

export async function takeOver(): Promise<void> {
  const summary = await attempt("take_over", {});
  if (summary) adopt(summary);
}

/** Makes a backup a casebook of its own, and opens that. */
export async function restoreBackup(path: string): Promise<void> {
  const report = await attempt("restore_backup", { path });
  if (!report) return;
  openDialog(null);
  tell({ id: "toast-restored", args: { path: report.path } });
  await openMade(report.path);
}

/** Writes what can be saved of a damaged casebook to a new file, and says what that was. */
export async function recoverCasebook(): Promise<void> {
  openDialog({ kind: "recovery", report: null });
  const report = await attempt("recover_casebook", {});
  // Meanwhile the reader may have gone on to something else.
  if (useFrame.getState().dialog?.kind !== "recovery") return;
  openDialog(report ? { kind: "recovery", report } : null);
}

export async function openRecovered({ path }: RecoveryReport): Promise<void> {
  openDialog(null);
  await openMade(path);
}

async function openMade(path: string): Promise<void> {
  const summary = await attempt("open_made", { path });
  if (summary) adopt(summary);
}
