import { describe, expect, it } from "vitest";
import { drawDayLine } from "./day_line";
import { drawLog } from "./draw_log";
import type { Palette } from "./palette";
import type { View } from "./view";

const palette = { paper: "paper", accent: "accent", onAccent: "on-accent" } as Palette;
const view: View = {
  width: 500,
  height: 100,
  left: 100,
  top: 44,
  scroll: 0,
  offset: 0,
  ratio: 1,
  pixels: 1,
  hasFocus: false,
};

function linesAt(x: number): string[] {
  const { surface, lines } = drawLog();
  const measured = Object.assign(surface, {
    measureText: () => ({ width: 60 }) as TextMetrics,
  });
  drawDayLine(measured, x, "1 June 2017", view, palette);
  return lines.filter((line) => line.startsWith("fill"));
}

describe("the day line", () => {
  it("dims what is after the day and names it on the axis", () => {
    expect(linesAt(300)).toEqual([
      "fillRect 300 0 200 100 in paper",
      "fillRect 299.25 0 1.5 100 in accent",
      "fill in accent",
      'fillText "1 June 2017" 300 15 in on-accent',
    ]);
  });

  it("keeps the name of a day at the edge in view", () => {
    expect(linesAt(495).at(-1)).toBe('fillText "1 June 2017" 460 15 in on-accent');
  });

  it("dims everything when the day is before the picture, and nothing when after", () => {
    expect(linesAt(20)).toEqual(["fillRect 100 0 400 100 in paper"]);
    expect(linesAt(600)).toEqual([]);
  });
});
