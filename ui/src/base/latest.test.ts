import { expect, it, vi } from "vitest";
import { Latest } from "./latest";

it("answers the first and the newest question and skips those between", async () => {
  const asked: number[] = [];
  const answered: number[] = [];
  const latest = new Latest<number, number>(
    async (n) => {
      asked.push(n);
      await Promise.resolve();
      return n * 10;
    },
    (answer) => answered.push(answer),
    () => {},
  );
  for (const n of [1, 2, 3, 4]) latest.ask(n);
  expect(latest.superseded).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(asked).toEqual([1, 4]);
  expect(answered).toEqual([10, 40]);
  expect(latest.superseded).toBe(false);
});

it("goes on after a question that failed", async () => {
  const failed: unknown[] = [];
  const answered: number[] = [];
  const latest = new Latest<number, number>(
    async (n) => {
      if (n === 1) throw new Error("no");
      return n;
    },
    (answer) => answered.push(answer),
    (error) => failed.push(error),
  );
  latest.ask(1);
  latest.ask(2);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(failed).toHaveLength(1);
  expect(answered).toEqual([2]);
});

it("does not wait for an answer that a newer question makes pointless, nor hear it", async () => {
  const answered: string[] = [];
  const failed: unknown[] = [];
  const open = new Map<string, { resolve(): void; reject(reason: unknown): void }>();
  const latest = new Latest<string, string>(
    (word) =>
      new Promise((resolve, reject) => {
        open.set(word, { resolve: () => resolve(word), reject });
      }),
    (answer) => answered.push(answer),
    (error) => failed.push(error),
    (next, running) => next[0] !== running[0],
  );
  const settle = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 0));
  latest.ask("a1");
  latest.ask("a2");
  expect([...open.keys()]).toEqual(["a1"]);
  latest.ask("b1");
  expect([...open.keys()]).toEqual(["a1", "b1"]);
  latest.ask("b2");
  open.get("a1")?.reject("called off");
  await settle();
  expect([...open.keys()]).toEqual(["a1", "b1"]);
  open.get("b1")?.resolve();
  await settle();
  open.get("b2")?.resolve();
  await settle();
  expect(answered).toEqual(["b1", "b2"]);
  expect(failed).toEqual([]);
});

it("is asked again when it was called off though nobody here asks anything newer", async () => {
  const superseded = { code: "superseded", message: "", hint: null };
  const ask = vi
    .fn<(question: number) => Promise<number>>()
    .mockRejectedValueOnce(superseded)
    .mockResolvedValueOnce(7);
  const answered = vi.fn();
  const failed = vi.fn();
  const latest = new Latest<number, number>(ask, answered, failed);
  latest.ask(1);
  await vi.waitFor(() => expect(answered).toHaveBeenCalledWith(7, 1));
  expect(failed).not.toHaveBeenCalled();

  ask.mockRejectedValue(superseded);
  latest.ask(2);
  await vi.waitFor(() => expect(failed).toHaveBeenCalledWith(superseded, 2));
  expect(ask.mock.calls.length).toBeLessThan(10);
});

it("asks nothing more for whom nobody waits, and begins anew at once", async () => {
  const asked: number[] = [];
  const answered: number[] = [];
  const superseded = { code: "superseded", message: "", hint: null };
  const open: { resolve(): void; reject(reason: unknown): void }[] = [];
  const latest = new Latest<number, number>(
    (n) => {
      asked.push(n);
      return new Promise((resolve, reject) => {
        open.push({ resolve: () => resolve(n), reject });
      });
    },
    (answer) => answered.push(answer),
    () => {},
  );
  const settle = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 0));
  latest.ask(1);
  latest.ask(2);
  latest.forget();
  // Called off by another: what nobody wants is not asked again.
  open[0]?.reject(superseded);
  await settle();
  expect(asked).toEqual([1]);
  latest.ask(3);
  expect(asked).toEqual([1, 3]);
  open[1]?.resolve();
  await settle();
  expect(answered).toEqual([3]);
});
