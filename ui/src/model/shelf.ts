import { summaryNow, useCasebook } from "./casebook";
import type { SettingsShelf } from "./settings";

interface Shelf {
  /** Remembers something of the open casebook. */
  readonly put: (value: unknown) => void;
  readonly stop: () => void;
}

/**
 * Remembers something of each of the last casebooks on this machine: `opened` is given what
 * was put there for the one that opens, and must not trust it.
 */
export function followShelf(
  shelf: SettingsShelf,
  { key, most }: { readonly key: string; readonly most: number },
  opened: (kept: unknown) => void,
): Shelf {
  let path: string | null = null;
  const follow = (): void => {
    const now = summaryNow()?.path ?? null;
    if (now === path) return;
    path = now;
    opened(path === null ? undefined : readShelf(shelf.getItem(key)).get(path));
  };
  const put = (value: unknown): void => {
    if (path === null) return;
    const kept = readShelf(shelf.getItem(key));
    // The newest last, so that the oldest are forgotten.
    kept.delete(path);
    kept.set(path, value);
    shelf.setItem(key, JSON.stringify([...kept].slice(-most)));
  };
  follow();
  return { put, stop: useCasebook.subscribe(follow) };
}

/** What was kept for each path, the one changed last at the end. */
export function readShelf(text: string | null): Map<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? "[]");
    return new Map(Array.isArray(value) ? value.filter(isPair) : []);
  } catch {
    // What is damaged is worth less than a window that opens.
    return new Map();
  }
}

const isPair = (value: unknown): value is [string, unknown] =>
  Array.isArray(value) && typeof value[0] === "string";
