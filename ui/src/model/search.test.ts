import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fakeTransport } from "../ipc/fake_transport";
import { changeFilter, filterNow, NO_FILTER } from "./filter";
import { connect } from "./program";
import { clearSearch, followFilter, search, stepHit, useSearch } from "./search";
import { clearSelection, selectedNow } from "./selection";

let stop: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  connect(fakeTransport({ start: "sample", readOnly: false }));
  changeFilter(NO_FILTER);
  clearSelection();
  stop = followFilter();
});
afterEach(() => stop());

it("searches a moment after the typing stops, and filters by what was typed last", async () => {
  search("con");
  search("conte");
  expect(filterNow().search).toBeNull();
  search("contempt ");
  await vi.advanceTimersByTimeAsync(200);
  expect(filterNow().search).toBe("contempt");
  expect(useSearch.getState()).toMatchObject({ total: 4, active: -1, isAnswered: true });
});

it("steps through what was found, round the end, and selects it", async () => {
  search("contempt");
  await vi.advanceTimersByTimeAsync(200);
  const keys = useSearch.getState().hits.map(({ key }) => key);
  stepHit(1);
  expect(selectedNow()).toBe(keys[0]);
  stepHit(-1);
  expect(selectedNow()).toBe(keys.at(-1));
  stepHit(1);
  expect(selectedNow()).toBe(keys[0]);
});

it("shows everything again when it is cleared", async () => {
  search("contempt");
  await vi.advanceTimersByTimeAsync(200);
  clearSearch();
  expect(filterNow().search).toBeNull();
  expect(useSearch.getState()).toMatchObject({ query: "", total: 0, hits: [] });
});
