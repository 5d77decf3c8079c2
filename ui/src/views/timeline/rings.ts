import type { Picture } from "../../base/picture";
import { markX } from "../../render/hit";
import { screenY, type View } from "../../render/view";

interface Ring {
  readonly index: number;
  x: number;
  y: number;
}

/**
 * Where the marks stand that are selected together. Which marks these are is looked up
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
    for (const ring of this.#rings) {
      ring.x = markX(picture, view, ring.index);
      ring.y = screenY(view, picture.marks.y[ring.index] ?? 0);
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
