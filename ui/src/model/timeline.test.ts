import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { day, scenePx } from "../base/units";
import type { CommandName, Transport } from "../ipc/commands";
import { fakeTransport } from "../ipc/fake_transport";
import { startCasebook } from "./casebook";
import { changeFilter, NO_FILTER } from "./filter";
import { ask, connect } from "./program";
import { clearSelection, select, useSelection } from "./selection";
import { densestSpan, sizeOverview, startTimeline, useTimeline } from "./timeline";
import { panBy, resize, useViewport, viewportNow, zoomAt } from "./viewport";

describe("the densest span", () => {
  it.each([
    ["lies round most events", [0, 1, 8, 9, 7, 0, 0, 1, 0, 0], [20, 50]],
    ["is everything when nothing happened", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 100]],
    ["is one slice when all is there", [0, 0, 0, 5, 0, 0, 0, 0, 0, 0], [30, 40]],
  ])("%s", (_, counts, expected) => {
    expect(densestSpan({ from: 0, to: 100, counts }, 0.75)).toEqual(expected);
  });
});

describe("the picture", () => {
  let asked: CommandName[];
  let stop: () => void;
  const scenes = (): number => asked.filter((name) => name === "timeline_scene").length;
  const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(100);

  beforeEach(async () => {
    vi.useFakeTimers();
    const fake = fakeTransport({ start: "sample", readOnly: false });
    asked = [];
    const spy: Transport = {
      ...fake,
      call(name, args) {
        asked.push(name);
        return fake.call(name, args);
      },
    };
    connect(spy);
    changeFilter(NO_FILTER);
    clearSelection();
    stop = startTimeline();
    resize(scenePx(900), scenePx(700));
    sizeOverview(850 + Math.random());
    const started = startCasebook(ask("current_casebook", {}));
    await settle();
    await started;
  });
  afterEach(() => stop());

  it("is asked for once the casebook is open and its place is known", () => {
    expect(scenes()).toBe(1);
    expect(useTimeline.getState().picture?.marks.length).toBeGreaterThan(20);
  });

  it("serves while the reader pans inside it and is asked for anew near its edge", async () => {
    panBy(scenePx(100));
    await settle();
    expect(scenes()).toBe(1);
    panBy(scenePx(800));
    await settle();
    expect(scenes()).toBe(2);
  });

  it("is asked for only as often as it is answered while the reader zooms", async () => {
    for (let i = 0; i < 60; i += 1) zoomAt(scenePx(300), 0.98);
    await settle();
    expect(scenes()).toBe(3);
    expect(useTimeline.getState().picture?.daysPerPx).toBeCloseTo(viewportNow().daysPerPx, 9);
  });

  it("follows the filter and the selection", async () => {
    changeFilter({ lanes: ["appeal"] });
    await settle();
    const lanes = useTimeline.getState().picture?.lanes.map(({ events }) => events);
    expect(lanes).toEqual([17]);
    changeFilter(NO_FILTER);
    select(30);
    await settle();
    expect(useSelection.getState().detail?.key).toBe(30);
    const flags = useTimeline.getState().picture?.marks.flags ?? [];
    expect([...flags].filter((bits) => (bits & 32) !== 0)).toHaveLength(1);
  });

  it("brings a selected event into view that was far off", async () => {
    useViewport.setState({ from: day(100_000) });
    select(1);
    await settle();
    const { from, daysPerPx, width } = viewportNow();
    const enacted = 6137;
    expect(from).toBeLessThan(enacted);
    expect(from + daysPerPx * width).toBeGreaterThan(enacted);
  });
});
