import type { Day } from "./units";

/**
 * The plan of a docket, ready to be drawn. `x` is scene pixels from the day `origin` at
 * `daysPerPx`; `y` is scene pixels from the top of the first storey.
 */
export interface PlanPicture {
  readonly origin: Day;
  readonly daysPerPx: number;
  readonly width: number;
  readonly height: number;
  readonly storeys: readonly PlanStorey[];
  readonly nodes: readonly PlanNode[];
  readonly counts: readonly PlanCount[];
  readonly arrows: readonly PlanArrow[];
}

export interface PlanStorey {
  /** `null` is what happened outside the courts. */
  readonly name: string | null;
  readonly y: number;
  readonly height: number;
}

export interface PlanNode {
  readonly key: number;
  /** Of {@link SHAPE} in `picture.ts`. */
  readonly shape: number;
  /** Index of the colour of its lane. */
  readonly colour: number;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  /** As they fit; empty where there is no room. */
  readonly title: string;
  readonly date: string;
  readonly width: number;
  /** Its acts that are not drawn. */
  readonly more: number;
  /** The last day on which it may have happened. */
  readonly last: Day | null;
}

/** Events that would collide, as one count. */
export interface PlanCount {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly count: number;
  readonly more: number;
  readonly first: Day;
  readonly last: Day;
}

export interface PlanArrow {
  /** Index into the acts of the procedure. */
  readonly act: number;
  readonly relation: string;
  /** Keys of the events that acted and that was acted on. */
  readonly from: number;
  readonly to: number;
  /** The last day on which it may have taken effect. */
  readonly effective: Day | null;
  /** x and y by turns: a start, then three points for each cubic Bézier segment. */
  readonly points: Float32Array;
  /** Left edge and baseline of the room for its word, and its width; 0 for none. */
  readonly labelX: number;
  readonly labelY: number;
  readonly labelWidth: number;
}

/** Scene pixels that the layout of a plan and its drawing share. */
export const PLAN_SIZE = {
  NODE_GAP: 12,
  NODE_TITLE_BASELINE: -2.5,
  NODE_DATE_BASELINE: 11.5,
  NODE_DATE_SIZE: 11,
} as const;
