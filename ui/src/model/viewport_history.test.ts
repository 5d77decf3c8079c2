import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { day, scenePx } from "../base/units";
import {
  openAt,
  panBy,
  resize,
  showWindow,
  useViewport,
  viewportNow,
  zoomAt,
} from "./viewport";
import { followViewport, travel, useViewportHistory } from "./viewport_history";

let stop = () => {};

const shown = (): number[] => {
  const { from, daysPerPx, width } = viewportNow();
  return [Math.round(from), Math.round(from + daysPerPx * width)];
};
const goTo = (first: number, last: number): void => {
  showWindow(day(first), day(last));
  vi.advanceTimersByTime(600);
};

beforeEach(() => {
  vi.useFakeTimers();
  useViewport.setState({ isPlaced: true, from: day(0), daysPerPx: 1, width: scenePx(1000) });
  useViewportHistory.setState({ past: [], future: [] });
  stop = followViewport();
  resize(scenePx(1000), scenePx(700));
  goTo(0, 1000);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

describe("the way back through the viewports", () => {
  it("leads through every place that the reader rested at, and forward again", () => {
    goTo(5000, 6000);
    goTo(5200, 5300);
    travel("back");
    expect(shown()).toEqual([5000, 6000]);
    travel("back");
    expect(shown()).toEqual([0, 1000]);
    travel("back");
    expect(shown()).toEqual([0, 1000]);
    travel("forward");
    travel("forward");
    expect(shown()).toEqual([5200, 5300]);
    travel("forward");
    expect(shown()).toEqual([5200, 5300]);
  });

  it("takes a gesture as one step, however many it is made of", () => {
    for (let i = 0; i < 50; i += 1) zoomAt(scenePx(500), 0.95);
    vi.advanceTimersByTime(600);
    expect(useViewportHistory.getState().past).toHaveLength(1);
    travel("back");
    expect(shown()).toEqual([0, 1000]);
  });

  it("does not wait for the reader to rest", () => {
    panBy(scenePx(700));
    travel("back");
    expect(shown()).toEqual([0, 1000]);
    travel("forward");
    expect(shown()).toEqual([700, 1700]);
  });

  it("forgets what lay ahead when the reader goes elsewhere", () => {
    goTo(5000, 6000);
    travel("back");
    vi.advanceTimersByTime(600);
    goTo(-900, -500);
    expect(useViewportHistory.getState().future).toEqual([]);
    travel("back");
    expect(shown()).toEqual([0, 1000]);
  });

  it("goes back and forward again among parts of a day", () => {
    goTo(5000, 5000.25);
    goTo(5000.5, 5000.6);
    travel("back");
    vi.advanceTimersByTime(600);
    expect(viewportNow().from).toBeCloseTo(5000, 6);
    expect(useViewportHistory.getState().future).toHaveLength(1);
    travel("forward");
    expect(viewportNow().from).toBeCloseTo(5000.5, 6);
  });

  it("does not lead to where the timeline was before it was placed", () => {
    stop();
    useViewport.setState({ isPlaced: false, from: day(0), daysPerPx: 1, width: scenePx(0) });
    useViewportHistory.setState({ past: [], future: [] });
    stop = followViewport();
    resize(scenePx(1000), scenePx(700));
    vi.advanceTimersByTime(600);
    resize(scenePx(900), scenePx(700));
    vi.advanceTimersByTime(600);
    openAt(day(16_000), day(17_000));
    vi.advanceTimersByTime(600);
    expect(useViewportHistory.getState().past).toEqual([]);
  });

  it("remembers a place that was reached just before the window was resized", () => {
    showWindow(day(5000), day(6000));
    vi.advanceTimersByTime(100);
    resize(scenePx(900), scenePx(700));
    vi.advanceTimersByTime(600);
    expect(useViewportHistory.getState().past).toHaveLength(1);
    travel("back");
    expect(viewportNow().from).toBe(0);
  });
});
