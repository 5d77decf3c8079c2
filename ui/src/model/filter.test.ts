import { beforeEach, describe, expect, it } from "vitest";
import { fakeTransport } from "../ipc/fake_transport";
import {
  changeFilter,
  changeSpan,
  choose,
  clearFilter,
  filterNow,
  isFiltering,
  NO_FILTER,
  toggleLane,
} from "./filter";
import { connect } from "./program";

const ALL = ["case", "appeal", "industry"];

beforeEach(() => {
  connect(fakeTransport({ start: "sample", readOnly: false }));
  changeFilter(NO_FILTER);
});

describe("the filter", () => {
  it("hides a lane and asks for nothing again when all are shown", () => {
    toggleLane("appeal", ALL);
    expect(filterNow()).toMatchObject({ lanes: null, hidden_lanes: ["appeal"] });
    toggleLane("appeal", ALL);
    expect(filterNow()).toEqual(NO_FILTER);
  });

  it("goes on from the lanes that were asked for when one of them is hidden or shown", () => {
    changeFilter({ lanes: ["appeal"] });
    toggleLane("case", ALL);
    expect(filterNow()).toMatchObject({ lanes: null, hidden_lanes: ["industry"] });
  });

  it("asks for none when every lane is hidden, which is not the same as for any", () => {
    for (const lane of ALL) toggleLane(lane, ALL);
    expect(filterNow().hidden_lanes).toEqual(ALL);
    expect(isFiltering(filterNow())).toBe(true);
    clearFilter();
    expect(filterNow()).toEqual(NO_FILTER);
  });

  it("takes no choice as any", () => {
    choose("kinds", ["ruling"]);
    expect(filterNow().kinds).toEqual(["ruling"]);
    choose("kinds", []);
    expect(isFiltering(filterNow())).toBe(false);
  });

  it("takes a date that can be read", async () => {
    expect(await changeSpan("from", " 2014-07 ")).toBeNull();
    expect(filterNow().from).toBe("2014-07");
    expect(await changeSpan("from", "")).toBeNull();
    expect(filterNow().from).toBeNull();
  });

  it("stays as it was under a date that cannot be read", async () => {
    const before = filterNow();
    const error = await changeSpan("to", "whenever");
    expect(error?.code).toBe("invalid-date");
    expect(filterNow()).toBe(before);
  });

  it("is cleared without the search, which has its own way out", () => {
    changeFilter({ search: "contempt", kinds: ["ruling"] });
    clearFilter();
    expect(filterNow()).toEqual({ ...NO_FILTER, search: "contempt" });
  });
});
