import { beforeEach, expect, it } from "vitest";
import { day } from "../base/units";
import type { CasebookSummary } from "../ipc/generated/bindings";
import { adopt } from "./casebook";
import { setClock } from "./clocks";
import { askCheck, isCheckedNow } from "./findings";

let revision = 0;

function see({ events = 1_000_000, rules_revision = 1 } = {}): void {
  revision += 1;
  const summary = { path: "/a.casebook", revision, rules_revision, counts: { events } };
  adopt(summary as CasebookSummary);
}

beforeEach(() => setClock("asKnown", null));

it("a small casebook is always checked", () => {
  see({ events: 90 });
  expect(isCheckedNow()).toBe(true);
});

it("a large one is checked when that is asked for, until what rules read is another", () => {
  see();
  expect(isCheckedNow()).toBe(false);
  askCheck();
  expect(isCheckedNow()).toBe(true);
  // A finding was accepted, or that was undone.
  see();
  expect(isCheckedNow()).toBe(true);
  see({ rules_revision: 2 });
  expect(isCheckedNow()).toBe(false);
});

it("and not at once for every day that is asked about", () => {
  see();
  askCheck();
  setClock("asKnown", day(16_436));
  expect(isCheckedNow()).toBe(false);
  setClock("asKnown", null);
  expect(isCheckedNow()).toBe(true);
});
