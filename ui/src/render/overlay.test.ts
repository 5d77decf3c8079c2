import { expect, it } from "vitest";
import { drawLog } from "./draw_log";
import { drawOverlay, type Extras } from "./overlay";
import type { Palette } from "./palette";
import { newView } from "./testing";

const view = newView();

const palette = { accent: "blue", inkMuted: "grey" } as Palette;
const NOTHING = { hover: null, link: null };

function drawn(extras: Partial<Extras>): string[] {
  const { surface, lines } = drawLog();
  const all = { rings: [], ghost: null, span: null, ...extras };
  drawOverlay(surface as Parameters<typeof drawOverlay>[0], NOTHING, all, view, palette);
  return lines.filter((line) => /^(arc|rect|fillRect|stroke)/.test(line));
}

it("events that are selected together have a ring each, unless the lane heads hide them", () => {
  const rings = [
    { x: 200, y: 60 },
    { x: 90, y: 60 },
    { x: 300, y: 80 },
  ];
  const lines = drawn({ rings });
  expect(lines.filter((line) => line.startsWith("arc"))).toHaveLength(2);
});

it("a moment that is moved is outlined where it would come to lie", () => {
  const ghost = { x0: 250, x1: 250, x: 250, y: 100, isRefused: false };
  expect(drawn({ ghost })).toEqual([
    "fillRect 249.5 44 1 47 in blue",
    expect.stringMatching(/^arc 250 100 /),
    "stroke",
  ]);
});

it("a span that is moved is outlined from end to end, no further than the lane heads", () => {
  const ghost = { x0: 50, x1: 250, x: 50, y: 100, isRefused: true };
  expect(drawn({ ghost })).toEqual([
    "fillRect 249.5 44 1 47 in grey",
    "rect 100 95.5 150 9",
    "stroke",
  ]);
});

it("a short span that is moved is outlined where its shape would stand", () => {
  const ghost = { x0: 250, x1: 262, x: 250, y: 100, isRefused: false };
  expect(drawn({ ghost })[2]).toMatch(/^arc 250 100 /);
});

it("days that were measured are shaded as far as they are in view", () => {
  expect(drawn({ span: { x0: 50, x1: 250 } })[0]).toBe("fillRect 100 44 150 356 in blue");
  expect(drawn({ span: { x0: -250, x1: 90 } })).toEqual([]);
});
