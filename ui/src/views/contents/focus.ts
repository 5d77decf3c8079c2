export const RECORD_LIST = "record-list";

/** Back to the list, once it shows what was just done. */
export function focusList(): void {
  requestAnimationFrame(() => document.getElementById(RECORD_LIST)?.focus());
}
