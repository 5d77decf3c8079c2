import { describe, expect, it, vi } from "vitest";
import type { EventPage, EventRow } from "../ipc/generated/bindings";
import { RowPages } from "./row_pages";

const TOTAL = 1_000_000;

/** A program that answers when it is told to, and keeps what it was asked. */
function program() {
  const asked: number[] = [];
  const waiting: (() => void)[] = [];
  const pages = new RowPages(
    (offset, limit) => {
      asked.push(offset);
      const rows = Array.from({ length: limit }, (_, i) => ({ key: offset + i }) as EventRow);
      return new Promise<EventPage>((resolve) => {
        waiting.push(() => resolve({ total: TOTAL, offset, rows }));
      });
    },
    () => {},
    () => {},
  );
  const answer = async (): Promise<void> => {
    waiting.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { asked, answer, pages };
}

describe("the rows of a table", () => {
  it("are read where the reader looks, and only the newest place", async () => {
    const { asked, answer, pages } = program();
    pages.see(0, 40);
    for (let top = 1000; top < TOTAL; top += 1000) pages.see(top, top + 40);
    await answer();
    await answer();
    expect(asked).toEqual([0, 999_000]);
    expect(pages.total).toBe(TOTAL);
    expect(pages.at(999_039)?.key).toBe(999_039);
    expect(pages.at(500_000)).toBeUndefined();
  });

  it("are read across the edge of a page and held", async () => {
    const { asked, answer, pages } = program();
    pages.see(80, 130);
    await answer();
    await answer();
    pages.see(90, 140);
    expect(asked).toEqual([0, 100]);
    expect(pages.at(99)?.key).toBe(99);
    expect(pages.at(100)?.key).toBe(100);
  });

  it("are forgotten far behind the reader", async () => {
    const { answer, pages } = program();
    for (let page = 0; page < 100; page += 1) {
      pages.see(page * 100, page * 100 + 50);
      await answer();
    }
    expect(pages.at(0)).toBeUndefined();
    expect(pages.at(9_910)?.key).toBe(9_910);
  });

  it("are not asked for any more after the table is gone", async () => {
    const { asked, answer, pages } = program();
    pages.see(0, 40);
    pages.close();
    pages.see(5_000, 5_040);
    await answer();
    expect(asked).toEqual([0]);
  });

  it("are asked for once more when they could not be read", async () => {
    let isBroken = true;
    const failed = vi.fn();
    const arrived = vi.fn();
    const pages = new RowPages<{ key: number }>(
      async (offset) => {
        if (isBroken) throw new Error("The drive is gone.");
        return { total: 1, rows: [{ key: offset }] };
      },
      arrived,
      failed,
    );
    pages.see(0, 1);
    await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce());
    expect(pages.at(0)).toBeUndefined();
    isBroken = false;
    pages.retry();
    await vi.waitFor(() => expect(arrived).toHaveBeenCalledOnce());
    expect(pages.at(0)?.key).toBe(0);
  });
});
