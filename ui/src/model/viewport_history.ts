import { create } from "zustand";
import type { Day } from "../base/units";
import { summaryNow, useCasebook } from "./casebook";
import {
  lastDayOf,
  showWindow,
  useViewport,
  type ViewportState,
  viewportNow,
} from "./viewport";

/** Days that the reader has looked at for a while. */
interface Stay {
  readonly first: Day;
  readonly last: Day;
}

export interface ViewportHistory {
  readonly past: readonly Stay[];
  readonly future: readonly Stay[];
}

export const useViewportHistory = create<ViewportHistory>(() => ({ past: [], future: [] }));

/** A view that rests this long is one to come back to. */
const REST_MS = 500;
const KEPT = 100;

let here: Stay | null = null;
let rest: ReturnType<typeof setTimeout> | undefined;

/** Where nobody has been led to yet, nobody has stayed. */
const stayAt = (viewport: ViewportState): Stay | null =>
  viewport.isPlaced && viewport.width > 0
    ? { first: viewport.from, last: lastDayOf(viewport) }
    : null;

/** Whether two stays show the same, give or take a fiftieth. */
function isSame(a: Stay, b: Stay): boolean {
  const slack = Math.max(a.last - a.first, b.last - b.first) / 50;
  return Math.abs(a.first - b.first) < slack && Math.abs(a.last - b.last) < slack;
}

function arriveAt(viewport: ViewportState): void {
  clearTimeout(rest);
  const now = stayAt(viewport);
  if (!now || (here && isSame(here, now))) return;
  const before = here;
  here = now;
  if (!before) return;
  useViewportHistory.setState(({ past }) => ({
    past: [...past, before].slice(-KEPT),
    future: [],
  }));
}

/** Shows again what was shown before, or what was left by going back. */
export function travel(by: "back" | "forward"): void {
  // What the reader has only just come to is a place as well.
  arriveAt(viewportNow());
  const { past, future } = useViewportHistory.getState();
  const to = by === "back" ? past.at(-1) : future[0];
  if (!to || !here) return;
  useViewportHistory.setState(
    by === "back"
      ? { past: past.slice(0, -1), future: [here, ...future] }
      : { past: [...past, here], future: future.slice(1) },
  );
  here = to;
  showWindow(to.first, to.last);
}

/** Remembers where the reader rests, for as long as the casebook is open. */
export function followViewport(): () => void {
  let path = summaryNow()?.path;
  here = null;
  const stops = [
    useViewport.subscribe((now, before) => {
      // A narrower window shows fewer days; nobody has gone anywhere by that.
      if (now.width !== before.width) {
        arriveAt(before);
        here = stayAt(now);
        return;
      }
      clearTimeout(rest);
      rest = setTimeout(() => arriveAt(viewportNow()), REST_MS);
    }),
    useCasebook.subscribe(() => {
      const now = summaryNow()?.path;
      if (now === path) return;
      path = now;
      here = null;
      useViewportHistory.setState({ past: [], future: [] });
    }),
  ];
  return () => {
    clearTimeout(rest);
    for (const stop of stops) stop();
  };
}
