import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { CommandName } from "../ipc/commands";
import { fakeTransport } from "../ipc/fake_transport";
import type { Overview } from "../ipc/generated/bindings";
import { startCasebook } from "./casebook";
import { followClocks } from "./clocks";
import { NO_FILTER, useFilter } from "./filter";
import { askFirst } from "./first_questions";
import { keepMeasures } from "./measures";
import { ask, connect } from "./program";
import { sizeOverview, startTimeline, useTimeline } from "./timeline";

const shelf = {
  getItem: () => '{"window":1440,"timeline":729,"lanes":640,"overview":865}',
  setItem: () => undefined,
};

let asked: CommandName[];
let stops: (() => void)[] = [];
const overviews = (): number => asked.filter((name) => name === "timeline_overview").length;

beforeEach(() => {
  asked = [];
  const fake = fakeTransport({ start: "sample", readOnly: false, delay: 0 });
  connect({
    ...fake,
    call(name, args) {
      asked.push(name);
      return fake.call(name, args);
    },
  });
});

afterEach(() => {
  for (const stop of stops) stop();
  stops = [];
});

it("nothing is guessed for a window of another width", async () => {
  const first = askFirst(shelf, 1024);
  await first.casebook;
  expect(first.overview).toBeNull();
  expect(asked).toEqual(["current_casebook"]);
});

it("one overview, asked before the window is there, leads to the first picture and serves once", async () => {
  const first = askFirst(shelf, 1440);
  stops = [followClocks(), startTimeline(first.overview), keepMeasures(shelf, () => 1440)];
  await startCasebook(first.casebook);
  await vi.waitFor(() => expect(useTimeline.getState().picture).not.toBeNull());
  expect(asked).toEqual(["current_casebook", "timeline_overview", "timeline_scene"]);
  for (const filter of [{ ...NO_FILTER, kinds: ["ruling"] }, NO_FILTER]) {
    const before = overviews();
    useFilter.setState({ filter });
    await vi.waitFor(() => expect(overviews()).toBe(before + 1));
  }
});

it("an overview is of no use where the casebook is refused", async () => {
  const refused = ["current_casebook"];
  connect(fakeTransport({ start: "sample", readOnly: false, delay: 0, refused }));
  const { casebook, overview } = askFirst(shelf, 1440);
  await expect(casebook).rejects.toBeDefined();
  await expect(overview?.answer).rejects.toBeDefined();
});

it("an overview that was not answered is asked for again", async () => {
  const answer = Promise.reject<Overview>(new Error("refused"));
  answer.catch(() => undefined);
  await startCasebook(ask("current_casebook", {}));
  stops = [startTimeline({ width: 700, answer })];
  const before = overviews();
  sizeOverview(700);
  await vi.waitFor(() => expect(overviews()).toBe(before + 1));
});
