import type { PlanNode, PlanPicture } from "../base/plan";
import type { ProcedureActView } from "../ipc/generated/bindings";

export type PlanStep = "previous" | "next" | "above" | "below" | "first" | "last";

/** The node that a step of the keyboard leads to; from none, the first or the last. */
export function stepInPlan(
  { nodes, storeys }: PlanPicture,
  key: number | null,
  step: PlanStep,
): PlanNode | null {
  const inTime = [...nodes].sort((a, b) => a.x0 - b.x0 || a.y - b.y);
  const at = inTime.findIndex((node) => node.key === key);
  const here = inTime[at];
  if (step === "first") return inTime[0] ?? null;
  if (step === "last") return inTime.at(-1) ?? null;
  if (!here) return inTime.at(step === "previous" ? -1 : 0) ?? null;
  if (step === "next") return inTime[at + 1] ?? null;
  if (step === "previous") return inTime[at - 1] ?? null;
  const storeyOf = ({ y }: PlanNode): number =>
    storeys.findIndex((storey) => y >= storey.y && y < storey.y + storey.height);
  const by = step === "above" ? -1 : 1;
  for (let to = storeyOf(here) + by; to >= 0 && to < storeys.length; to += by) {
    const inside = inTime.filter((node) => storeyOf(node) === to);
    const near = inside.reduce<PlanNode | null>(
      (best, node) =>
        best && Math.abs(best.x0 - here.x0) <= Math.abs(node.x0 - here.x0) ? best : node,
      null,
    );
    if (near) return near;
  }
  return null;
}

/** The act after or before `act` among those of an event; round and round. */
export function stepToAct(
  acts: readonly ProcedureActView[],
  key: number,
  act: number | null,
  by: 1 | -1,
): number | null {
  const own = acts.flatMap(({ from, to }, index) =>
    from === key || to === key ? [index] : [],
  );
  const at = act === null ? -1 : own.indexOf(act);
  if (at < 0) return own.at(by === 1 ? 0 : -1) ?? null;
  return own[(at + by + own.length) % own.length] ?? null;
}
