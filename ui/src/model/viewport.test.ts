import { beforeEach, describe, expect, it } from "vitest";
import { day, scenePx } from "../base/units";
import {
  cover,
  lastDayOf,
  panBy,
  resize,
  reveal,
  showSpan,
  showWindow,
  useViewport,
  viewportNow,
  zoomAt,
} from "./viewport";

beforeEach(() => {
  useViewport.setState({ from: day(1000), daysPerPx: 2, width: scenePx(500) });
  cover(scenePx(0));
});

describe("the viewport", () => {
  it.each([0.5, 0.9, 1.4, 3])("zooms by %f and keeps the day under the pointer", (factor) => {
    const x = scenePx(137);
    const before = viewportNow().from + x * viewportNow().daysPerPx;
    zoomAt(x, factor);
    const after = viewportNow().from + x * viewportNow().daysPerPx;
    expect(after).toBeCloseTo(before, 9);
    expect(viewportNow().daysPerPx).toBeCloseTo(2 * factor, 12);
  });

  it("stops zooming at either end", () => {
    for (let i = 0; i < 200; i += 1) zoomAt(scenePx(0), 0.5);
    const minute = 1 / (24 * 60);
    expect(viewportNow().daysPerPx * 1200).toBeCloseTo(minute, 9);
  });

  it.each([300, 650, 1200, 2560])(
    "has room for the age of the universe in %i pixels",
    (width) => {
      resize(scenePx(width), scenePx(500));
      const age = 14e9 * 365.2425;
      showSpan(day(-age), day(0));
      expect(viewportNow().from).toBeLessThanOrEqual(-age);
      expect(lastDayOf(viewportNow())).toBeGreaterThanOrEqual(0);
    },
  );

  it.each([
    ["an hour", 1 / 24],
    ["a quarter of a day", 0.25],
    ["a day and a half", 1.5],
  ])("shows exactly the window of %s that it is asked for", (_, length) => {
    showWindow(day(100), day(100 + length));
    expect(viewportNow().from).toBeCloseTo(100, 9);
    expect(lastDayOf(viewportNow())).toBeCloseTo(100 + length, 9);
  });

  it("shows a span beside what lies over the view, and a window under it", () => {
    cover(scenePx(100));
    showSpan(day(100), day(200), 0);
    expect(viewportNow()).toMatchObject({ from: 100, daysPerPx: 0.25 });
    showWindow(day(100), day(200));
    expect(viewportNow()).toMatchObject({ from: 100, daysPerPx: 0.2 });
  });

  it("shows a span with room on both sides", () => {
    showSpan(day(100), day(200), 0.1);
    expect(viewportNow().from).toBeCloseTo(90, 9);
    expect(lastDayOf(viewportNow())).toBeCloseTo(210, 9);
  });

  it("pans by pixels and keeps its start when it is resized", () => {
    panBy(scenePx(-10));
    expect(viewportNow().from).toBe(980);
    resize(scenePx(700), scenePx(500));
    expect(viewportNow()).toMatchObject({ from: 980, daysPerPx: 2, width: 700 });
  });

  it.each([
    ["in view already", 1500, 1501, 1000],
    ["a little too early", 990, 991, 870],
    ["a little too late", 2010, 2011, 1131],
  ])("brings an event into view that is %s", (_, first, last, from) => {
    reveal(day(first), day(last));
    expect(viewportNow().from).toBeCloseTo(from, 6);
  });

  it("centres an event that is far off", () => {
    reveal(day(9000), day(9001));
    const { from, daysPerPx, width } = viewportNow();
    expect(from + (daysPerPx * width) / 2).toBeCloseTo(9000.5, 6);
  });

  it("counts what lies under the inspector as out of view", () => {
    cover(scenePx(250));
    reveal(day(1600), day(1601));
    expect(viewportNow().from).toBeGreaterThan(1100);
    expect(viewportNow().from + 500).toBeGreaterThan(1601);
  });
});
