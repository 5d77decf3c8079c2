import { expect, it } from "vitest";
import { MARK, type Picture } from "../base/picture";
import { day } from "../base/units";
import { gripAt } from "./grip";
import { newView } from "./testing";

const view = newView();

const none = { length: 0 } as const;
const picture = {
  origin: day(0),
  daysPerPx: 1,
  from: day(0),
  to: day(500),
  height: 100,
  lanes: [],
  ticks: [],
  marks: {
    length: 5,
    key: Float64Array.of(1, 2, 3, 4, 5),
    lane: Uint16Array.of(0, 0, 0, 0, 0),
    shape: Uint8Array.of(0, 0, 0, 0, 0),
    x0: Float32Array.of(40, 100, 100, 100, 100),
    x1: Float32Array.of(40, 200, 200, 110, 200),
    y: Float32Array.of(16, 16, 16, 16, 16),
    flags: Uint16Array.of(0, MARK.SPAN, MARK.SPAN | MARK.OPEN_END, MARK.SPAN, 0),
  },
  labels: none,
  bands: none,
  arrows: [],
} as unknown as Picture;

it.each([
  ["a mark", 0, 140, 60, "whole"],
  ["beside a mark", 0, 170, 60, null],
  ["below a mark", 0, 140, 90, null],
  ["the beginning of a span", 1, 203, 60, "start"],
  ["the middle of a span", 1, 250, 60, "whole"],
  ["the end of a span", 1, 297, 60, "end"],
  ["the open end of a span", 2, 297, 60, "whole"],
  ["a span too short for ends", 3, 201, 60, "whole"],
  ["the edge of a range that is no span", 4, 203, 60, "whole"],
] as const)("a pointer on %s takes hold of what is there", (_, index, x, y, grip) => {
  expect(gripAt(picture, view, index, x, y)).toBe(grip);
});
