import { describe, expect, it } from "vitest";
import { followScroll, type Reach, scrollAt, scrolledHeight, topAt } from "./scaled_scroll";

const VIEW = 700;
const short: Reach = { content: 90 * 44, view: VIEW };
const long: Reach = { content: 1_000_000 * 44, view: VIEW };
const tall: Reach = { content: 1_000_000 * 88, view: VIEW };

describe("a scroll bar that is shorter than what it scrolls", () => {
  it("stays far below what browsers clamp", () => {
    for (const reach of [short, long, tall]) {
      expect(scrolledHeight(reach)).toBeLessThan(33_554_428 / 2);
    }
  });

  it("reaches both ends", () => {
    for (const reach of [short, long, tall]) {
      const most = scrolledHeight(reach) - VIEW;
      expect(topAt(0, reach)).toBe(0);
      expect(topAt(most, reach)).toBe(reach.content - VIEW);
      expect(followScroll(5, 4, 0, reach)).toBe(0);
      expect(followScroll(1e6, most - 10, most, reach)).toBe(reach.content - VIEW);
    }
  });

  it("is the content's own where all of it fits", () => {
    for (const top of [0, 17, 1234]) expect(topAt(top, short)).toBe(top);
  });

  it("leads everywhere and back to the same place", () => {
    for (const reach of [short, long, tall]) {
      const most = reach.content - VIEW;
      let before = -1;
      for (let i = 0; i <= 1000; i += 1) {
        const top = (most * i) / 1000;
        const scroll = scrollAt(top, reach);
        expect(topAt(scroll, reach)).toBeCloseTo(top, 3);
        expect(scroll).toBeGreaterThan(before);
        before = scroll;
      }
    }
  });

  it("moves the content pixel by pixel under a wheel, and by the scale under a thumb", () => {
    expect(followScroll(20_000_000, 3_900_000, 3_900_100, long)).toBe(20_000_100);
    expect(followScroll(20_000_000, 3_900_000, 3_899_940, long)).toBe(19_999_940);
    expect(followScroll(0, 0, 4_000_000, long)).toBe(topAt(4_000_000, long));
  });

  it("has nowhere to go when everything is seen", () => {
    const all = { content: 300, view: VIEW };
    expect(topAt(0, all)).toBe(0);
    expect(scrollAt(0, all)).toBe(0);
    expect(followScroll(0, 0, 0, all)).toBe(0);
  });
});
