import { expect, it } from "vitest";
import { fakeTransport } from "../ipc/fake_transport";
import type { CasebookSummary } from "../ipc/generated/bindings";
import { adopt } from "./casebook";
import { acceptFinding, askCheck, isCheckedNow } from "./findings";
import { ask, connect } from "./program";

const large = (summary: CasebookSummary, revision: number): CasebookSummary => ({
  ...summary,
  revision,
  counts: { ...summary.counts, events: 1_000_000 },
});

it("a large casebook is checked when that is asked for, until it is edited", async () => {
  const fake = fakeTransport({ start: "sample", readOnly: false, delay: 0 });
  connect(fake);
  const summary = await ask("current_casebook", {});
  connect({
    ...fake,
    call: async (name, args) => {
      if (name !== "accept_finding") return fake.call(name, args);
      return { done: null, summary: large(summary, 2) } as never;
    },
  });
  adopt(large(summary, 1));
  expect(isCheckedNow()).toBe(false);
  await acceptFinding("undated-1", "Not known.");
  expect(isCheckedNow()).toBe(false);
  adopt(large(summary, 3));
  askCheck();
  expect(isCheckedNow()).toBe(true);
  adopt(large(summary, 4));
  expect(isCheckedNow()).toBe(false);
});

it("and stays checked while findings are accepted", async () => {
  const fake = fakeTransport({ start: "sample", readOnly: false, delay: 0 });
  const summary = await fake.call("current_casebook", {});
  adopt(large(summary, 10));
  askCheck();
  connect({
    ...fake,
    call: async () => ({ done: null, summary: large(summary, 11) }) as never,
  });
  expect(await acceptFinding("undated-1", "Not known.")).toBe(true);
  expect(isCheckedNow()).toBe(true);
});
