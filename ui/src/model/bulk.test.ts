import { beforeEach, expect, it, vi } from "vitest";
import type { Transport } from "../ipc/commands";
import { askMerge } from "./bulk";
import { adopt } from "./casebook";
import { useChosen } from "./chosen";
import { openDialog, useFrame } from "./frame";
import { connect } from "./program";

beforeEach(() => {
  connect({ call: vi.fn(async () => undefined) } as unknown as Transport);
  adopt({ path: "/a.casebook", revision: 1, read_only: null } as Parameters<typeof adopt>[0]);
  openDialog(null);
  useChosen.setState({ keys: new Set([7, 8]) });
});

it("two events are shown as one, unless another dialog was opened meanwhile", async () => {
  await askMerge();
  expect(useFrame.getState().dialog).toEqual({ kind: "merge", keep: 7, other: 8 });
  openDialog(null);
  const asking = askMerge();
  openDialog({ kind: "event" });
  await asking;
  expect(useFrame.getState().dialog).toEqual({ kind: "event" });
});
