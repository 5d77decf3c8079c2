import { expect, it } from "vitest";
import { Pinch } from "./pinch";

it("two fingers that part zoom in round their middle", () => {
  const pinch = new Pinch();
  pinch.down(1, 100, 50);
  expect(pinch.isPinching).toBe(false);
  expect(pinch.move(1, 110, 50)).toBeNull();
  pinch.down(2, 210, 50);
  expect(pinch.isPinching).toBe(true);
  expect(pinch.move(2, 310, 60)).toEqual({ x: 210, y: 55, dx: 50, dy: 5, factor: 0.5 });
  expect(pinch.move(1, 210, 50)?.factor).toBe(2);
});

it("two fingers that move together move the picture and do not zoom", () => {
  const pinch = new Pinch();
  pinch.down(1, 100, 50);
  pinch.down(2, 200, 50);
  const first = pinch.move(1, 120, 50);
  const second = pinch.move(2, 220, 50);
  expect((first?.dx ?? 0) + (second?.dx ?? 0)).toBe(20);
  expect((first?.factor ?? 0) * (second?.factor ?? 0)).toBeCloseTo(1, 9);
});

it("fingers one above the other do not zoom, however they tremble", () => {
  const pinch = new Pinch();
  pinch.down(1, 100, 50);
  pinch.down(2, 101, 150);
  expect(pinch.move(2, 109, 150)?.factor).toBe(1);
});

it("a third finger changes nothing, and one that is lifted ends it", () => {
  const pinch = new Pinch();
  pinch.down(1, 100, 50);
  pinch.down(2, 200, 50);
  pinch.down(3, 300, 50);
  expect(pinch.move(3, 350, 50)).toBeNull();
  pinch.up(3);
  pinch.up(2);
  expect(pinch.isPinching).toBe(false);
  expect(pinch.move(1, 120, 50)).toBeNull();
});
