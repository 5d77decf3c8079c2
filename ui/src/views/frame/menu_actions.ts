import { askChange, askDeletion, askMerge } from "../../model/bulk";
import { openBy, redo, saveCopy, undo } from "../../model/casebook";
import { openEntry } from "../../model/entry";
import { editSelected, openEventForm } from "../../model/event_form";
import { previewImport } from "../../model/exchange";
import { openDialog, show } from "../../model/frame";
import { closeWindow } from "../../model/leaving";
import { program } from "../../model/program";
import { type Theme, useSettings } from "../../model/settings";
import { focusSearch } from "../search/focus";

const theme = (name: Theme) => (): void => useSettings.setState({ theme: name });

/** What the entries of the menus do, whoever shows the menu. */
export const MENU_ACTIONS = {
  "new-event": () => void openEventForm({ of: "new" }),
  "edit-event": editSelected,
  "quick-entry": openEntry,
  "change-events": askChange,
  "merge-events": () => void askMerge(),
  "delete-events": askDeletion,
  new: () => void openBy("new_casebook"),
  open: () => void openBy("open_casebook"),
  "save-copy": () => void saveCopy(),
  import: () => void previewImport(),
  export: () => openDialog({ kind: "export" }),
  backups: () => openDialog({ kind: "backups" }),
  undo: () => void undo(),
  redo: () => void redo(),
  "restore-sample": () => void openBy("restore_sample"),
  history: () => show("history"),
  search: () => focusSearch(),
  help: () => openDialog({ kind: "keys" }),
  close: () => void closeWindow(),
  about: () => openDialog({ kind: "about" }),
  "theme-light": theme("light"),
  "theme-dark": theme("dark"),
  "theme-system": theme("system"),
} as const;

export type MenuAction = keyof typeof MENU_ACTIONS;

const isMenuAction = (action: string): action is MenuAction => action in MENU_ACTIONS;

/** Does what the reader chose in a menu that the program owns. */
export const followMenu = (): (() => void) =>
  program().onMenu((action) => {
    if (isMenuAction(action)) MENU_ACTIONS[action]();
  });
