import { expect, it } from "vitest";
import { MARK, type Picture } from "../base/picture";
import { day } from "../base/units";
import { hitAt, markCentre } from "./hit";
import { newView, pictureOf } from "./testing";

const view = newView();

const picture: Picture = {
  origin: day(0),
  daysPerPx: 1,
  from: day(0),
  to: day(500),
  top: 0,
  bottom: 100,
  height: 100,
  lanes: [],
  ticks: [],
  marks: {
    length: 3,
    key: Float64Array.of(1, 2, 3),
    lane: Uint16Array.of(0, 0, 0),
    shape: Uint8Array.of(0, 0, 0),
    x0: Float32Array.of(40, 52, 200),
    x1: Float32Array.of(40, 52, 300),
    y: Float32Array.of(17, 17, 17),
    flags: Uint16Array.of(0, 0, 0),
  },
  labels: {
    length: 1,
    mark: Uint32Array.of(1),
    x: Float32Array.of(63),
    y: Float32Array.of(21),
    width: Float32Array.of(80),
    text: ["Contempt"],
  },
  bands: {
    length: 1,
    lane: Uint16Array.of(0),
    x0: Float32Array.of(40),
    x1: Float32Array.of(88),
    y: Float32Array.of(57),
    count: Uint32Array.of(4),
    flags: new Uint16Array(1),
    text: ["4"],
  },
  arrows: [],
};

it.each([
  ["on a mark", 140, 61, { kind: "mark", index: 0 }],
  ["nearer to the second of two marks", 147, 61, { kind: "mark", index: 1 }],
  ["inside a range", 350, 61, { kind: "mark", index: 2 }],
  ["on a label", 220, 62, { kind: "mark", index: 1 }],
  ["on a count", 170, 101, { kind: "band", index: 0 }],
  ["on nothing", 480, 200, null],
  ["on the axis above a mark", 140, 40, null],
  ["on a lane's head", 60, 61, null],
])("a point %s", (_, x, y, expected) => {
  expect(hitAt(picture, view, x, y)).toEqual(expected);
});

it("a bar is pointed out on what is seen of it, however far off its ends are", () => {
  const bar = pictureOf([{ x0: -20_000, x1: 300, flags: MARK.SPAN }]);
  expect(markCentre(bar, view, 0)).toEqual({ x: 111, y: 61 });
});
