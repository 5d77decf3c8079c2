import { expect, it } from "vitest";
import { DRAWING, Frames, MOVING } from "./frames";

function manual() {
  const waiting: ((time: number) => void)[] = [];
  const frames = new Frames((frame) => waiting.push(frame));
  const pass = (time: number): void => {
    for (const frame of waiting.splice(0)) frame(time);
  };
  return { frames, waiting, pass };
}

it("draws once in a frame, however often it was asked", () => {
  const { frames, waiting, pass } = manual();
  const drawn: number[] = [];
  const task = frames.add(DRAWING, (time) => drawn.push(time));
  task.request();
  task.request();
  expect(waiting).toHaveLength(1);
  pass(16);
  expect(drawn).toEqual([16]);
  expect(waiting).toHaveLength(0);
});

it("draws in the same frame what a movement has moved", () => {
  const { frames, pass } = manual();
  const done: string[] = [];
  const drawing = frames.add(DRAWING, () => done.push("drawn"));
  const moving = frames.add(MOVING, () => {
    done.push("moved");
    drawing.request();
  });
  moving.request();
  pass(16);
  expect(done).toEqual(["moved", "drawn"]);
});

it("goes on for as long as a movement asks for more, and then stands still", () => {
  const { frames, waiting, pass } = manual();
  let left = 3;
  const moving = frames.add(MOVING, () => {
    left -= 1;
    if (left > 0) moving.request();
  });
  moving.request();
  for (let time = 0; time < 10; time += 1) pass(time);
  expect(left).toBe(0);
  expect(waiting).toHaveLength(0);
});

it("forgets what was asked by a task that is gone", () => {
  const { frames, pass } = manual();
  const drawn: number[] = [];
  const task = frames.add(DRAWING, (time) => drawn.push(time));
  task.request();
  task.remove();
  pass(16);
  expect(drawn).toEqual([]);
});
