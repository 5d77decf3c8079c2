import { openInspector } from "../../model/frame";
import { panPlan, procedureNow, showDays, useProcedure, zoomPlan } from "../../model/procedure";
import { clearSelection, select } from "../../model/selection";
import { type PlanHit, planHitAt } from "../../render/plan";
import type { PlanStage } from "./plan_stage";

/** What the pointer rests on, for the card beside it; places in CSS pixels of the pane. */
export interface Pointed {
  readonly hit: PlanHit;
  readonly x: number;
  readonly y: number;
  /** So near the lower edge that the card has room only above. */
  readonly isLow: boolean;
}

/** Scene pixels that a press may wander and still be a click. */
const CLICK = 4;

/** The wheel zooms where it points, a drag pans, a click selects. */
export function followPlanPointer(
  stage: PlanStage,
  host: HTMLElement,
  pointed: (pointed: Pointed | null) => void,
): () => void {
  let press: { x: number; y: number; moved: boolean } | null = null;

  const point = (event: MouseEvent): PlanHit | null => {
    const { plan, view } = stage;
    const { x, y } = stage.toCanvas(event.clientX, event.clientY);
    const hit = plan && planHitAt(plan, view, x, y);
    const act = hit?.kind === "act" ? hit.arrow.act : null;
    if (act !== stage.hovered) {
      stage.hovered = act;
      stage.request();
    }
    host.style.cursor = hit ? "pointer" : "";
    const isLow = y > view.height * 0.6;
    pointed(hit && { hit, x: x * stage.scale, y: y * stage.scale, isLow });
    return hit;
  };

  const choose = (hit: PlanHit | null): void => {
    if (!hit) {
      clearSelection();
      useProcedure.setState({ act: null });
    } else if (hit.kind === "count") {
      const count = procedureNow().plan?.counts[hit.index];
      if (count) showDays(count.first, count.last);
    } else if (hit.kind === "act") {
      useProcedure.setState({ act: hit.arrow.act });
      select(hit.arrow.to, "place");
      openInspector();
    } else {
      select(hit.node.key, "place");
      openInspector();
    }
  };

  const onDown = (event: PointerEvent): void => {
    const isOnScrollbar = event.offsetX >= host.clientWidth && event.target === host;
    if (event.button !== 0 || isOnScrollbar) return;
    const { x, y } = stage.toCanvas(event.clientX, event.clientY);
    press = { x, y, moved: false };
    host.setPointerCapture(event.pointerId);
  };
  const onMove = (event: PointerEvent): void => {
    if (!press) {
      point(event);
      return;
    }
    const { x, y } = stage.toCanvas(event.clientX, event.clientY);
    if (!press.moved && Math.hypot(x - press.x, y - press.y) < CLICK) return;
    if (!press.moved) pointed(null);
    host.style.cursor = "grabbing";
    panPlan(press.x - x);
    stage.scrollBy(press.y - y);
    press = { x, y, moved: true };
  };
  const onUp = (event: PointerEvent): void => {
    const wasClick = press !== null && !press.moved;
    press = null;
    const hit = point(event);
    if (wasClick) choose(hit);
  };
  const onLeave = (): void => {
    stage.hovered = null;
    stage.request();
    pointed(null);
  };
  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    pointed(null);
    // A wheel that goes sideways, or is made to by Shift, pans.
    const across = event.deltaX || (event.shiftKey ? event.deltaY : 0);
    if (across !== 0 && !event.ctrlKey) panPlan(across / stage.scale);
    else zoomPlan(stage.toCanvas(event.clientX, 0).x, Math.exp(event.deltaY / 400));
  };

  host.addEventListener("pointerdown", onDown);
  host.addEventListener("pointermove", onMove);
  host.addEventListener("pointerup", onUp);
  host.addEventListener("pointerleave", onLeave);
  // React's own wheel listeners cannot keep the page from being scrolled as well.
  host.addEventListener("wheel", onWheel, { passive: false });
  return () => {
    host.removeEventListener("pointerdown", onDown);
    host.removeEventListener("pointermove", onMove);
    host.removeEventListener("pointerup", onUp);
    host.removeEventListener("pointerleave", onLeave);
    host.removeEventListener("wheel", onWheel);
  };
}
