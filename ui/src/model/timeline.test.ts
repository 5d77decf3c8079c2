import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { day, scenePx } from "../base/units";
import type { CommandName, Transport } from "../ipc/commands";
import { fakeTransport } from "../ipc/fake_transport";
import { adopt, startCasebook, summaryNow } from "./casebook";
import { changeFilter, NO_FILTER } from "./filter";
import { ask, connect } from "./program";
import { clearSelection, select, useSelection } from "./selection";
import { showAll, sizeOverview, startTimeline, useTimeline } from "./timeline";
import {
  lastDayOf,
  panBy,
  resize,
  showWindow,
  useViewport,
  viewportNow,
  zoomAt,
} from "./viewport";

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

  it("comes again for a casebook that was left and opened again at once", async () => {
    const summary = summaryNow();
    if (!summary) throw new Error("no casebook");
    const other = { ...summary, path: "/home/reader/My Cases/Other.casebook" };
    adopt(other);
    await settle();
    adopt(summary);
    await settle();
    adopt(other);
    adopt(summary);
    await settle();
    expect(useTimeline.getState().picture?.marks.length).toBeGreaterThan(20);
  });

  it("of a casebook that was left is not shown, however alike their folders are", async () => {
    const summary = summaryNow();
    if (!summary) throw new Error("no casebook");
    const [one, other] = ["One", "Other"].map((name) => ({
      ...summary,
      path: `/home/reader/My Cases/${name}.casebook`,
    }));
    if (!one || !other) throw new Error("no casebooks");
    adopt(one);
    await settle();
    panBy(scenePx(5000));
    adopt(other);
    await vi.advanceTimersByTimeAsync(5);
    expect(useTimeline.getState().picture).toBeNull();
  });
});

describe("a casebook that was empty", () => {
  let stop: () => void;
  const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(100);
  const add = async (line: string): Promise<void> => {
    const adding = ask("add_entry", { line, choice: { date: null, lane: null, kind: null } });
    await settle();
    const outcome = await adding;
    if (outcome.became !== "saved") throw new Error(`refused: ${line}`);
    adopt(outcome.summary);
    await settle();
  };
  const shown = (): number[] => [viewportNow().from, lastDayOf(viewportNow())];
  const JULY = 16_996;

  beforeEach(async () => {
    vi.useFakeTimers();
    connect(fakeTransport({ start: "empty", readOnly: false }));
    changeFilter(NO_FILTER);
    clearSelection();
    useViewport.setState({ from: day(0), daysPerPx: 1, isPlaced: false });
    stop = startTimeline();
    resize(scenePx(900), scenePx(700));
    sizeOverview(850 + Math.random());
    const started = startCasebook(ask("current_casebook", {}));
    await settle();
    await started;
  });
  afterEach(() => stop());

  it("opens on what comes into it first, with some weeks round one day alone", async () => {
    expect(viewportNow().isPlaced).toBe(false);
    await add("14 July 2016 Second Circuit reverses #appeal");
    expect(viewportNow().isPlaced).toBe(true);
    const [first = 0, last = 0] = shown();
    expect(last - first).toBeGreaterThan(40);
    expect(first).toBeLessThan(JULY);
    expect(last).toBeGreaterThan(JULY);
    expect(useTimeline.getState().picture?.marks.length).toBe(1);
  });

  it("stays where the reader is when more comes into it", async () => {
    await add("14 July 2016 Second Circuit reverses #appeal");
    showWindow(day(0), day(90));
    await add("15 July 2016 The press reports it #press");
    expect(shown()).toEqual([0, 90]);
  });

  it("is shown whole with some weeks round one day alone", async () => {
    await add("14 July 2016 Second Circuit reverses #appeal");
    showWindow(day(0), day(90));
    showAll();
    const [first = 0, last = 0] = shown();
    expect(last - first).toBeGreaterThan(60);
    expect(Math.abs((first + last) / 2 - JULY)).toBeLessThan(2);
  });
});
