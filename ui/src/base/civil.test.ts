import { describe, expect, it } from "vitest";
import { civilFromDay, dayFromCivil, dayFromIso, isoFromDay, lengthBetween } from "./civil";
import { day } from "./units";

describe("a civil date", () => {
  it.each([
    ["1970-01-01", 0],
    ["1969-12-31", -1],
    ["2000-02-29", 11016],
    ["2014-09-08", 16321],
    ["0000-03-01", -719468],
    ["-0001-12-31", -719529],
    ["Y12000-01-01", 3663382],
  ])("%s is day %i and reads back", (iso, number) => {
    expect(dayFromIso(iso)).toBe(number);
    expect(isoFromDay(day(number))).toBe(iso);
  });

  it("survives the way there and back over four thousand years", () => {
    for (let n = -1_000_000; n < 500_000; n += 97) {
      expect(dayFromCivil(civilFromDay(day(n)))).toBe(n);
    }
  });

  it.each(["2014", "2014-09", "14 July 2016", ""])("is not read from %j", (text) => {
    expect(dayFromIso(text)).toBeNull();
  });
});

describe("the length of a span", () => {
  it.each([
    ["2014-09-08", "2016-07-14", { days: 675, years: 1, months: 10, rest: 6 }],
    ["2016-01-31", "2016-02-29", { days: 29, years: 0, months: 1, rest: 0 }],
    ["2015-01-31", "2015-03-01", { days: 29, years: 0, months: 1, rest: 1 }],
    ["2014-05-05", "2014-05-05", { days: 0, years: 0, months: 0, rest: 0 }],
  ])("from %s to %s", (first, last, expected) => {
    expect(lengthBetween(dayFromIso(first) ?? day(0), dayFromIso(last) ?? day(0))).toEqual(
      expected,
    );
  });
});
