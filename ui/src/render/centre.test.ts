import { describe, expect, it } from "vitest";
import { MARK } from "../base/picture";
import { shapeX, signX } from "./centre";

const { SPAN, OPEN_START, OPEN_END } = MARK;

describe("the shape of a mark", () => {
  it.each([
    ["of a moment", 140, 140, 0, 140],
    ["of a possible range", 140, 240, 0, 190],
    ["of a span", 140, 240, SPAN, 140],
    ["of a span without a known beginning", 140, 240, SPAN | OPEN_START, 240],
    ["of a span without a known end", 140, 240, SPAN | OPEN_END, 140],
  ])("%s stands where something is known", (_, x0, x1, flags, x) => {
    expect(shapeX(x0, x1, flags)).toBe(x);
  });
});

describe("what points a mark out, in a drawing from 100 to 600", () => {
  it.each([
    ["a moment in view", 140, 140, 0, 140],
    ["a moment at the edge", 103, 103, 0, 103],
    ["a moment before the view", 40, 40, 0, 40],
    ["a narrow range at the edge", 95, 115, 0, 105],
    ["a span in view", 140, 240, SPAN, 140],
    ["a span that begins long before the view", -20_000, 240, SPAN, 111],
    ["a span across the whole view", -20_000, 20_000, SPAN, 111],
    ["a span that ends just inside the view", -20_000, 104, SPAN, 104],
    ["a span without a beginning that ends after the view", -500, 900, SPAN | OPEN_START, 589],
    ["a wide range whose middle is before the view", -900, 300, 0, 111],
    ["a wide range whose middle is after the view", 400, 2_000, 0, 589],
    ["a wide range in view", 200, 300, 0, 250],
    ["a span after the view", 700, 900, SPAN, 700],
  ])("stands on what is seen of %s", (_, x0, x1, flags, x) => {
    expect(signX(x0, x1, flags, 100, 600)).toBe(x);
  });
});
