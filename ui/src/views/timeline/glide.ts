import { frames, MOVING } from "../../base/frames";

/** Part of the speed that is left after a millisecond. */
const KEPT_PER_MS = 0.996;
/** Pixels a millisecond below which nothing seems to move. */
const STILL = 0.02;
/** A hand that rested this long before it let go did not throw. */
const RESTED_MS = 60;

/**
 * What is thrown glides on after the hand let go and comes to rest. With reduced motion
 * it stops where it was let go.
 */
export class Glide {
  readonly #move: (x: number, y: number) => void;
  #x = 0;
  #y = 0;
  #last = 0;
  #isThrown = false;
  #isStepping = false;
  readonly #task = frames.add(MOVING, (time) => this.#step(time));

  constructor(move: (x: number, y: number) => void) {
    this.#move = move;
  }

  /** The hand moved by so many pixels at `time`, in milliseconds. */
  drag(x: number, y: number, time: number): void {
    const passed = Math.max(1, time - this.#last);
    // One movement alone is jerky, so it counts by half.
    this.#x = passed > RESTED_MS ? 0 : (this.#x + x / passed) / 2;
    this.#y = passed > RESTED_MS ? 0 : (this.#y + y / passed) / 2;
    this.#last = time;
  }

  release(time: number): void {
    if (time - this.#last > RESTED_MS) this.stop();
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) this.stop();
    this.#last = time;
    this.#isThrown = this.#isMoving;
    if (this.#isThrown) this.#task.request();
  }

  stop(): void {
    this.#isThrown = false;
    this.#x = 0;
    this.#y = 0;
  }

  /** Something else moved what glides: it rests where that brought it. */
  interrupt(): void {
    if (this.#isThrown && !this.#isStepping) this.stop();
  }

  close(): void {
    this.#task.remove();
  }

  get #isMoving(): boolean {
    return Math.hypot(this.#x, this.#y) > STILL;
  }

  #step(time: number): void {
    // It may have been caught since the last frame.
    if (!this.#isThrown) return;
    const passed = Math.min(64, Math.max(0, time - this.#last));
    this.#last = time;
    this.#isStepping = true;
    this.#move(this.#x * passed, this.#y * passed);
    this.#isStepping = false;
    const kept = KEPT_PER_MS ** passed;
    this.#x *= kept;
    this.#y *= kept;
    if (this.#isMoving) this.#task.request();
    else this.stop();
  }
}
