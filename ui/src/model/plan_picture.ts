import { SHAPE } from "../base/picture";
import type { PlanPicture } from "../base/plan";
import { type Day, day } from "../base/units";
import type { Procedure, ProcedureScene } from "../ipc/generated/bindings";

const dayOf = (value: number | null | undefined): Day | null =>
  value === null || value === undefined ? null : day(value);

/** Joins a scene with what the procedure that it was made from says of its events and acts. */
export function toPlan(scene: ProcedureScene, procedure: Procedure): PlanPicture {
  const events = new Map(procedure.events.map((event) => [event.key, event]));
  const { nodes, counts } = scene;
  return {
    origin: day(scene.origin),
    daysPerPx: scene.days_per_px,
    width: scene.width,
    height: scene.height,
    storeys: scene.storeys,
    nodes: nodes.key.map((key, i) => ({
      key,
      shape: SHAPE[nodes.shape[i] ?? "circle"],
      colour: events.get(key)?.colour ?? 0,
      x0: nodes.x0[i] ?? 0,
      x1: nodes.x1[i] ?? 0,
      y: nodes.y[i] ?? 0,
      title: nodes.title[i] ?? "",
      date: nodes.date[i] ?? "",
      width: nodes.width[i] ?? 0,
      more: nodes.more[i] ?? 0,
      last: dayOf(events.get(key)?.last),
    })),
    counts: counts.count.map((count, i) => ({
      count,
      x: counts.x[i] ?? 0,
      y: counts.y[i] ?? 0,
      width: counts.width[i] ?? 0,
      more: counts.more[i] ?? 0,
      first: day(counts.first[i] ?? 0),
      last: day(counts.last[i] ?? 0),
    })),
    arrows: scene.arrows.flatMap((arrow) => {
      const act = procedure.acts[arrow.act];
      if (!act) return [];
      return [
        {
          act: arrow.act,
          relation: act.relation,
          from: act.from,
          to: act.to,
          effective: dayOf(act.effective),
          points: Float32Array.from(arrow.points.flat()),
          labelX: arrow.label_x,
          labelY: arrow.label_y,
          labelWidth: arrow.label_width,
        },
      ];
    }),
  };
}
