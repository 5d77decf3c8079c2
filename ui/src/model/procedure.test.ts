import { describe, expect, it } from "vitest";
import { mattersOf, type PlanAct, type PlanEvent, storeysOf } from "./procedure";
import { layOutPlan, type PlanRoom } from "./procedure_plan";

const event = (key: number, court: string | null, at: number): PlanEvent => ({
  key,
  court,
  at,
  title: `Ruling ${key}`,
  dateWords: `day ${at}`,
});
const act = (from: number, to: number, relation = "reverses"): PlanAct => ({
  id: `${from}-${to}`,
  relation,
  from,
  to,
});

const events = [
  event(1, "District", 0),
  event(2, "District", 20),
  event(3, "Circuit", 300),
  event(4, "Supreme", 700),
  event(5, null, 650),
];
const acts = [act(2, 1, "affirms"), act(3, 1), act(3, 2), act(4, 3, "vacates"), act(5, 3)];
const room: PlanRoom = {
  width: 800,
  toX: (day) => day,
  measure: (text) => text.length * 7,
  word: (relation) => relation,
};

describe("the plan of a proceeding", () => {
  it("puts a court above those that it reviews, and the rest at the bottom", () => {
    expect(storeysOf(events, acts)).toEqual(["Supreme", "Circuit", "District", null]);
  });

  it("ends when two courts act on each other", () => {
    expect(storeysOf(events, [act(3, 1), act(1, 3)])).toHaveLength(4);
  });

  it("takes what acts join for one matter, the largest first", () => {
    expect(mattersOf([9, 1, 2, 3, 8], [act(3, 1), act(2, 1), act(9, 8)])).toEqual([
      [1, 2, 3],
      [9, 8],
    ]);
  });

  it("keeps events of one storey apart", () => {
    const { nodes } = layOutPlan(events, acts, room);
    const [one, two] = nodes.filter((node) => node.event.court === "District");
    expect(one?.y).not.toBe(two?.y);
  });

  it("lets no word of an act meet a title or another word", () => {
    const { nodes, arrows } = layOutPlan(events, acts, room);
    const boxes = [
      ...nodes.map(({ x, y, title }) => ({ x: x + 12, y: y - 12, width: title.length * 7 })),
      ...arrows.flatMap(({ label, act: { relation } }) =>
        label ? [{ x: label.x, y: label.y - 10, width: relation.length * 7 }] : [],
      ),
    ];
    for (const [index, a] of boxes.entries()) {
      for (const b of boxes.slice(index + 1)) {
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || Math.abs(a.y - b.y) >= 11;
        expect(apart).toBe(true);
      }
    }
    expect(arrows.filter(({ label }) => label !== null).length).toBeGreaterThan(2);
  });
});
