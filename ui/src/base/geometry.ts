export const clamp = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(value, high));

/** How far to move so that `[low, high]` lies within `[from, to]`; its start wins. */
export function shiftIntoView(low: number, high: number, from: number, to: number): number {
  if (low < from) return low - from;
  if (high > to) return Math.min(high - to, low - from);
  return 0;
}
