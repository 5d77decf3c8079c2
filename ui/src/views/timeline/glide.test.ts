import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Glide } from "./glide";

let next: ((time: number) => void) | null;
let glide: Glide;
let moved: number;

const frame = (time: number): void => {
  const due = next;
  next = null;
  due?.(time);
};

beforeEach(() => {
  next = null;
  moved = 0;
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  vi.stubGlobal("requestAnimationFrame", (due: (time: number) => void) => {
    next = due;
    return 0;
  });
  glide = new Glide((x) => {
    moved += x;
    // Whoever follows the viewport hears of the glide's own steps too.
    glide.interrupt();
  });
  glide.drag(10, 0, 1000);
  glide.drag(10, 0, 1010);
});
afterEach(() => {
  glide.close();
  // The loop of frames is the window's own, and waits for the one that it asked for.
  frame(2000);
  vi.unstubAllGlobals();
});

it("what is thrown glides on from frame to frame", () => {
  glide.release(1012);
  frame(1028);
  const first = moved;
  expect(first).toBeGreaterThan(0);
  frame(1044);
  expect(moved).toBeGreaterThan(first);
});

it("what something else moved meanwhile does not glide on", () => {
  glide.release(1012);
  frame(1028);
  const before = moved;
  expect(before).toBeGreaterThan(0);
  glide.interrupt();
  frame(1044);
  expect(moved).toBe(before);
});

it("what is still held keeps its speed when it moves", () => {
  glide.interrupt();
  glide.release(1012);
  frame(1028);
  expect(moved).toBeGreaterThan(0);
});
