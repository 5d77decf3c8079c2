import { create } from "zustand";
import { clamp, shiftIntoView } from "../base/geometry";
import { type Day, day, type ScenePx, scenePx } from "../base/units";

/** What the reader looks at: the day at the left edge and how many days a pixel holds. */
export interface ViewportState {
  /** Whether these are days of the casebook; until they are, nobody has looked at them. */
  readonly isPlaced: boolean;
  readonly from: Day;
  readonly daysPerPx: number;
  /** Width of the drawing without the lane heads; 0 until it was measured. */
  readonly width: ScenePx;
  /** How far the lanes are scrolled up, and how much of them is in view. */
  readonly top: ScenePx;
  readonly height: ScenePx;
  /** How much of it lies under the inspector, at the right. */
  readonly covered: ScenePx;
}

/**
 * A minute across the usual width of the drawing, and the age of the universe across one
 * that is far too narrow to be read, so that all of it fits into any.
 */
const CLOSEST = 1 / (24 * 60) / 1200;
const FARTHEST = (14e9 * 365.2425) / 100;

export const useViewport = create<ViewportState>(() => ({
  isPlaced: false,
  from: day(0),
  daysPerPx: 1,
  width: scenePx(0),
  top: scenePx(0),
  height: scenePx(0),
  covered: scenePx(0),
}));

export const viewportNow = (): ViewportState => useViewport.getState();

export const lastDayOf = ({ from, daysPerPx, width }: ViewportState): Day =>
  day(from + daysPerPx * width);

export const resize = (width: ScenePx, height: ScenePx): void => {
  const now = viewportNow();
  if (width !== now.width || height !== now.height) useViewport.setState({ width, height });
};

export const scrollTo = (top: ScenePx): void => {
  if (top !== viewportNow().top) useViewport.setState({ top });
};

export const cover = (covered: ScenePx): void => {
  if (covered !== viewportNow().covered) useViewport.setState({ covered });
};

export const panBy = (distance: ScenePx): void =>
  useViewport.setState(({ from, daysPerPx }) => ({ from: day(from + distance * daysPerPx) }));

/** Zooms by `factor` (above 1 shows more days) and keeps the day under `x` where it is. */
export const zoomAt = (x: ScenePx, factor: number): void =>
  useViewport.setState(({ from, daysPerPx }) => {
    const next = clamp(daysPerPx * factor, CLOSEST, FARTHEST);
    return { daysPerPx: next, from: day(from + x * (daysPerPx - next)) };
  });

/** Part of the drawing that counts as in view, however much the inspector covers. */
const LEAST_SEEN = 0.2;

/** How much of the drawing the inspector leaves in view. */
export const seenWidth = ({
  width,
  covered,
}: Pick<ViewportState, "width" | "covered">): number =>
  Math.max(width - covered, width * LEAST_SEEN);

/** Of the days of a span, left free on either side. */
const ROOM = 0.04;

/** Shows a span of days beside the inspector, with a little room on both sides. */
export const showSpan = (first: Day, last: Day, room = ROOM): void =>
  useViewport.setState((now) => spanIn(now, first, last, room));

/** Shows the days on which a casebook opens. */
export const openAt = (first: Day, last: Day): void =>
  useViewport.setState((now) => ({ ...spanIn(now, first, last, 0.05), isPlaced: true }));

/** The casebook that comes, or what comes into it, may be of other days. */
export const forgetPlace = (): void => useViewport.setState({ isPlaced: false });

/** Whether that is what is shown already, give or take a hundredth. */
export function showsSpan(first: Day, last: Day): boolean {
  const now = viewportNow();
  const { from, daysPerPx } = spanIn(now, first, last, ROOM);
  return (
    Math.abs(daysPerPx / now.daysPerPx - 1) < 0.01 &&
    Math.abs(from - now.from) < now.width * now.daysPerPx * 0.01
  );
}

type Place = Pick<ViewportState, "from" | "daysPerPx">;

/** Before the drawing was measured, everything stays where it is. */
function spanIn(now: ViewportState, first: Day, last: Day, room: number): Place {
  if (now.width <= 0) return now;
  const seen = seenWidth(now);
  const daysPerPx = clamp(((last - first) * (1 + 2 * room)) / seen, CLOSEST, FARTHEST);
  return { daysPerPx, from: day((first + last) / 2 - (daysPerPx * seen) / 2) };
}

/** Shows exactly the days between two edges, as the window of the overview asks for. */
export const showWindow = (first: Day, last: Day): void =>
  useViewport.setState((now): Place => {
    const { width } = now;
    if (width <= 0) return now;
    const daysPerPx = clamp((last - first) / width, CLOSEST, FARTHEST);
    return { daysPerPx, from: day((first + last) / 2 - (daysPerPx * width) / 2) };
  });

/** Moves just far enough to bring an event into view; one that is far off is centred. */
export function reveal(first: Day, last: Day): void {
  const now = viewportNow();
  const { from, daysPerPx, width } = now;
  if (width <= 0) return;
  const visible = daysPerPx * seenWidth(now);
  const room = visible * 0.12;
  const to = from + visible;
  const shift = shiftIntoView(first - room, last + room, from, to);
  if (shift === 0) return;
  const far = Math.abs(shift) > visible;
  useViewport.setState({
    from: day(far ? (first + Math.min(last, first + visible)) / 2 - visible / 2 : from + shift),
  });
}
