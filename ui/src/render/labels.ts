import { MARK, type Picture, SIZE } from "../base/picture";
import { SIGNS } from "./marks";
import { screenX, type View } from "./view";

/**
 * Left edge of a label. It keeps its distance to the end of the mark that it stands at
 * while the picture is stretched. A label inside a bar that begins outside the view stands
 * at the edge of the view, as far as its bar goes, beside the signs that stand there.
 */
export function labelX({ labels, marks }: Picture, i: number, view: View): number {
  const mark = labels.mark[i] ?? 0;
  const x = labels.x[i] ?? 0;
  const x0 = marks.x0[mark] ?? 0;
  const x1 = marks.x1[mark] ?? 0;
  if ((marks.flags[mark] ?? 0) & MARK.INSIDE) {
    const last = screenX(view, x1) - (labels.width[i] ?? 0) - SIZE.INSIDE_GAP;
    const first = screenX(view, x0) + x - x0;
    const isSigned = ((marks.flags[mark] ?? 0) & SIGNS) !== 0;
    const gap = isSigned ? SIZE.MARK_SIZE + x - x0 : SIZE.INSIDE_GAP;
    return Math.max(first, Math.min(view.left + gap, last));
  }
  const anchor = x < x0 ? x0 : x1;
  return screenX(view, anchor) + x - anchor;
}
