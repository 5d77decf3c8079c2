import { expect, it } from "vitest";
import { day } from "../base/units";
import { sayDay } from "./days";
import { say, sayOr } from "./say";

it.each([
  ["frame-counts", { events: 90, sources: 204 }, "90 events · 204 sources"],
  ["frame-counts", { events: 1, sources: 1 }, "1 event · 1 source"],
  ["filters-shown", { shown: 3, total: 1200 }, "Showing 3 of 1,200 events"],
  ["search-total", { total: 0 }, "Nothing found"],
])("%s with %o", (id, args, expected) => {
  expect(say(id, args)).toBe(expected);
});

it("a word that is not on the list is said as it is", () => {
  expect(sayOr("kind", "ruling")).toBe("Ruling");
  expect(sayOr("kind", "verdict")).toBe("verdict");
});

it("a day is said without grouping its year", () => {
  expect(sayDay(day(16996))).toBe("14 July 2016");
});
