import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { CommandName, Transport } from "../ipc/commands";
import type { EventsBetween } from "../ipc/generated/bindings";
import { adopt } from "./casebook";
import { chooseUpTo, clearChosen, followChosen, stepExtending, useChosen } from "./chosen";
import { connect } from "./program";
import { clearSelection, select, selectedNow, step } from "./selection";
import { useToasts } from "./toasts";

/** What the next steps come to. */
let steps: (number | null)[];
/** What stands between two events, as far as it is taken. */
let between: EventsBetween;
let stop: () => void;
const settle = () => new Promise((done) => setTimeout(done));
const chosen = () => [...useChosen.getState().keys];

beforeEach(async () => {
  steps = [];
  const call = vi.fn(async (name: CommandName, args: { key: number }) => {
    if (name === "events_between") return between;
    if (name !== "step_event") return { ...args, earliest: null, latest: null };
    const key = steps.shift() ?? null;
    return key === null ? null : { key, lane: "case" };
  });
  connect({ call } as unknown as Transport);
  adopt({ path: "/a.casebook", revision: 1 } as Parameters<typeof adopt>[0]);
  stop = followChosen();
  select(7);
  await settle();
});
afterEach(() => {
  clearSelection();
  clearChosen();
  stop();
});

it("a step with Shift takes the event that it comes to and the one that it leaves", async () => {
  steps = [8, 9];
  stepExtending("next");
  await settle();
  stepExtending("next");
  await settle();
  expect(chosen()).toEqual([7, 8, 9]);
  expect(selectedNow()).toBe(9);
});

it("after a step with Shift that came to nothing, a plain one takes nothing", async () => {
  steps = [null, 6];
  stepExtending("next");
  await settle();
  step("previous");
  await settle();
  expect(selectedNow()).toBe(6);
  expect(chosen()).toEqual([]);
});

it("events that were let go meanwhile do not come back with the step", async () => {
  steps = [8];
  stepExtending("next");
  clearChosen();
  await settle();
  expect(selectedNow()).toBe(8);
  expect(chosen()).toEqual([]);
});

it("a plain step right after one with Shift takes nothing", async () => {
  steps = [8, 9];
  stepExtending("next");
  step("next");
  await settle();
  expect(selectedNow()).toBe(9);
  expect(chosen()).toEqual([]);
});

it("up to a click with Shift everything between is taken, and it is said where that ends", async () => {
  between = { keys: [7, 8, 12], total: 3 };
  await chooseUpTo(12);
  expect(chosen()).toEqual([7, 8, 12]);
  expect(useToasts.getState().toasts).toEqual([]);
  between = { keys: [7, 8], total: 20_000 };
  await chooseUpTo(12);
  expect(useToasts.getState().toasts[0]?.message).toEqual({
    id: "toast-chosen-some",
    args: { count: 2, total: 20_000 },
  });
});
