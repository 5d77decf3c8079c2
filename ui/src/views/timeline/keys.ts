import { scenePx } from "../../base/units";
import { fitChosen } from "../../model/fit";
import { openInspector } from "../../model/frame";
import { clearSelection, selectedNow, step } from "../../model/selection";
import { showAll } from "../../model/timeline";
import { panBy, viewportNow, zoomAt } from "../../model/viewport";
import { travel } from "../../model/viewport_history";
import { focusInspector } from "../inspector/focus";

/** The middle of the drawing, round which the keyboard zooms. */
export const zoomInMiddle = (factor: number): void =>
  zoomAt(scenePx(viewportNow().width / 2), factor);

export const ZOOM_STEP = 1.4;

const KEYS: Readonly<Record<string, () => void>> = {
  ArrowRight: () => step(selectedNow() === null ? "first" : "next"),
  ArrowLeft: () => step(selectedNow() === null ? "last" : "previous"),
  ArrowUp: () => step("lane-above"),
  ArrowDown: () => step("lane-below"),
  Home: () => step("first"),
  End: () => step("last"),
  Enter: openSelected,
  Escape: clearSelection,
  "+": () => zoomInMiddle(1 / ZOOM_STEP),
  "=": () => zoomInMiddle(1 / ZOOM_STEP),
  "-": () => zoomInMiddle(ZOOM_STEP),
  "0": showAll,
  f: fitChosen,
  PageUp: () => panBy(scenePx(-viewportNow().width * 0.8)),
  PageDown: () => panBy(scenePx(viewportNow().width * 0.8)),
};

const WITH_ALT: Readonly<Record<string, () => void>> = {
  ArrowLeft: () => travel("back"),
  ArrowRight: () => travel("forward"),
};

export function onTimelineKey(event: React.KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey) return;
  const act = (event.altKey ? WITH_ALT : KEYS)[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

function openSelected(): void {
  if (selectedNow() === null) return;
  openInspector();
  focusInspector();
}
