import { beforeEach, describe, expect, it } from "vitest";
import { scenePx } from "../base/units";
import { keepMeasures } from "./measures";
import { overviewWidthNow, sizeOverview, useTimeline } from "./timeline";
import { resize, viewportNow } from "./viewport";

function shelf(kept: string | null) {
  const it = {
    kept,
    getItem: () => it.kept,
    setItem: (_: string, value: string) => {
      it.kept = value;
    },
  };
  return it;
}

describe("what was measured last time", () => {
  beforeEach(() => {
    resize(scenePx(0), scenePx(0));
    sizeOverview(1);
  });

  it("is expected in a window that is as wide", () => {
    const kept = shelf('{"window":1440,"timeline":729,"lanes":640,"overview":865}');
    keepMeasures(kept, () => 1440)();
    expect(viewportNow().width).toBe(729);
    expect(viewportNow().height).toBe(640);
    expect(overviewWidthNow()).toBe(865);
  });

  it.each([
    ["a window of another width", '{"window":1024,"timeline":729,"lanes":640,"overview":865}'],
    ["a first start", null],
    ["garbage", "{"],
    ["what is no width", '{"window":1440,"timeline":"729","lanes":640,"overview":-1}'],
    ["a list", "[1440,729,640,865]"],
    ["nothing", "null"],
  ])("is not, for %s", (_, text) => {
    keepMeasures(shelf(text), () => 1440)();
    expect(viewportNow().width).toBe(0);
    expect(overviewWidthNow()).toBe(1);
  });

  it("is kept with the picture that it led to", () => {
    const kept = shelf(null);
    const stop = keepMeasures(kept, () => 1440);
    resize(scenePx(700), scenePx(600));
    sizeOverview(850);
    useTimeline.setState({ error: null });
    expect(kept.kept).toBe('{"window":1440,"timeline":700,"lanes":600,"overview":850}');
    stop();
  });
});
