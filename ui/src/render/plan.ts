import { grouped } from "../base/number";
import { SIZE } from "../base/picture";
import { PLAN_SIZE, type PlanArrow, type PlanNode, type PlanPicture } from "../base/plan";
import { drawShape, RING, toScene } from "./marks";
import { arrowColour, COUNT_FONT, MINOR_FONT, type Palette, SELECTED_FONT } from "./palette";
import type { Surface } from "./surface";
import { screenX, screenY, type View } from "./view";

/** What the drawing of a plan shows besides the plan. */
export interface PlanFocus {
  /** What happened after this day is dimmed. */
  readonly on: number | null;
  readonly selected: number | null;
  /** Index of the act that is pointed at. */
  readonly act: number | null;
}

export interface PlanWords {
  act(relation: string): string;
}

const NOT_YET = 0.32;
const BEHIND = 0.22;
const ACT_FONT = COUNT_FONT.replace("500", "600");

/** Draws nodes, counts and arrows, and hairlines at `ticks`, which are places on the canvas. */
export function drawPlan(
  surface: Surface,
  plan: PlanPicture,
  view: View,
  palette: Palette,
  focus: PlanFocus,
  ticks: readonly number[],
  words: PlanWords,
): void {
  toScene(surface, view);
  surface.textBaseline = "alphabetic";
  surface.textAlign = "left";
  surface.globalAlpha = 1;
  surface.fillStyle = palette.paper;
  surface.fillRect(0, 0, view.width, view.height);
  surface.fillStyle = palette.ruleSoft;
  for (const x of ticks) surface.fillRect(x, 0, 1 / view.pixels, view.height);
  for (const { y, height } of plan.storeys) {
    surface.fillRect(0, screenY(view, y + height), view.width, 1 / view.pixels);
  }
  const own = ownActs(plan, focus);
  for (const arrow of plan.arrows)
    if (!own.has(arrow))
      drawAct(surface, arrow, view, palette, alphaOf(arrow, focus, own), 1.5);
  for (const arrow of own)
    drawAct(
      surface,
      arrow,
      view,
      palette,
      alphaOf(arrow, focus, own),
      arrow.act === focus.act ? 2.75 : 2,
    );
  surface.font = ACT_FONT;
  for (const arrow of plan.arrows) {
    if (arrow.labelWidth <= 0 || view.ratio !== 1) continue;
    const x = screenX(view, arrow.labelX);
    if (x > view.width || x + arrow.labelWidth < 0) continue;
    surface.globalAlpha = alphaOf(arrow, focus, own);
    surface.fillStyle = wordColour(palette, arrow.relation);
    surface.fillText(words.act(arrow.relation), x, screenY(view, arrow.labelY));
  }
  surface.globalAlpha = 1;
  drawCounts(surface, plan, view, palette);
  drawNodes(surface, plan, view, palette, focus);
  surface.globalAlpha = 1;
}

/** Amber is no colour for words on paper. */
const wordColour = (palette: Palette, relation: string): string => {
  const colour = arrowColour(palette, relation);
  return colour === palette.underReview ? palette.ink : colour;
};

function ownActs({ arrows }: PlanPicture, { selected, act }: PlanFocus): Set<PlanArrow> {
  return new Set(
    arrows.filter(
      (arrow) => arrow.from === selected || arrow.to === selected || arrow.act === act,
    ),
  );
}

function alphaOf(arrow: PlanArrow, { on }: PlanFocus, own: ReadonlySet<PlanArrow>): number {
  const isBehind = own.size > 0 && !own.has(arrow);
  const isNotYet = on !== null && arrow.effective !== null && arrow.effective > on;
  return isBehind ? BEHIND : isNotYet ? NOT_YET : 1;
}

/**
 * How much of the plan had not yet happened on a day. Dates pass in one order, so the
 * picture of two days with the same number is the same.
 */
export function countNotYet({ nodes, arrows }: PlanPicture, on: number | null): number {
  if (on === null) return 0;
  let count = 0;
  for (const { last } of nodes) if (last !== null && last > on) count += 1;
  for (const { effective } of arrows) if (effective !== null && effective > on) count += 1;
  return count;
}

const HEAD_LENGTH = 8;
const HEAD_WIDTH = 4;

function drawAct(
  surface: Surface,
  { points, relation }: PlanArrow,
  view: View,
  palette: Palette,
  alpha: number,
  width: number,
): void {
  const last = points.length;
  if (last < 8) return;
  const x = (i: number): number => screenX(view, points[i] ?? 0);
  const y = (i: number): number => screenY(view, points[i + 1] ?? 0);
  const [tipX, tipY] = [x(last - 2), y(last - 2)];
  const awayX = tipX - x(last - 4);
  const awayY = tipY - y(last - 4);
  const length = Math.hypot(awayX, awayY) || 1;
  const [dirX, dirY] = [awayX / length, awayY / length];
  // A last stretch that is shorter than the head lies inside it.
  const head = Math.min(HEAD_LENGTH, Math.hypot(tipX - x(last - 8), tipY - y(last - 8)));
  const [baseX, baseY] = [tipX - dirX * head, tipY - dirY * head];
  const colour = arrowColour(palette, relation);
  surface.globalAlpha = alpha;
  surface.strokeStyle = colour;
  surface.lineWidth = width;
  surface.beginPath();
  surface.moveTo(x(0), y(0));
  for (let i = 2; i + 5 < last; i += 6) {
    const isLast = i + 6 >= last;
    surface.bezierCurveTo(
      x(i),
      y(i),
      x(i + 2),
      y(i + 2),
      isLast ? baseX : x(i + 4),
      isLast ? baseY : y(i + 4),
    );
  }
  surface.stroke();
  surface.beginPath();
  surface.moveTo(tipX, tipY);
  surface.lineTo(
    tipX - dirX * HEAD_LENGTH - dirY * HEAD_WIDTH,
    tipY - dirY * HEAD_LENGTH + dirX * HEAD_WIDTH,
  );
  surface.lineTo(
    tipX - dirX * HEAD_LENGTH + dirY * HEAD_WIDTH,
    tipY - dirY * HEAD_LENGTH - dirX * HEAD_WIDTH,
  );
  surface.closePath();
  surface.fillStyle = colour;
  surface.fill();
}

function drawNodes(
  surface: Surface,
  plan: PlanPicture,
  view: View,
  palette: Palette,
  { on, selected }: PlanFocus,
): void {
  const shown = plan.nodes.filter((node) => {
    const y = screenY(view, node.y);
    return (
      screenX(view, node.x1) + node.width + 40 > 0 &&
      screenX(view, node.x0) < view.width + 20 &&
      y > -20 &&
      y < view.height + 20
    );
  });
  const alpha = ({ last, key }: PlanNode): number =>
    on !== null && last !== null && last > on && key !== selected ? NOT_YET + 0.1 : 1;
  for (const node of shown) {
    const [x0, x1, y] = [screenX(view, node.x0), screenX(view, node.x1), screenY(view, node.y)];
    const ink = palette.lanes[node.colour] ?? palette.ink;
    surface.globalAlpha = alpha(node);
    if (x1 - x0 > 1) {
      // Somewhere within these days.
      surface.globalAlpha *= 0.35;
      surface.fillStyle = ink;
      surface.fillRect(x0 - 2, y - 3, x1 - x0 + 4, 6);
      surface.globalAlpha = alpha(node);
    }
    drawShape(surface, node.shape, (x0 + x1) / 2, y, ink, palette.paper);
    if (node.key !== selected) continue;
    surface.beginPath();
    surface.arc((x0 + x1) / 2, y, RING + 1, 0, 2 * Math.PI);
    surface.strokeStyle = view.hasFocus ? palette.accent : palette.ink;
    surface.lineWidth = view.hasFocus ? 2.5 : 1.5;
    surface.stroke();
  }
  // All of one kind at once: to change the face of the text is dear.
  surface.font = SELECTED_FONT;
  surface.fillStyle = palette.ink;
  for (const node of shown) {
    if (node.width <= 0) continue;
    surface.globalAlpha = alpha(node);
    const x = screenX(view, node.x1) + PLAN_SIZE.NODE_GAP;
    surface.fillText(node.title, x, screenY(view, node.y) + PLAN_SIZE.NODE_TITLE_BASELINE);
  }
  surface.font = MINOR_FONT;
  surface.fillStyle = palette.inkSecondary;
  for (const node of shown) {
    if (node.width <= 0) continue;
    surface.globalAlpha = alpha(node);
    const x = screenX(view, node.x1) + PLAN_SIZE.NODE_GAP;
    const date = node.more > 0 ? `${node.date} · +${node.more}` : node.date;
    surface.fillText(date, x, screenY(view, node.y) + PLAN_SIZE.NODE_DATE_BASELINE);
  }
}

function drawCounts(
  surface: Surface,
  { counts }: PlanPicture,
  view: View,
  palette: Palette,
): void {
  surface.font = COUNT_FONT;
  surface.textAlign = "center";
  surface.lineWidth = 1;
  for (const { x: at, y: middle, width, count } of counts) {
    const [x, y] = [screenX(view, at), screenY(view, middle)];
    if (x + width < 0 || x - width > view.width) continue;
    surface.beginPath();
    surface.roundRect(x - width / 2 + 0.5, y - 8, width - 1, 16, 5);
    surface.fillStyle = palette.laneAlt;
    surface.fill();
    surface.strokeStyle = palette.inkMuted;
    surface.stroke();
    surface.fillStyle = palette.ink;
    surface.fillText(grouped(count), x, y + 4);
  }
  surface.textAlign = "left";
}

export type PlanHit =
  | { readonly kind: "node"; readonly node: PlanNode }
  | { readonly kind: "count"; readonly index: number }
  | { readonly kind: "act"; readonly arrow: PlanArrow };

const NEAR_ARROW = 5;

/** What lies under a point of the canvas: a node or its label, a count, or an arrow. */
export function planHitAt(plan: PlanPicture, view: View, x: number, y: number): PlanHit | null {
  const reach = SIZE.MARK_SIZE / 2 + 4;
  for (const node of plan.nodes) {
    const dy = Math.abs(screenY(view, node.y) - y);
    const left = screenX(view, node.x0) - reach;
    const right =
      screenX(view, node.x1) + (node.width > 0 ? PLAN_SIZE.NODE_GAP + node.width : reach);
    if (x >= left && x <= right && dy <= (node.width > 0 ? 15 : reach)) {
      return { kind: "node", node };
    }
  }
  for (const [index, { x: at, y: middle, width }] of plan.counts.entries()) {
    if (
      Math.abs(screenX(view, at) - x) <= width / 2 &&
      Math.abs(screenY(view, middle) - y) <= 9
    )
      return { kind: "count", index };
  }
  let best: PlanArrow | null = null;
  let nearest = NEAR_ARROW;
  for (const arrow of plan.arrows) {
    const isOnWord =
      arrow.labelWidth > 0 &&
      Math.abs(screenX(view, arrow.labelX) + arrow.labelWidth / 2 - x) <=
        arrow.labelWidth / 2 &&
      Math.abs(screenY(view, arrow.labelY) - 4 - y) <= 8;
    const distance = isOnWord ? 0 : distanceTo(arrow.points, view, x, y, nearest);
    if (distance >= nearest) continue;
    nearest = distance;
    best = arrow;
  }
  return best && { kind: "act", arrow: best };
}

const STEPS = 12;

function distanceTo(
  points: Float32Array,
  view: View,
  x: number,
  y: number,
  most: number,
): number {
  let nearest = most;
  const at = (i: number): [number, number] => [
    screenX(view, points[i] ?? 0),
    screenY(view, points[i + 1] ?? 0),
  ];
  for (let i = 0; i + 7 < points.length; i += 6) {
    const [ax, ay] = at(i);
    const [bx, by] = at(i + 2);
    const [cx, cy] = at(i + 4);
    const [dx, dy] = at(i + 6);
    const isFar =
      Math.min(ax, bx, cx, dx) - most > x ||
      Math.max(ax, bx, cx, dx) + most < x ||
      Math.min(ay, by, cy, dy) - most > y ||
      Math.max(ay, by, cy, dy) + most < y;
    if (isFar) continue;
    let [fromX, fromY] = [ax, ay];
    for (let step = 1; step <= STEPS; step += 1) {
      const t = step / STEPS;
      const s = 1 - t;
      const toX = s * s * s * ax + 3 * s * s * t * bx + 3 * s * t * t * cx + t * t * t * dx;
      const toY = s * s * s * ay + 3 * s * s * t * by + 3 * s * t * t * cy + t * t * t * dy;
      nearest = Math.min(nearest, toSegment(x, y, fromX, fromY, toX, toY));
      [fromX, fromY] = [toX, toY];
    }
  }
  return nearest;
}

function toSegment(
  x: number,
  y: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const t =
    length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
