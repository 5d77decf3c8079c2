import { describe, expect, it } from "vitest";
import { day, scenePx } from "../../base/units";
import { pictureOf } from "../../render/testing";
import { daysOfBand, openingOf } from "./band";

const viewport = { from: day(0), daysPerPx: 1, width: scenePx(500), covered: scenePx(0) };
const days = (x0: number, x1: number) =>
  daysOfBand(pictureOf([], {}, [{ x0, x1, count: 9 }]), 0, viewport);

describe("the days of a count", () => {
  it.each([
    ["in view", 40, 90, { first: 40, last: 90 }],
    ["at the edge of the view", 480, 530, { first: 480, last: 530 }],
    ["that is wider than the view", -900, 1_900, { first: 0, last: 500 }],
    ["that is wider than the view and ends in it", -900, 300, { first: 0, last: 300 }],
  ])("%s", (_, x0, x1, expected) => {
    expect(days(x0, x1)).toEqual(expected);
  });
});

describe("a click on a count", () => {
  it.each([
    ["comes closer to some weeks", 40, 90, 1, "zoom"],
    ["comes closer to all but a day", 40, 41.5, 0.1, "zoom"],
    ["lists what is within a day", 40.2, 40.8, 0.1, "list"],
    ["lists what fills the view, where it would go back", 0, 500, 1, "list"],
    ["lists what nearly fills the view, where it would hardly move", 100, 340, 1, "list"],
    ["lists what lies within a day in a view of hours", 40.2, 40.3, 0.001, "list"],
  ])("%s", (_, first, last, daysPerPx, expected) => {
    const place = { ...viewport, daysPerPx };
    expect(openingOf({ first: day(first), last: day(last) }, place)).toBe(expected);
  });

  it("lists what would fill what the inspector leaves of the view", () => {
    const span = { first: day(100), last: day(250) };
    expect(openingOf(span, viewport)).toBe("zoom");
    expect(openingOf(span, { ...viewport, covered: scenePx(200) })).toBe("list");
  });
});
