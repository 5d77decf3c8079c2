import { describe, expect, it } from "vitest";
import {
  add,
  countOf,
  holds,
  NO_RANGES,
  nearest,
  type Ranges,
  rangeOf,
  remove,
  toggle,
} from "./ranges";

const numbers = (ranges: Ranges): number[] =>
  Array.from({ length: 40 }, (_, i) => i).filter((i) => holds(ranges, i));

describe("ranges", () => {
  it("hold what was added and not what was removed, as a set does", () => {
    let ranges: Ranges = NO_RANGES;
    const set = new Set<number>();
    let seed = 7;
    const below = (limit: number): number => {
      seed = (seed * 48271) % 2147483647;
      return seed % limit;
    };
    for (let step = 0; step < 500; step += 1) {
      const range = rangeOf(below(40), below(40));
      const adds = below(2) === 0;
      ranges = adds ? add(ranges, range) : remove(ranges, range);
      for (let i = range.first; i <= range.last; i += 1) {
        if (adds) set.add(i);
        else set.delete(i);
      }
      expect(numbers(ranges)).toEqual([...set].sort((a, b) => a - b));
      expect(countOf(ranges)).toBe(set.size);
      for (const [i, next] of ranges.slice(1).entries()) {
        expect(next.first).toBeGreaterThan((ranges[i]?.last ?? 0) + 1);
      }
    }
  });

  it("toggle one number", () => {
    const all = add(NO_RANGES, { first: 0, last: 999_999 });
    const but = toggle(all, 500);
    expect(countOf(but)).toBe(999_999);
    expect(toggle(but, 500)).toEqual(all);
  });

  it.each([
    [0, 2],
    [3, 3],
    [6, 5],
    [7, 5],
    [8, 9],
    [40, 9],
  ])("are nearest to %i with %i", (number, expected) => {
    const ranges = [rangeOf(2, 5), rangeOf(9, 9)];
    expect(nearest(ranges, number)).toBe(expected);
    expect(nearest(NO_RANGES, number)).toBeNull();
  });
});
