import { beforeEach, describe, expect, it } from "vitest";
import { MARK, type Picture, SHAPE } from "../base/picture";
import { drawLog } from "./draw_log";
import { mixBrushes } from "./marks";
import { NAMED, newView, pictureOf } from "./testing";
import { drawTimeline } from "./timeline";
import { place, type View } from "./view";

let view: View;
beforeEach(() => {
  view = newView();
});

function draw(picture: Picture | null): string[] {
  const { surface, lines } = drawLog();
  const words = { act: (relation: string) => relation };
  drawTimeline(surface, picture, view, NAMED, mixBrushes(surface, NAMED), words);
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

  it("counts in figures only where they have room, and by height everywhere", () => {
    const count = (x1: number): string[] =>
      draw(pictureOf([], {}, [{ x0: 40, x1, count: 14_437 }]));
    expect(texts(count(80))).toHaveLength(1);
    expect(texts(count(60))).toEqual([]);
    const bars = (lines: readonly string[]): number =>
      lines.filter((line) => line.startsWith("fillRect") && line.includes("lane-1")).length;
    const ground = bars(draw(pictureOf([])));
    expect([bars(count(60)), bars(count(80))]).toEqual([ground + 2, ground + 2]);
  });

  it("draws what is possible as fading and what is exact as solid", () => {
    const exact = draw(pictureOf([{ x0: 40 }]));
    const wide = draw(pictureOf([{ x0: 40, x1: 140 }]));
    const narrow = draw(pictureOf([{ x0: 40, x1: 50 }]));
    const withinDay = draw(pictureOf([{ x0: 40, flags: MARK.WITHIN_DAY }]));
    expect(exact.join()).not.toContain("a gradient");
    expect(wide).toContain("setTransform 100 0 0 1 140 0");
    expect(wide).toContain("fillRect 0 57.5 1 7 in a gradient");
    expect(narrow).toContain("fill in a gradient");
    expect(withinDay).toContain("fill in a gradient");
  });

  it("draws a span as a bar and lets its open end fade", () => {
    const closed = draw(pictureOf([{ x0: 40, x1: 140, flags: MARK.SPAN }]));
    const open = draw(pictureOf([{ x0: 40, x1: 140, flags: MARK.SPAN | MARK.OPEN_END }]));
    expect(closed).toContain("roundRect 140 57.5 100 7 2");
    expect(open).toContain("roundRect 140 57.5 76 7 2");
    expect(open).toContain("setTransform 24 0 0 1 216 0");
  });

  it("writes inside a bar that has room, at the edge of the view where it begins before", () => {
    const flags = MARK.SPAN | MARK.INSIDE;
    const picture = pictureOf([{ x0: 40, x1: 440, flags, label: "Certiorari pending" }]);
    picture.labels.x[0] = 51;
    expect(texts(draw(picture))).toEqual(['"Certiorari pending" 151 65 in ink']);
    expect(draw(picture)).toContain("lineTo 140 69.5");
    place(view, picture, 200, 1);
    expect(texts(draw(picture))).toEqual(['"Certiorari pending" 106 65 in ink']);
    place(view, picture, 400, 1);
    expect(texts(draw(picture))).toEqual(['"Certiorari pending" 84 65 in ink']);
  });

  it("keeps the signs of a bar in view that begins before it, and its label beside them", () => {
    const flags = MARK.SPAN | MARK.SELECTED | MARK.DISPUTED | MARK.NOTED;
    const picture = pictureOf([
      { x0: 40, x1: 440, flags: flags | MARK.INSIDE, label: "Pending" },
    ]);
    picture.labels.x[0] = 51;
    place(view, picture, 200, 1);
    const lines = draw(picture);
    expect(lines).toContain("arc 111 61 9 0 6.28");
    expect(lines).toContain("fillRect 110 69 2 1.5 in lane-1");
    expect(lines).toContain("arc 117.5 54.5 3 0 6.28");
    expect(texts(lines)).toEqual(['"Pending" 122 65 in ink']);
    // Nothing began at the edge: the shape stays where the bar begins.
    expect(lines.filter((line) => line.startsWith("roundRect"))).toEqual([
      "roundRect -65 56 10 10 5.5",
    ]);
  });

  it("leaves the open end of a bar with a label open", () => {
    const flags = MARK.SPAN | MARK.INSIDE;
    const closed = (more: number): number =>
      draw(pictureOf([{ x0: 40, x1: 440, flags: flags | more }])).filter(
        (line) => line === "closePath",
      ).length;
    expect(closed(MARK.OPEN_END)).toBe(closed(0) - 1);
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

  it("leaves plain what is empty and hatches what is not there yet", () => {
    const clips = (lines: readonly string[]): string[] =>
      lines.filter((line) => line.startsWith("rect")).slice(2, -1);
    const picture = pictureOf([], { height: 1_000, bottom: 1_000 });
    expect(clips(draw(picture))).toEqual([]);
    place(view, picture, -1200, 1);
    expect(clips(draw(picture))).toEqual(["rect 100 44 200 356"]);
    place(view, picture, 1800, 1);
    expect(clips(draw(picture))).toEqual(["rect 300 44 300 356"]);
    place(view, picture, 5000, 1);
    expect(clips(draw(picture))).toEqual(["rect 100 44 500 356"]);
    const nothing = draw(null).filter((line) => line.startsWith("rect"));
    expect(nothing).toEqual(["rect 100 44 500 356"]);
  });

  it("hatches the lanes that are not there yet, and nothing below the last", () => {
    const clips = (lines: readonly string[]): string[] =>
      lines.filter((line) => line.startsWith("rect")).slice(2, -1);
    const part = pictureOf([], { height: 1_000, top: 200, bottom: 500 });
    expect(clips(draw(part))).toEqual(["rect 100 44 500 200"]);
    view.scroll = 300;
    expect(clips(draw(part))).toEqual(["rect 100 244 500 156"]);
    view.scroll = 800;
    expect(clips(draw(part))).toEqual(["rect 100 44 500 200"]);
  });
});

describe("a count", () => {
  const banded = (count: number, flags = 0): string[] =>
    draw(pictureOf([], {}, [{ x0: 40, x1: 90, count, flags }])).filter((line) =>
      /fillRect 1.*lane-1|fillText|found|arc/.test(line),
    );

  it("fills more of its band the more it counts, a tenfold count always as much more", () => {
    const filled = (count: number): number => Number(banded(count)[1]?.split(" ")[4]);
    expect(filled(100) - filled(10)).toBeCloseTo(filled(10_000) - filled(1_000), 1);
    expect(filled(1_000_000)).toBe(14);
    expect(filled(50_000_000)).toBe(14);
    expect(filled(1)).toBeGreaterThan(0);
  });

  it("shows what is found, disputed or noted among what it counts", () => {
    expect(banded(7)).toEqual([
      "fillRect 141 74 48 14 in lane-1",
      "fillRect 141 86.03 48 1.97 in lane-1",
      'fillText "7" 165 85 in ink',
    ]);
    expect(banded(7, MARK.FOUND)[0]).toBe("fillRect 139 72 52 18 in found");
    const dots = banded(7, MARK.DISPUTED).slice(3);
    expect(dots).toEqual([
      "fillRect 142 89 2 1.5 in lane-1",
      "fillRect 146 89 2 1.5 in lane-1",
      "fillRect 150 89 2 1.5 in lane-1",
    ]);
    expect(banded(7, MARK.NOTED).at(-1)).toBe("arc 189.5 74.5 3 0 6.28");
  });

  it("says its number where it can be seen", () => {
    const lines = draw(pictureOf([], {}, [{ x0: -900, x1: 1_900, count: 12 }]));
    expect(texts(lines)).toEqual(['"12" 350 85 in ink']);
  });
});
