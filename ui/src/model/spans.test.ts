import { describe, expect, it } from "vitest";
import { day } from "../base/units";
import { daysAround, daysOfResult, densestSpan } from "./spans";

it("an event of one day is shown with its surroundings, a long one as it is", () => {
  expect(daysAround(day(100), day(101))).toEqual({ first: 70.5, last: 130.5 });
  expect(daysAround(day(0), day(900))).toEqual({ first: 0, last: 900 });
});

it("a result is shown from its first event to its last", () => {
  const overview = { from: day(0), to: day(1000), counts: [0, 0, 3, 0, 1, 0, 0, 0, 0, 0] };
  expect(daysOfResult(overview)).toEqual({ first: 200, last: 500 });
  expect(daysOfResult({ ...overview, counts: [0, 0] })).toBeNull();
});

describe("the densest span", () => {
  it.each([
    ["lies round most events", [0, 1, 8, 9, 7, 0, 0, 1, 0, 0], { first: 20, last: 50 }],
    ["is one slice when all is there", [0, 0, 0, 5, 0, 0, 0, 0, 0, 0], { first: 30, last: 40 }],
    ["is not there when nothing happened", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], null],
    ["is not there when nothing is counted", [], null],
  ])("%s", (_, counts, expected) => {
    expect(densestSpan({ from: 0, to: 100, counts }, 0.75)).toEqual(expected);
  });
});
