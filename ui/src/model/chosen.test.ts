import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { CommandName, Transport } from "../ipc/commands";
import { adopt } from "./casebook";
import { clearChosen, followChosen, stepExtending, useChosen } from "./chosen";
import { connect } from "./program";
import { clearSelection, select, selectedNow, step } from "./selection";

/** What the next steps come to. */
let steps: (number | null)[];
let stop: () => void;
const settle = () => new Promise((done) => setTimeout(done));
const chosen = () => [...useChosen.getState().keys];

beforeEach(async () => {
  steps = [];
  const call = vi.fn(async (name: CommandName, args: { key: number }) =>
    name === "step_event" ? (steps.shift() ?? null) : { ...args, earliest: null, latest: null },
  );
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
