export const INSPECTOR_TITLE = "inspector-title";

/** Moves to the selected event's heading, once the panel that holds it is there. */
export function focusInspector(): void {
  requestAnimationFrame(() => document.getElementById(INSPECTOR_TITLE)?.focus());
}
