import { scenePx } from "../base/units";
import type { SettingsShelf } from "./settings";
import { overviewWidthNow, sizeOverview, useTimeline } from "./timeline";
import { resize, viewportNow } from "./viewport";

interface Measures {
  /** Of the window, in CSS pixels. */
  readonly window: number;
  readonly timeline: number;
  /** Of the timeline's lanes, below its axis. */
  readonly lanes: number;
  readonly overview: number;
}

const KEY = "docketline-measures";

/**
 * Begins with the sizes that the timeline had when the window last was as wide, so that
 * the first picture is asked for while the page is still being made. Where they are wrong
 * the page measures others, and asks again.
 */
export function keepMeasures(shelf: SettingsShelf, windowWidth: () => number): () => void {
  const last = read(shelf.getItem(KEY));
  if (last?.window === windowWidth()) {
    resize(scenePx(last.timeline), scenePx(last.lanes));
    sizeOverview(last.overview);
  }
  let kept = JSON.stringify(last);
  // With every picture, because a picture follows whatever was measured.
  return useTimeline.subscribe(() => {
    const now: Measures = {
      window: windowWidth(),
      timeline: viewportNow().width,
      lanes: viewportNow().height,
      overview: overviewWidthNow(),
    };
    const text = JSON.stringify(now);
    if (text === kept) return;
    kept = text;
    shelf.setItem(KEY, text);
  });
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
