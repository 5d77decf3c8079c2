import { describe, expect, it } from "vitest";
import { dayFromIso } from "../base/civil";
import { day } from "../base/units";
import type { Filter } from "../ipc/generated/bindings";
import { type Crowd, filterOf } from "./crowd";
import { NO_FILTER } from "./filter";

const MIDNIGHT = dayFromIso("2016-07-14") ?? Number.NaN;
const crowd = (change: Partial<Crowd>): Crowd => ({
  by: "lane",
  lane: "appeal",
  first: day(MIDNIGHT + 0.4),
  last: day(MIDNIGHT + 0.6),
  ...change,
});

describe("the filter of events that are counted together", () => {
  it.each([
    ["within a day", 0.4, 0.6, "2016-07-14", "2016-07-14"],
    ["of a day from edge to edge", 0, 1, "2016-07-14", "2016-07-14"],
    ["across midnight", 0.9, 1.1, "2016-07-14", "2016-07-15"],
    ["at a moment", 0, 0, "2016-07-14", "2016-07-14"],
  ])("has the days of those %s", (_, first, last, from, to) => {
    const days = { first: day(MIDNIGHT + first), last: day(MIDNIGHT + last) };
    expect(filterOf(crowd(days), NO_FILTER)).toMatchObject({ from, to, span: "possibly" });
  });

  it.each([
    ["a lane of the casebook", {}, NO_FILTER, { lanes: ["appeal"] }],
    ["a kind", { by: "kind", lane: "ruling" }, NO_FILTER, { kinds: ["ruling"], lanes: null }],
    [
      "one of several kinds",
      { by: "kind", lane: "ruling" },
      { kinds: ["ruling", "order"] },
      { kinds: ["ruling"] },
    ],
    ["a person", { by: "actor", lane: "judge" }, NO_FILTER, { actors: ["judge"] }],
    [
      "a person beside another",
      { by: "actor", lane: "judge" },
      { actors: ["clerk"] },
      { actors: ["clerk"] },
    ],
    ["nobody", { by: "actor", lane: "" }, NO_FILTER, { actors: null }],
    ["all other principles", { by: "principle", lane: "…" }, NO_FILTER, { principles: null }],
    [
      "a court",
      { by: "court", lane: "Second Circuit" },
      NO_FILTER,
      { lanes: null, kinds: null },
    ],
    [
      "what was searched",
      {},
      { search: "contempt" },
      { lanes: ["appeal"], search: "contempt" },
    ],
  ] as const)("says the lane of %s as far as it can", (_, change, filter, expected) => {
    const now = { ...NO_FILTER, ...filter } as Filter;
    expect(filterOf(crowd(change), now)).toMatchObject(expected);
  });
});
