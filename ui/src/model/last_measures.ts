import type { SettingsShelf } from "./settings";

/** The sizes that a window and its timeline had. */
export interface Measures {
  /** Of the window, in CSS pixels. */
  readonly window: number;
  readonly timeline: number;
  /** Of the timeline's lanes, below its axis. */
  readonly lanes: number;
  readonly overview: number;
}

export const MEASURES_KEY = "docketline-measures";

/** The sizes that the timeline had when the window last was as wide. */
export function lastMeasures(shelf: SettingsShelf, windowWidth: number): Measures | null {
  const last = read(shelf.getItem(MEASURES_KEY));
  return last?.window === windowWidth ? last : null;
}

/** Anything else than sizes is as good as nothing. */
function read(text: string | null): Measures | null {
  try {
    const { window, timeline, lanes, overview } = JSON.parse(text ?? "{}");
    const sizes = [window, timeline, lanes, overview];
    const isSize = (value: unknown): boolean =>
      typeof value === "number" && value > 0 && value < 100_000;
    return sizes.every(isSize) ? { window, timeline, lanes, overview } : null;
  } catch {
    return null;
  }
}
