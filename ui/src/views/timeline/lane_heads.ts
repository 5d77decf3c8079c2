import type { PictureLane } from "../../base/picture";

interface Head {
  readonly element: HTMLElement;
  readonly edge: HTMLElement | null;
  /** In CSS pixels, as the next two. */
  readonly height: number;
  /** Where it stands now, and how far below that its lane ends. */
  y: number;
  bottom: number;
}

/** Keeps each lane's head in view for as long as its lane is, and its edge below the lane. */
export class LaneHeads {
  readonly #element: HTMLElement;
  #heads: Head[] = [];
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
      const end = lane.y + lane.height;
      const lowest = end - head.height / scale;
      const y = (Math.max(lane.y, Math.min(scroll, lowest)) - scroll) * scale;
      if (y !== head.y) {
        head.y = y;
        head.element.style.transform = `translateY(${y}px)`;
      }
      const bottom = (end - scroll) * scale - y;
      if (bottom === head.bottom || !head.edge) continue;
      head.bottom = bottom;
      head.edge.style.transform = `translateY(${bottom}px)`;
    }
  }

  /** To ask for heights makes the browser lay the page out, so it is done once. */
  #look(): void {
    this.#isKnown = true;
    const elements = [...this.#element.children].filter(
      (head): head is HTMLElement => head instanceof HTMLElement,
    );
    this.#heads = elements.map((element) => ({
      element,
      edge: element.querySelector<HTMLElement>(".lane-edge"),
      height: element.offsetHeight,
      y: Number.NaN,
      bottom: Number.NaN,
    }));
  }
}
