import { describe, expect, it } from "vitest";
import type { StandingLife, StandingSpan } from "../ipc/generated/bindings";
import { extentOf, isOpen, spanOn, stretches, toneOf } from "./standing";

const span = (
  from: number | null,
  standing: string[],
  under_review: StandingSpan["under_review"] = "no",
): StandingSpan => ({
  from,
  standing,
  definite: standing.length === 1,
  part: null,
  under_review,
});

const life: StandingLife = {
  key: 1,
  event: "order",
  title: "Order",
  spans: [
    span(null, ["not yet issued"]),
    span(10, ["in force"]),
    span(20, ["in force"], "possibly"),
    span(30, ["vacated"]),
  ],
};

describe("standing on a day", () => {
  it.each([
    [9, "not yet issued"],
    [10, "in force"],
    [29, "in force"],
    [30, "vacated"],
    [99, "vacated"],
  ])("on day %i it is what the last change made it", (on, word) => {
    expect(spanOn(life, on)?.standing).toEqual([word]);
  });

  it("has one colour and pattern for each standing", () => {
    const tone = (words: string[], review: StandingSpan["under_review"] = "no") =>
      toneOf(span(0, words, review));
    expect(tone(["not yet issued"])).toBe("none");
    expect(tone(["in force"])).toBe("in-force");
    expect(tone(["in force"], "yes")).toBe("under-review");
    expect(tone(["stayed"], "yes")).toBe("stayed");
    expect(tone(["quashed"])).toBe("set-aside");
    expect(tone(["moot"])).toBe("ended");
    expect(tone(["not yet issued", "in force"])).toBe("in-force");
  });

  it("is open when the dates allow more than one answer", () => {
    expect(life.spans.map(isOpen)).toEqual([false, false, true, false]);
    expect(isOpen(span(0, ["in force", "stayed"]))).toBe(true);
  });

  it("is drawn from issue on, within the days shown", () => {
    const drawn = stretches(life, 15, 40).map(({ from, to }) => [from, to]);
    expect(drawn).toEqual([
      [15, 20],
      [20, 30],
      [30, 40],
    ]);
  });

  it("spans all changes with room at both ends", () => {
    const [first, last] = extentOf([life]) ?? [0, 0];
    expect(first).toBeLessThan(10);
    expect(last).toBeGreaterThan(30);
    expect(extentOf([])).toBeNull();
  });
});
