import { expect, it } from "vitest";
import type { PlanPicture } from "../base/plan";
import { countNotYet } from "./plan";

const plan = {
  nodes: [{ last: 10 }, { last: 20 }, { last: null }],
  arrows: [{ effective: 20 }, { effective: 15 }, { effective: null }],
} as unknown as PlanPicture;

it.each([
  ["before everything", 9, 4],
  ["on a day that ends a wait", 10, 3],
  ["between two days, as on the earlier", 14, 3],
  ["after an act", 15, 2],
  ["on the last day", 20, 0],
  ["without a day", null, 0],
])("what had not yet happened is counted %s", (_, on, count) => {
  expect(countNotYet(plan, on)).toBe(count);
});
