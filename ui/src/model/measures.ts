import { scenePx } from "../base/units";
import { lastMeasures, MEASURES_KEY, type Measures } from "./last_measures";
import type { SettingsShelf } from "./settings";
import { overviewWidthNow, sizeOverview, useTimeline } from "./timeline";
import { resize, viewportNow } from "./viewport";

/**
 * Begins with the sizes that the timeline had when the window last was as wide, so that
 * the first picture is asked for while the page is still being made. Where they are wrong
 * the page measures others, and asks again.
 */
export function keepMeasures(shelf: SettingsShelf, windowWidth: () => number): () => void {
  const last = lastMeasures(shelf, windowWidth());
  if (last) {
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
    shelf.setItem(MEASURES_KEY, text);
  });
}
