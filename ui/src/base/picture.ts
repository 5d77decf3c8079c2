import type { Day } from "./units";

/**
 * A timeline as typed columns, ready to be drawn. `x` is scene pixels from the day
 * `origin` at `daysPerPx`; `y` is scene pixels from the top of the first lane. Entry `i`
 * of every column of marks, labels or bands belongs together.
 */
export interface Picture {
  readonly origin: Day;
  readonly daysPerPx: number;
  readonly from: Day;
  readonly to: Day;
  /** The part of the lanes that it covers. */
  readonly top: number;
  readonly bottom: number;
  /** Of all lanes. */
  readonly height: number;
  readonly lanes: readonly PictureLane[];
  readonly ticks: readonly PictureTick[];
  readonly marks: {
    readonly length: number;
    readonly key: Float64Array;
    readonly lane: Uint16Array;
    readonly shape: Uint8Array;
    readonly x0: Float32Array;
    readonly x1: Float32Array;
    readonly y: Float32Array;
    readonly flags: Uint16Array;
  };
  readonly labels: {
    readonly length: number;
    readonly mark: Uint32Array;
    readonly x: Float32Array;
    readonly y: Float32Array;
    readonly width: Float32Array;
    readonly text: readonly string[];
  };
  readonly bands: {
    readonly length: number;
    readonly lane: Uint16Array;
    readonly x0: Float32Array;
    readonly x1: Float32Array;
    readonly y: Float32Array;
    readonly count: Uint32Array;
    /** What is found, disputed or noted among the events that are counted. */
    readonly flags: Uint16Array;
    readonly text: readonly string[];
  };
  readonly arrows: readonly PictureArrow[];
}

export interface PictureLane {
  readonly id: string;
  readonly name: string;
  readonly colour: number;
  readonly events: number;
  readonly y: number;
  readonly height: number;
  /** Rows of marks that it has or has room for. */
  readonly rows: number;
  /** A child stands under the nearest parent above it. */
  readonly nesting: "alone" | "parent" | "child";
}

export interface PictureTick {
  readonly x: number;
  readonly text: string;
  readonly major: boolean;
}

export interface PictureArrow {
  readonly relation: string;
  /** x and y by turns: a start, then three points for each cubic Bézier segment. */
  readonly points: Float32Array;
  /** Left edge and baseline of the room for the act's name, and its width; 0 for none. */
  readonly labelX: number;
  readonly labelY: number;
  readonly labelWidth: number;
}

export const SHAPE = {
  diamond: 0,
  square: 1,
  "hollow-square": 2,
  triangle: 3,
  circle: 4,
} as const;

/** Scene pixels that the layout and the drawing share. */
export const SIZE = {
  LABEL_SIZE: 12,
  LABEL_BASELINE: 4.25,
  LABEL_HALF_HEIGHT: 7,
  LABEL_GAP: 4,
  MARK_SIZE: 11,
  MARK_REACH: 7,
  INSIDE_HEIGHT: 17,
  INSIDE_GAP: 6,
  ROW_HEIGHT: 20,
  LANE_PADDING: 7,
  MINOR_TICK_SIZE: 11,
  MAJOR_TICK_SIZE: 13,
  TICK_GAP: 4,
  OVERVIEW_SLICE: 11,
} as const;

export const MARK = {
  UNCERTAIN: 1,
  APPROXIMATE: 2,
  SPAN: 4,
  OPEN_START: 8,
  OPEN_END: 16,
  SELECTED: 32,
  FOUND: 64,
  DISPUTED: 128,
  NOTED: 256,
  INSIDE: 512,
  WITHIN_DAY: 1024,
} as const;
