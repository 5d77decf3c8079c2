import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayFromIso } from "../base/civil";
import { day, scenePx } from "../base/units";
import { fakeTransport } from "../ipc/fake_transport";
import { clearChosen, toggleChosen } from "./chosen";
import { daysOfEvents, fitChosen } from "./fit";
import { connect } from "./program";
import { clearSelection, select } from "./selection";
import { useTimeline } from "./timeline";
import { cover, lastDayOf, resize, showWindow, viewportNow } from "./viewport";

describe("the days of events", () => {
  it.each([
    ["one day", [["2014-07-14", "2014-07-14"]], ["2014-07-14", "2014-07-15"]],
    ["an open end", [["2014-07-14", null]], ["2014-07-14", "2014-07-15"]],
    ["an open beginning", [[null, "2014-07-14"]], ["2014-07-14", "2014-07-15"]],
    [
      "several, the longest in the middle",
      [
        ["2014-07-14", "2014-07-14"],
        ["2010-01-01", "2018-12-31"],
        ["2016-07-14", "2016-07-14"],
      ],
      ["2010-01-01", "2019-01-01"],
    ],
  ] as const)("of %s", (_, events, [first, last]) => {
    const bounds = events.map(([earliest, latest]) => ({ earliest, latest }));
    expect(daysOfEvents(bounds)).toEqual({ first: dayFromIso(first), last: dayFromIso(last) });
  });

  it("are none where no day is known", () => {
    expect(daysOfEvents([{ earliest: null, latest: null }])).toBeNull();
    expect(daysOfEvents([])).toBeNull();
  });
});

describe("fitting what is chosen", () => {
  const COUNTS = { from: 0, to: 1000, counts: [0, 0, 3, 0, 1, 0, 0, 0, 0, 0], ticks: [] };
  const shows = (iso: string): boolean => {
    const at = dayFromIso(iso) ?? Number.NaN;
    return viewportNow().from <= at && at < lastDayOf(viewportNow());
  };
  const showsResult = (): boolean =>
    Math.abs(viewportNow().from - 188) < 1 && Math.abs(lastDayOf(viewportNow()) - 512) < 1;

  beforeEach(() => {
    connect(fakeTransport({ start: "sample", readOnly: false, delay: 0 }));
    resize(scenePx(1000), scenePx(700));
    cover(scenePx(0));
    showWindow(day(0), day(100));
    useTimeline.setState({ overview: COUNTS });
  });
  afterEach(() => {
    clearChosen();
    clearSelection();
    useTimeline.setState({ overview: null });
  });

  it("shows all that is selected together, wherever it is", async () => {
    // The Stored Communications Act of 1986 and an event of decades later.
    select(1, "place");
    toggleChosen(60);
    await fitChosen();
    expect(shows("1986-10-21")).toBe(true);
    expect(shows("2013-12-04")).toBe(true);
  });

  it("shows the selected event, and pressed again what passes, by turns", async () => {
    select(1, "place");
    await fitChosen();
    expect(shows("1986-10-21")).toBe(true);
    expect(showsResult()).toBe(false);
    await fitChosen();
    expect(showsResult()).toBe(true);
    await fitChosen();
    expect(shows("1986-10-21")).toBe(true);
  });

  it("shows what passes when nothing is selected", async () => {
    await fitChosen();
    expect(showsResult()).toBe(true);
  });
});
