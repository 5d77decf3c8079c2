import { expect, it } from "vitest";
import { mixBrushes } from "./marks";
import type { Surface } from "./surface";
import { NAMED, newView, pictureOf } from "./testing";
import { drawTimeline } from "./timeline";
import { place } from "./view";

/** Takes every call and keeps nothing. */
class Quiet {
  fillStyle = "";
  strokeStyle = "";
  font = "";
  textAlign = "left";
  textBaseline = "alphabetic";
  globalAlpha = 1;
  lineWidth = 1;
  arc(): void {}
  beginPath(): void {}
  bezierCurveTo(): void {}
  clip(): void {}
  closePath(): void {}
  createLinearGradient(): { addColorStop(): void } {
    return { addColorStop: () => {} };
  }
  fill(): void {}
  fillRect(): void {}
  fillText(): void {}
  lineTo(): void {}
  moveTo(): void {}
  rect(): void {}
  restore(): void {}
  roundRect(): void {}
  save(): void {}
  setTransform(): void {}
  stroke(): void {}
}

/** Of Node, whose types the window's code must not see. */
const { process } = globalThis as unknown as {
  process: { memoryUsage(): { heapUsed: number } };
};

const MARKS = 400;
const FRAMES = 500;
const ROUNDS = 100;
/** Rounds in a row that have to leave nothing behind; one alone may be luck. */
const IN_A_ROW = 5;
const MOST_BYTES = 100;

it("a frame that shows what the last one showed leaves no garbage behind", () => {
  const marks = Array.from({ length: MARKS }, (_, i) => ({
    x0: i * 3 - 300,
    x1: i * 3 - 300 + (i % 3) * 20,
    flags: (i * 37) % 512,
    label: i % 4 === 0 ? `Event ${i}` : "",
  }));
  const bands = Array.from({ length: 40 }, (_, i) => ({
    x0: i * 50 - 800,
    x1: i * 50 - 755,
    count: i * i + 1,
    flags: (i * 32) % 512,
  }));
  const ticks = Array.from({ length: 60 }, (_, i) => ({
    x: i * 40 - 900,
    text: String(i),
    major: i % 5 === 0,
  }));
  const picture = pictureOf(marks, { ticks }, bands);
  const view = newView();
  const surface = new Quiet() as unknown as Surface;
  const brushes = mixBrushes(surface, NAMED);
  const words = { act: (relation: string) => relation };
  const pan = (frames: number): void => {
    for (let i = 0; i < frames; i += 1) {
      place(view, picture, (i % 300) - 100, 1);
      drawTimeline(surface, picture, view, NAMED, brushes, words);
    }
  };
  // Until a function is compiled, every number that it passes on is an object, and when
  // that is depends on the machine. What allocates by itself does so in every round.
  let quiet = 0;
  for (let round = 0; round < ROUNDS && quiet < IN_A_ROW; round += 1) {
    const before = process.memoryUsage().heapUsed;
    pan(FRAMES);
    const left = process.memoryUsage().heapUsed - before;
    // Some was collected, so the round does not say how much there was.
    if (left < 0) continue;
    // The smallest object takes 12 bytes.
    quiet = left / FRAMES < MOST_BYTES ? quiet + 1 : 0;
  }
  expect(quiet).toBe(IN_A_ROW);
}, 60_000);
