import { MARK, type Picture } from "../../base/picture";
import { useSelection } from "../../model/selection";

const NONE = -1;

let found: { picture: Picture; key: number; lane: string | null; index: number } | null = null;

/**
 * Which mark of a picture is the selected event's, or -1; of several, the one in the lane
 * where the reader met it. The pointer asks at every move, so a picture is looked through
 * once for an event.
 */
export function selectedMark(picture: Picture): number {
  const { key, lane } = useSelection.getState();
  if (key === null) return NONE;
  if (found?.picture !== picture || found.key !== key || found.lane !== lane)
    found = { picture, key, lane, index: search(picture, key, lane) };
  return found.index;
}

function search({ marks, lanes }: Picture, key: number, lane: string | null): number {
  const first = marks.flags.findIndex((flags) => (flags & MARK.SELECTED) !== 0);
  // A picture from before the selection shows the one that was selected then.
  if (marks.key[first] !== key) return NONE;
  const isMet = (other: number, at: number) =>
    other === key && lanes[marks.lane[at] ?? 0]?.id === lane;
  const met = lane === null ? NONE : marks.key.findIndex(isMet);
  return met === NONE ? first : met;
}
