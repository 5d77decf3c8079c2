import { beforeEach, describe, expect, it } from "vitest";
import { MARK, type Picture, SHAPE } from "../base/picture";
import { day } from "../base/units";
import { drawLog } from "./draw_log";
import { mixBrushes } from "./marks";
import type { Palette } from "./palette";
import { drawTimeline } from "./timeline";
import { place, type View } from "./view";

const palette: Palette = {
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

interface OneMark {
  readonly x0: number;
  readonly x1?: number;
  readonly flags?: number;
  readonly shape?: number;
  readonly label?: string;
}

function pictureOf(marks: readonly OneMark[], extra: Partial<Picture> = {}): Picture {
  const labelled = marks.flatMap((mark, index) => (mark.label ? [{ ...mark, index }] : []));
  return {
    origin: day(0),
    daysPerPx: 1,
    from: day(-1000),
    to: day(2000),
    height: 100,
    lanes: [{ id: "case", name: "Case", colour: 0, events: marks.length, y: 0, height: 100 }],
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
      length: 0,
      lane: new Uint16Array(),
      x0: new Float32Array(),
      x1: new Float32Array(),
      y: new Float32Array(),
      count: new Uint32Array(),
      text: [],
    },
    arrows: [],
    ...extra,
  };
}

let view: View;
beforeEach(() => {
  view = {
    width: 600,
    height: 400,
    left: 100,
    top: 44,
    scroll: 0,
    offset: 100,
    ratio: 1,
    pixels: 1,
    hasFocus: false,
  };
});

function draw(picture: Picture): string[] {
  const { surface, lines } = drawLog();
  const words = { act: (relation: string) => relation };
  drawTimeline(surface, picture, view, palette, mixBrushes(surface, palette), words);
  return lines;
}

const texts = (lines: readonly string[]): string[] =>
  lines.filter((line) => line.startsWith("fillText")).map((line) => line.slice(9));

describe("a drawn timeline", () => {
  it("puts an exact day at its place, beside its label", () => {
    const lines = draw(pictureOf([{ x0: 40, label: "Contempt" }]));
    expect(lines).toContain("roundRect 135 56 10 10 5.5");
    expect(texts(lines)).toEqual(['"Contempt" 151 65 in ink']);
  });

  it("draws what is possible as fading and what is exact as solid", () => {
    const exact = draw(pictureOf([{ x0: 40 }]));
    const wide = draw(pictureOf([{ x0: 40, x1: 140 }]));
    const narrow = draw(pictureOf([{ x0: 40, x1: 50 }]));
    expect(exact.join()).not.toContain("a gradient");
    expect(wide).toContain("setTransform 100 0 0 1 140 0");
    expect(wide).toContain("fillRect 0 57.5 1 7 in a gradient");
    expect(narrow).toContain("fill in a gradient");
  });

  it("draws a span as a bar and lets its open end fade", () => {
    const closed = draw(pictureOf([{ x0: 40, x1: 140, flags: MARK.SPAN }]));
    const open = draw(pictureOf([{ x0: 40, x1: 140, flags: MARK.SPAN | MARK.OPEN_END }]));
    expect(closed).toContain("roundRect 140 57.5 100 7 2");
    expect(open).toContain("roundRect 140 57.5 76 7 2");
    expect(open).toContain("setTransform 24 0 0 1 216 0");
  });

  it("draws a filled mark as a path and a bill as an outline", () => {
    const diamond = draw(pictureOf([{ x0: 40, shape: SHAPE.diamond }]));
    const bill = draw(pictureOf([{ x0: 40, shape: SHAPE["hollow-square"] }]));
    expect(diamond).toContain("moveTo 140 54");
    expect(diamond).toContain("fill in lane-1");
    expect(bill).toContain("fill in paper");
    expect(bill).toContain("stroke");
  });

  it("leaves out what is not in view", () => {
    const lines = draw(
      pictureOf([
        { x0: -200, label: "Before" },
        { x0: 900, label: "After" },
      ]),
    );
    expect(texts(lines)).toEqual([]);
    expect(lines.some((line) => line.startsWith("roundRect"))).toBe(false);
  });

  it("keeps a label at its mark while a new scale is awaited", () => {
    const picture = pictureOf([{ x0: 100, label: "Contempt" }]);
    place(view, picture, 0, 0.5);
    expect(view.ratio).toBe(2);
    const lines = draw(picture);
    expect(lines).toContain("roundRect 295 56 10 10 5.5");
    expect(texts(lines)).toEqual(['"Contempt" 311 65 in ink']);
  });

  it("moves by whole translation when the reader pans", () => {
    const picture = pictureOf([{ x0: 100, label: "Contempt" }]);
    place(view, picture, 30, 1);
    expect(texts(draw(picture))).toEqual(['"Contempt" 181 65 in ink']);
  });

  it("rings the selected mark and draws its label last", () => {
    const lines = draw(
      pictureOf([
        { x0: 40, label: "First", flags: MARK.SELECTED },
        { x0: 240, label: "Second" },
      ]),
    );
    expect(lines).toContain("arc 140 61 9 0 6.28");
    expect(texts(lines).map((line) => line.split(" ")[0])).toEqual(['"Second"', '"First"']);
  });

  it("names an act where there is room for its name and not elsewhere", () => {
    const points = Float32Array.from([200, 17, 150, 17, 60, 40, 40, 26]);
    const arrow = { relation: "reverses", points, labelX: 90, labelY: 30 };
    const named = draw(pictureOf([], { arrows: [{ ...arrow, labelWidth: 52 }] }));
    const bare = draw(pictureOf([], { arrows: [{ ...arrow, labelWidth: 0 }] }));
    expect(texts(named)).toEqual(['"reverses" 190 74 in set-aside']);
    expect(texts(bare)).toEqual([]);
    expect(bare.some((line) => line.startsWith("bezierCurveTo 250 61 160 84"))).toBe(true);
  });

  it("says which year it shows when no year begins in view", () => {
    const ticks = [
      { x: -300, text: "2014", major: true },
      { x: 20, text: "Sep", major: false },
    ];
    expect(texts(draw(pictureOf([], { ticks })))).toEqual([
      '"Sep" 124 35 in ink-secondary',
      '"2014" 104 19 in ink',
    ]);
  });
});
