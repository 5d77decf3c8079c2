import { expect, it } from "vitest";
import { MARK, SHAPE } from "../base/picture";
import sent from "./generated/scene.hex?raw";
import { readScene } from "./scene_bytes";

const bytes = (): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(sent.match(/[0-9a-f]{2}/g) ?? [], (digits) => Number.parseInt(digits, 16));

it("a scene is read as the program wrote it", () => {
  const picture = readScene(bytes().buffer);
  expect(picture).toEqual({
    origin: 16000.5,
    daysPerPx: 0.25,
    from: 15800,
    to: 16300,
    top: 0,
    bottom: 96,
    height: 108,
    lanes: [
      {
        id: "été",
        name: "Été",
        colour: 3,
        events: 8,
        y: 0,
        height: 108,
        rows: 4,
        nesting: "child",
      },
    ],
    ticks: [{ x: -40, text: "2014", major: true }],
    marks: {
      length: 3,
      key: Float64Array.of(7, Number.MAX_SAFE_INTEGER, 9),
      lane: Uint16Array.of(0, 0, 0),
      shape: Uint8Array.of(SHAPE.diamond, SHAPE.circle, SHAPE["hollow-square"]),
      x0: Float32Array.of(-12.5, 40, 131072),
      x1: Float32Array.of(-12.5, 90.25, 131072),
      y: Float32Array.of(17, 37, 57),
      flags: Uint16Array.of(0, MARK.SPAN | MARK.NOTED, MARK.SELECTED),
    },
    labels: {
      length: 2,
      mark: Uint32Array.of(2, 0),
      x: Float32Array.of(1.5, -1.5),
      y: Float32Array.of(61.25, 21.25),
      width: Float32Array.of(44.5, 80.125),
      text: ["“Šrems”, 憲法", ""],
    },
    bands: {
      length: 1,
      lane: Uint16Array.of(0),
      x0: Float32Array.of(200),
      x1: Float32Array.of(248),
      y: Float32Array.of(97),
      count: Uint32Array.of(4_000_000_000),
      flags: Uint16Array.of(MARK.FOUND),
      text: ["4,000,000,000"],
    },
    arrows: [
      {
        relation: "reverses",
        points: Float32Array.of(0, 1, 2, 3, 4, 5, 6, 7.5),
        labelX: 3,
        labelY: 4,
        labelWidth: 0,
      },
    ],
  });
});

it("bytes that are cut off are no scene", () => {
  const all = bytes();
  expect(() => readScene(all.slice(0, all.length - 1).buffer)).toThrow();
});
