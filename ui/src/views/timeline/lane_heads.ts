import type { PictureLane } from "../../base/picture";

/** Keeps each lane's head in view for as long as its lane is. */
export class LaneHeads {
  readonly #element: HTMLElement;
  #heads: HTMLElement[] = [];
  /** Heights in CSS pixels, and where each stands now. */
  #height: number[] = [];
  #y: number[] = [];
  #isKnown = false;

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  /** Other heads, or other letters. */
  changed(): void {
    this.#isKnown = false;
  }

  /** `scroll` is scene pixels, of which one is `scale` CSS pixels. */
  place(lanes: readonly PictureLane[], scroll: number, scale: number): void {
    if (!this.#isKnown) this.#look();
    for (let i = 0; i < this.#heads.length; i += 1) {
      const head = this.#heads[i];
      const lane = lanes[i];
      if (!head || !lane) continue;
      const lowest = lane.y + lane.height - (this.#height[i] ?? 0) / scale;
      const y = (Math.max(lane.y, Math.min(scroll, lowest)) - scroll) * scale;
      if (y === this.#y[i]) continue;
      this.#y[i] = y;
      head.style.transform = `translateY(${y}px)`;
    }
  }

  /** To ask for heights makes the browser lay the page out, so it is done once. */
  #look(): void {
    this.#isKnown = true;
    this.#heads = [...this.#element.children].filter((head) => head instanceof HTMLElement);
    this.#height = this.#heads.map((head) => head.offsetHeight);
    this.#y = this.#heads.map(() => Number.NaN);
  }
}
