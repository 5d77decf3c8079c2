import { useFrame } from "../../model/frame";
import { stepHit } from "../../model/search";
import { MENU_ACTIONS, type MenuAction } from "./menu_actions";

/** Keys that work wherever the focus is. `mod` is Ctrl, or Cmd on a Mac. */
const WITH_MODIFIER: Readonly<Record<string, MenuAction>> = {
  k: "search",
  f: "search",
  z: "undo",
  y: "redo",
  n: "new-event",
  o: "open",
  e: "export",
  h: "history",
  q: "close",
  w: "close",
};

export function followShortcuts(): () => void {
  document.addEventListener("keydown", onWritingKey, { capture: true });
  document.addEventListener("keydown", onKey);
  return () => {
    document.removeEventListener("keydown", onWritingKey, { capture: true });
    document.removeEventListener("keydown", onKey);
  };
}

/**
 * While a text is being written its own undo is meant, not the casebook's. WebKitGTK has it
 * and gives it no key; where an engine has keys for it, they do the same.
 */
function onWritingKey(event: KeyboardEvent): void {
  const key = event.key.toLowerCase();
  const isUndo = (event.ctrlKey || event.metaKey) && (key === "z" || key === "y");
  if (!isUndo || event.altKey || event.isComposing || !takesText(event.target)) return;
  event.preventDefault();
  document.execCommand(key === "y" || event.shiftKey ? "redo" : "undo");
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey || useFrame.getState().dialog) return;
  const action = actionOf(event);
  if (!action) return;
  event.preventDefault();
  action();
}

function actionOf(event: KeyboardEvent): (() => void) | null {
  const key = event.key.toLowerCase();
  if (key === "f3") return () => stepHit(event.shiftKey ? -1 : 1);
  if (event.ctrlKey || event.metaKey) {
    if (key === "g") return () => stepHit(event.shiftKey ? -1 : 1);
    if (key === "z" && event.shiftKey) return MENU_ACTIONS.redo;
    if (key === "n" && event.shiftKey) return MENU_ACTIONS.new;
    const action = WITH_MODIFIER[key];
    return action ? MENU_ACTIONS[action] : null;
  }
  if (takesText(event.target) || isChoosing(event.target)) return null;
  if (key === "/") return MENU_ACTIONS.search;
  if (key === "?") return MENU_ACTIONS.help;
  if (key === "n") return MENU_ACTIONS["quick-entry"];
  if (isAtRecords(event.target)) return null;
  if (key === "e") return MENU_ACTIONS["edit-event"];
  if (key === "b") return MENU_ACTIONS["change-events"];
  if (key === "j") return MENU_ACTIONS["merge-events"];
  return key === "delete" ? MENU_ACTIONS["delete-events"] : null;
}

/** A box that is ticked is an input too, but no letter goes into it. */
const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches("input, textarea, [contenteditable]") &&
  !target.matches("[type=checkbox], [type=radio], [type=range], [readonly]");

/** A choice is reached by the first letters of its name. */
const isChoosing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("select, [role=menu]") !== null;

/** What is chosen there is a record, and not the event that the timeline shows. */
const isAtRecords = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest(".contents") !== null;
