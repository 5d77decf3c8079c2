/** What is done in a frame, when it was asked for. */
export interface FrameTask {
  /** Asks for the next frame. */
  readonly request: () => void;
  readonly remove: () => void;
}

interface Entry {
  readonly draw: (time: number) => void;
  readonly order: number;
  isAsked: boolean;
}

/**
 * The one loop of animation frames. A frame is asked for only when somebody wants it, and
 * does what was asked for once, however often it was asked: first what moves, then what
 * is drawn of it, so that both are in the same frame.
 */
export class Frames {
  readonly #entries: Entry[] = [];
  readonly #schedule: (frame: (time: number) => void) => void;
  #isScheduled = false;

  constructor(schedule: (frame: (time: number) => void) => void) {
    this.#schedule = schedule;
  }

  /** Adds a task; those of a lower `order` come first. `draw` gets milliseconds. */
  add(order: number, draw: (time: number) => void): FrameTask {
    const entry: Entry = { draw, order, isAsked: false };
    this.#entries.push(entry);
    this.#entries.sort((a, b) => a.order - b.order);
    return {
      request: () => {
        entry.isAsked = true;
        this.#ask();
      },
      remove: () => {
        entry.isAsked = false;
        this.#entries.splice(this.#entries.indexOf(entry), 1);
      },
    };
  }

  #ask(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.#schedule(this.#run);
  }

  readonly #run = (time: number): void => {
    this.#isScheduled = false;
    for (let i = 0; i < this.#entries.length; i += 1) {
      const entry = this.#entries[i];
      if (!entry?.isAsked) continue;
      entry.isAsked = false;
      entry.draw(time);
    }
  };
}

/** The window's own. */
export const frames = new Frames((frame) => requestAnimationFrame(frame));

/** Orders of the window's tasks. */
export const MOVING = 0;
export const DRAWING = 1;
