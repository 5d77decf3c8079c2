import type { Picture } from "../base/picture";
import { SHAPE } from "../base/picture";
import { day } from "../base/units";
import type { Palette } from "./palette";
import type { View } from "./view";

/** Colours by their names, so that a log says which one was used. */
export const NAMED: Palette = {
  paper: "paper",
  laneAlt: "lane-alt",
  ink: "ink",
  inkSecondary: "ink-secondary",
  inkMuted: "ink-muted",
  rule: "rule",
  ruleSoft: "rule-soft",
  accent: "accent",
  onAccent: "on-accent",
  inForce: "in-force",
  underReview: "under-review",
  setAside: "set-aside",
  found: "found",
  lanes: ["lane-1", "lane-2", "lane-3", "lane-4", "lane-5", "lane-6"],
};

export interface OneMark {
  readonly x0: number;
  readonly x1?: number;
  readonly flags?: number;
  readonly shape?: number;
  readonly label?: string;
}

export interface OneBand {
  readonly x0: number;
  readonly x1: number;
  readonly count: number;
  readonly flags?: number;
}

/** A picture of one lane, at one pixel for a day, from day -1000 to day 2000. */
export function pictureOf(
  marks: readonly OneMark[],
  extra: Partial<Picture> = {},
  bands: readonly OneBand[] = [],
): Picture {
  const labelled = marks.flatMap((mark, index) => (mark.label ? [{ ...mark, index }] : []));
  return {
    origin: day(0),
    daysPerPx: 1,
    from: day(-1000),
    to: day(2000),
    top: 0,
    bottom: 100,
    height: 100,
    lanes: [
      {
        id: "case",
        name: "Case",
        colour: 0,
        events: marks.length,
        y: 0,
        height: 100,
        rows: 4,
        nesting: "alone",
      },
    ],
    ticks: [],
    marks: {
      length: marks.length,
      key: Float64Array.from(marks, (_, index) => index + 1),
      lane: new Uint16Array(marks.length),
      shape: Uint8Array.from(marks, (mark) => mark.shape ?? SHAPE.circle),
      x0: Float32Array.from(marks, (mark) => mark.x0),
      x1: Float32Array.from(marks, (mark) => mark.x1 ?? mark.x0),
      y: new Float32Array(marks.length).fill(17),
      flags: Uint16Array.from(marks, (mark) => mark.flags ?? 0),
    },
    labels: {
      length: labelled.length,
      mark: Uint32Array.from(labelled, ({ index }) => index),
      x: Float32Array.from(labelled, ({ x0, x1 }) => (x1 ?? x0) + 11),
      y: new Float32Array(labelled.length).fill(21),
      width: new Float32Array(labelled.length).fill(50),
      text: labelled.map(({ label }) => label ?? ""),
    },
    bands: {
      length: bands.length,
      lane: new Uint16Array(bands.length),
      x0: Float32Array.from(bands, (band) => band.x0),
      x1: Float32Array.from(bands, (band) => band.x1),
      y: new Float32Array(bands.length).fill(37),
      count: Uint32Array.from(bands, (band) => band.count),
      flags: Uint16Array.from(bands, (band) => band.flags ?? 0),
      text: bands.map((band) => String(band.count)),
    },
    arrows: [],
    ...extra,
  };
}

/** A canvas of 600 by 400 on which day 0 stands at x = 100. */
export const newView = (): View => ({
  width: 600,
  height: 400,
  left: 100,
  top: 44,
  scroll: 0,
  offset: 100,
  ratio: 1,
  pixels: 1,
  hasFocus: false,
});
