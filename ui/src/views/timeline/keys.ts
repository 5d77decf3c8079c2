import { scenePx } from "../../base/units";
import { mayEdit } from "../../model/casebook";
import { clearChosen, stepExtending, toggleSelected, useChosen } from "../../model/chosen";
import { fitChosen } from "../../model/fit";
import { openInspector } from "../../model/frame";
import {
  cancelMove,
  finishMove,
  moveBySteps,
  moveNow,
  movePart,
  startMove,
} from "../../model/moving";
import { relateSelected } from "../../model/relating";
import { clearSelection, selectedNow, step } from "../../model/selection";
import { showAll } from "../../model/timeline";
import { panBy, viewportNow, zoomAt } from "../../model/viewport";
import { travel } from "../../model/viewport_history";
import { focusInspector } from "../inspector/focus";

/** The middle of the drawing, round which the keyboard zooms. */
export const zoomInMiddle = (factor: number): void =>
  zoomAt(scenePx(viewportNow().width / 2), factor);

export const ZOOM_STEP = 1.4;

/** While an event is moved, the keys are its own. */
const MOVING: Readonly<Record<string, () => void>> = {
  ArrowRight: () => moveBySteps(1),
  ArrowLeft: () => moveBySteps(-1),
  Tab: () => movePart(1),
  Enter: () => void finishMove(),
  Escape: cancelMove,
};

const MOVING_WITH_SHIFT: Readonly<Record<string, () => void>> = {
  ArrowRight: () => moveBySteps(10),
  ArrowLeft: () => moveBySteps(-10),
  Tab: () => movePart(-1),
};

const WITH_CTRL: Readonly<Record<string, () => void>> = {
  ArrowRight: () => moveSelected(1),
  ArrowLeft: () => moveSelected(-1),
};

const WITH_SHIFT: Readonly<Record<string, () => void>> = {
  ArrowRight: () => stepExtending("next"),
  ArrowLeft: () => stepExtending("previous"),
  ArrowUp: () => stepExtending("lane-above"),
  ArrowDown: () => stepExtending("lane-below"),
};

const KEYS: Readonly<Record<string, () => void>> = {
  ArrowRight: () => step(selectedNow() === null ? "first" : "next"),
  ArrowLeft: () => step(selectedNow() === null ? "last" : "previous"),
  ArrowUp: () => step("lane-above"),
  ArrowDown: () => step("lane-below"),
  Home: () => step("first"),
  End: () => step("last"),
  Enter: openSelected,
  Escape: leave,
  " ": toggleSelected,
  m: () => moveSelected(0),
  "+": () => zoomInMiddle(1 / ZOOM_STEP),
  "=": () => zoomInMiddle(1 / ZOOM_STEP),
  "-": () => zoomInMiddle(ZOOM_STEP),
  "0": showAll,
  f: () => void fitChosen(),
  r: relateSelected,
  PageUp: () => panBy(scenePx(-viewportNow().width * 0.8)),
  PageDown: () => panBy(scenePx(viewportNow().width * 0.8)),
};

const WITH_ALT: Readonly<Record<string, () => void>> = {
  ArrowLeft: () => travel("back"),
  ArrowRight: () => travel("forward"),
};

export function onTimelineKey(event: React.KeyboardEvent): void {
  const isMoving = moveNow()?.byKeys === true;
  const keys = isMoving
    ? event.shiftKey
      ? MOVING_WITH_SHIFT
      : MOVING
    : event.ctrlKey || event.metaKey
      ? WITH_CTRL
      : event.altKey
        ? WITH_ALT
        : event.shiftKey && event.key in WITH_SHIFT
          ? WITH_SHIFT
          : KEYS;
  // Caps Lock, or Shift by mistake, means no other key.
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  // A drag of the pointer is given up as the keyboard's move is.
  const act = event.key === "Escape" && moveNow() ? cancelMove : keys[key];
  // Those that mean nothing to it mean nothing to the rest of the window either.
  const isItsOwn = isMoving && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (act || isItsOwn) event.preventDefault();
  act?.();
}

/** Several that are selected together are let go first. */
function leave(): void {
  if (useChosen.getState().keys.size > 0) clearChosen();
  else clearSelection();
}

function moveSelected(steps: number): void {
  const key = selectedNow();
  if (key === null || !mayEdit()) return;
  startMove(key, "whole", true);
  moveBySteps(steps);
}

function openSelected(): void {
  if (selectedNow() === null) return;
  openInspector();
  focusInspector();
}
