/** Two fingers on the timeline: where their middle is, and how far it and they moved. */
export interface Pinched {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  /** Above 1 when the fingers came nearer to each other, which shows more days. */
  readonly factor: number;
}

interface Finger {
  readonly id: number;
  x: number;
  y: number;
}

/** Nearer than this, in pixels, a small tremor would zoom by a lot. */
const NEAREST = 20;

/** Follows the fingers on a touch screen and tells what two of them do. */
export class Pinch {
  readonly #fingers: Finger[] = [];

  get isPinching(): boolean {
    return this.#fingers.length >= 2;
  }

  down(id: number, x: number, y: number): void {
    this.up(id);
    this.#fingers.push({ id, x, y });
  }

  up(id: number): void {
    const at = this.#fingers.findIndex((finger) => finger.id === id);
    if (at >= 0) this.#fingers.splice(at, 1);
  }

  /** What the first two fingers did by this movement, if it was one of them. */
  move(id: number, x: number, y: number): Pinched | null {
    const moved = this.#fingers.find((finger) => finger.id === id);
    if (!moved) return null;
    const [one, other] = this.#fingers;
    const before = one && other ? between(one, other) : null;
    moved.x = x;
    moved.y = y;
    if (!one || !other || !before || (moved !== one && moved !== other)) return null;
    const after = between(one, other);
    return {
      x: after.x,
      y: after.y,
      dx: after.x - before.x,
      dy: after.y - before.y,
      factor: before.apart / after.apart,
    };
  }
}

const between = (one: Finger, other: Finger) => ({
  x: (one.x + other.x) / 2,
  y: (one.y + other.y) / 2,
  // Time lies across: how far the fingers are apart up and down stretches nothing.
  apart: Math.max(NEAREST, Math.abs(one.x - other.x)),
});
