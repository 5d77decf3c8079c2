import { MARK, type Picture } from "../../base/picture";
import { selectedNow } from "../../model/selection";

const NONE = -1;

let found: { picture: Picture; key: number; index: number } | null = null;

/**
 * Which mark of a picture is the selected event's, or -1. The pointer asks at every move,
 * so a picture is looked through once for an event.
 */
export function selectedMark(picture: Picture): number {
  const key = selectedNow();
  if (key === null) return NONE;
  if (found?.picture !== picture || found.key !== key)
    found = { picture, key, index: search(picture, key) };
  return found.index;
}

function search({ marks }: Picture, key: number): number {
  const index = marks.flags.findIndex((flags) => (flags & MARK.SELECTED) !== 0);
  // A picture from before the selection shows the one that was selected then.
  return marks.key[index] === key ? index : NONE;
}
