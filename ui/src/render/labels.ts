import type { Picture } from "../base/picture";
import { screenX, type View } from "./view";

/**
 * Left edge of a label. It keeps its distance to the end of the mark that it stands at
 * while the picture is stretched.
 */
export function labelX({ labels, marks }: Picture, i: number, view: View): number {
  const mark = labels.mark[i] ?? 0;
  const x = labels.x[i] ?? 0;
  const x0 = marks.x0[mark] ?? 0;
  const anchor = x < x0 ? x0 : (marks.x1[mark] ?? 0);
  return screenX(view, anchor) + x - anchor;
}
