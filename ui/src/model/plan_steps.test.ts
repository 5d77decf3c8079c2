import { describe, expect, it } from "vitest";
import type { PlanNode, PlanPicture } from "../base/plan";
import { day } from "../base/units";
import type { ProcedureActView } from "../ipc/generated/bindings";
import { stepInPlan, stepToAct } from "./plan_steps";

const node = (key: number, x: number, y: number): PlanNode => ({
  key,
  x0: x,
  x1: x,
  y,
  shape: 0,
  colour: 0,
  title: "",
  date: "",
  width: 0,
  more: 0,
  last: null,
});

/** Two storeys: 2 above; 1 and 3 below, with an empty one between. */
const plan: PlanPicture = {
  origin: day(0),
  daysPerPx: 1,
  width: 400,
  height: 300,
  storeys: [
    { name: "Above", y: 0, height: 100 },
    { name: "Empty", y: 100, height: 100 },
    { name: "Below", y: 200, height: 100 },
  ],
  nodes: [node(3, 300, 250), node(1, 10, 250), node(2, 100, 50)],
  counts: [],
  arrows: [],
};

describe("a step through the plan", () => {
  it.each([
    ["next in time", 1, "next", 2],
    ["the one before", 3, "previous", 2],
    ["the nearest above, past an empty storey", 3, "above", 2],
    ["the nearest below", 2, "below", 1],
    ["nothing beyond the last", 3, "next", undefined],
    ["the first from nothing", null, "next", 1],
    ["the last from nothing, backwards", null, "previous", 3],
    ["the last", 1, "last", 3],
  ] as const)("leads to %s", (_, from, step, to) => {
    expect(stepInPlan(plan, from, step)?.key).toBe(to);
  });
});

it("goes round the acts of one event and no other's", () => {
  const act = (from: number, to: number) => ({ from, to }) as ProcedureActView;
  const acts = [act(1, 2), act(3, 4), act(2, 5)];
  expect(stepToAct(acts, 2, null, 1)).toBe(0);
  expect(stepToAct(acts, 2, 0, 1)).toBe(2);
  expect(stepToAct(acts, 2, 2, 1)).toBe(0);
  expect(stepToAct(acts, 2, null, -1)).toBe(2);
  expect(stepToAct(acts, 9, null, 1)).toBe(null);
});
