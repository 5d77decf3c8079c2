import type { Picture } from "../../base/picture";
import { screenX, screenY, type View } from "../../render/view";

interface Ring {
  readonly index: number;
  x: number;
  y: number;
}

/**
 * The middles of the marks that are selected together. Which marks these are is looked up
 * once for a picture, and a frame of panning moves the same objects.
 */
export class Rings {
  #picture: Picture | null = null;
  #keys: ReadonlySet<number> | null = null;
  #rings: Ring[] = [];

  at(picture: Picture, keys: ReadonlySet<number>, view: View): readonly Ring[] {
    if (picture !== this.#picture || keys !== this.#keys) {
      this.#picture = picture;
      this.#keys = keys;
      this.#rings = keys.size === 0 ? [] : ringsOf(picture, keys);
    }
    const { x0, x1, y } = picture.marks;
    for (const ring of this.#rings) {
      ring.x = screenX(view, ((x0[ring.index] ?? 0) + (x1[ring.index] ?? 0)) / 2);
      ring.y = screenY(view, y[ring.index] ?? 0);
    }
    return this.#rings;
  }
}

function ringsOf({ marks }: Picture, keys: ReadonlySet<number>): Ring[] {
  const rings: Ring[] = [];
  marks.key.forEach((key, index) => {
    if (keys.has(key)) rings.push({ index, x: 0, y: 0 });
  });
  return rings;
}
