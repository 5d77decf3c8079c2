import { SIZE } from "../../base/picture";
import { arrangementNow, sizeLane, unsizeLane } from "../../model/arrangement";
import { rowsNow } from "../../model/timeline";
import type { Stage } from "./stage";

/** The lower edge of a lane, in its head. */
const LANE_EDGE = "lane-edge";

interface Press {
  readonly id: string;
  readonly y: number;
  /** Rows of marks when the drag began. */
  readonly rows: number;
}

/**
 * The lower edge of a lane under the pointer: a drag gives the lane more or fewer rows, two
 * clicks leave its room to the layout again. The stage below has no part in it.
 */
export function followEdges(stage: Stage, heads: HTMLElement): () => void {
  let press: Press | null = null;

  const laneOf = ({ target }: Event): string | undefined => {
    if (!(target instanceof Element) || !target.classList.contains(LANE_EDGE)) return;
    return target.closest<HTMLElement>("[data-lane]")?.dataset.lane;
  };

  const onDown = (event: PointerEvent): void => {
    const id = laneOf(event);
    if (id === undefined || event.button !== 0) return;
    event.stopPropagation();
    press = { id, y: event.clientY, rows: arrangementNow().rows[id] ?? rowsNow(id) };
    if (event.target instanceof Element) event.target.setPointerCapture(event.pointerId);
  };

  const onMove = (event: PointerEvent): void => {
    if (!press) return;
    event.stopPropagation();
    const by = Math.round((event.clientY - press.y) / (SIZE.ROW_HEIGHT * stage.scale));
    const rows = Math.max(0, press.rows + by);
    if (rows !== (arrangementNow().rows[press.id] ?? press.rows)) sizeLane(press.id, rows);
  };

  const onUp = (event: PointerEvent): void => {
    if (press) event.stopPropagation();
    press = null;
  };

  const onDouble = (event: MouseEvent): void => {
    const id = laneOf(event);
    if (id === undefined) return;
    event.stopPropagation();
    unsizeLane(id);
  };

  heads.addEventListener("pointerdown", onDown);
  heads.addEventListener("pointermove", onMove);
  heads.addEventListener("pointerup", onUp);
  heads.addEventListener("pointercancel", onUp);
  heads.addEventListener("dblclick", onDouble);
  return () => {
    heads.removeEventListener("pointerdown", onDown);
    heads.removeEventListener("pointermove", onMove);
    heads.removeEventListener("pointerup", onUp);
    heads.removeEventListener("pointercancel", onUp);
    heads.removeEventListener("dblclick", onDouble);
  };
}
