import { useEffect } from "react";
import { selectedNow } from "../../model/selection";

export const INSPECTOR_TITLE = "inspector-title";

let isWanted = false;

/** Moves to the selected event's heading, as soon as the panel shows that event. */
export function focusInspector(): void {
  isWanted = true;
  requestAnimationFrame(() => giveFocus(null));
}

/** Gives the focus that was asked for once the page shows `event`. */
export function useWantedFocus(event: number): void {
  useEffect(() => giveFocus(event), [event]);
}

function giveFocus(shown: number | null): void {
  const title = document.getElementById(INSPECTOR_TITLE);
  const event = shown ?? Number(title?.dataset.event);
  if (!isWanted || !title || event !== selectedNow()) return;
  isWanted = false;
  title.focus();
}
