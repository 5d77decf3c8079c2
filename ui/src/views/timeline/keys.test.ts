import { afterEach, expect, it, vi } from "vitest";
import { day, scenePx } from "../../base/units";
import { useTimeline } from "../../model/timeline";
import { resize, showWindow, viewportNow } from "../../model/viewport";
import { onTimelineKey } from "./keys";

const press = (key: string, held: Partial<React.KeyboardEvent> = {}): boolean => {
  const preventDefault = vi.fn();
  onTimelineKey({ key, preventDefault, ...held } as unknown as React.KeyboardEvent);
  return preventDefault.mock.calls.length > 0;
};

afterEach(() => useTimeline.setState({ overview: null }));

it.each([
  ["f", {}],
  ["F", {}],
  ["F", { shiftKey: true }],
])("%s fits, with Caps Lock or without", async (key, held) => {
  resize(scenePx(1000), scenePx(700));
  showWindow(day(0), day(10));
  useTimeline.setState({ overview: { from: 0, to: 1000, counts: [0, 1, 1, 0], ticks: [] } });
  expect(press(key, held)).toBe(true);
  await vi.waitFor(() => expect(viewportNow().from).toBeCloseTo(230, 6));
});

it.each(["PageDown", "+", "M", "R"])("%s is a key of the timeline", (key) => {
  expect(press(key)).toBe(true);
});

it("letters with Ctrl are not", () => {
  expect(press("f", { ctrlKey: true })).toBe(false);
});
