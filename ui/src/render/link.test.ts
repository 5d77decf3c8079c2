import { describe, expect, it } from "vitest";
import { drawLog } from "./draw_log";
import { drawLink, handleOf, isNear, isOnHandle, type Link } from "./link";
import type { Palette } from "./palette";
import type { View } from "./view";

const palette = { paper: "paper", accent: "accent" } as Palette;
const view = { width: 500, height: 300, left: 100, top: 44 } as View;

function lines(link: Link): string[] {
  const { surface, lines } = drawLog();
  drawLink(surface as Parameters<typeof drawLink>[0], link, view, palette);
  return lines;
}

describe("the handle of a mark", () => {
  it("stands above it, or below where the axis is", () => {
    expect(handleOf({ x: 200, y: 150 }, view)).toEqual({ x: 200, y: 134 });
    expect(handleOf({ x: 200, y: 50 }, view)).toEqual({ x: 200, y: 66 });
  });

  it("is there for whoever comes near the mark, and taken only by whoever is on it", () => {
    const mark = { x: 200, y: 150 };
    for (const [at, near, on] of [
      [{ x: 200, y: 150 }, true, false],
      [{ x: 200, y: 134 }, true, true],
      [{ x: 206, y: 130 }, true, true],
      [{ x: 228, y: 150 }, true, false],
      [{ x: 240, y: 150 }, false, false],
    ] as const) {
      expect([isNear(mark, view, at), isOnHandle(mark, view, at)], `${at.x} ${at.y}`).toEqual([
        near,
        on,
      ]);
    }
  });
});

describe("the line of a relation", () => {
  const from = { x: 200, y: 150 };

  it("is dashed until it ends on a mark, and stops at the edge of that", () => {
    const loose = lines({ from, to: { x: 300, y: 150 }, isOnMark: false });
    expect(loose).toContain("setLineDash [5,4]");
    expect(loose).toContain("moveTo 300 150");
    const placed = lines({ from, to: { x: 300, y: 150 }, isOnMark: true });
    expect(placed).toContain("setLineDash []");
    expect(placed).not.toContain("setLineDash [5,4]");
    expect(placed).toContain("moveTo 291 150");
  });

  it("is not there while it would lie inside the mark", () => {
    expect(lines({ from, to: { x: 204, y: 150 }, isOnMark: false })).toEqual([]);
  });
});
