import { type PlanAct, type PlanEvent, storeysOf } from "./procedure";

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export interface PlanNode extends Point {
  readonly event: PlanEvent;
  /** The title as it fits. */
  readonly title: string;
  /** Where its words begin, or end when they stand before the mark. */
  readonly textX: number;
  readonly anchor: "start" | "end";
}

export interface PlanArrow {
  readonly act: PlanAct;
  /** Start, two control points, end. */
  readonly curve: readonly [Point, Point, Point, Point];
  /** Left edge and baseline of its word, where there is a place that nothing crosses. */
  readonly label: Point | null;
}

export interface Plan {
  readonly height: number;
  readonly storeys: readonly { court: string | null; y: number; height: number }[];
  readonly nodes: readonly PlanNode[];
  readonly arrows: readonly PlanArrow[];
}

export interface PlanRoom {
  readonly width: number;
  toX(day: number): number;
  /** Width of a text as the plan sets it. */
  measure(text: string): number;
  /** The word on an arrow. */
  word(relation: string): string;
}

const ROW = 36;
const PADDING = 10;
const MARK = 7;
const TEXT_GAP = 12;
const WIDEST_TITLE = 190;
const LINE = 14;
const STEPS = 48;

/** Places everything: events in the storey of their court, then arrows, then their words. */
export function layOutPlan(
  events: readonly PlanEvent[],
  acts: readonly PlanAct[],
  room: PlanRoom,
): Plan {
  const storeys: Plan["storeys"][number][] = [];
  const nodes: PlanNode[] = [];
  let y = 0;
  for (const court of storeysOf(events, acts)) {
    const inside = events.filter((event) => event.court === court);
    const rows = seat(inside, room, y, nodes);
    const height = rows * ROW + 2 * PADDING;
    storeys.push({ court, y, height });
    y += height;
  }
  const words = nodes.map((node) => wordsBox(node, room));
  const at = new Map(nodes.map((node) => [node.event.key, node]));
  const curves = acts.flatMap((act) => {
    const from = at.get(act.from);
    const to = at.get(act.to);
    if (!from || !to || from === to) return [];
    const marks = nodes.filter((node) => node !== from && node !== to).map(markBox);
    return [{ act, curve: bestCurve(from, to, [...words, ...marks], room.width, y) }];
  });
  return { height: y, storeys, nodes, arrows: labelled(curves, nodes, words, room, y) };
}

/** Seats events in rows so that no words meet, and answers how many rows it took. */
function seat(
  events: readonly PlanEvent[],
  room: PlanRoom,
  top: number,
  nodes: PlanNode[],
): number {
  const rows: Box[][] = [];
  for (const event of [...events].sort((a, b) => a.at - b.at)) {
    const x = room.toX(event.at);
    const title = shortened(event.title, WIDEST_TITLE, room);
    const width = Math.max(room.measure(title), room.measure(event.dateWords));
    const isBefore = x + TEXT_GAP + width > room.width && x - TEXT_GAP - width > 0;
    const left = isBefore ? x - TEXT_GAP - width : x - MARK;
    const box = { x: left - 6, y: 0, width: width + TEXT_GAP + MARK + 12, height: 1 };
    let row = rows.findIndex((taken) => taken.every((other) => !meets(box, other)));
    if (row < 0) row = rows.push([]) - 1;
    rows[row]?.push(box);
    nodes.push({
      event,
      title,
      x,
      y: top + PADDING + row * ROW + ROW / 2,
      textX: isBefore ? x - TEXT_GAP : x + TEXT_GAP,
      anchor: isBefore ? "end" : "start",
    });
  }
  return Math.max(rows.length, 1);
}

/** A title that is too long ends in an ellipsis; it is read whole in the table and below. */
function shortened(text: string, most: number, { measure }: PlanRoom): string {
  if (measure(text) <= most) return text;
  let end = Math.floor((text.length * most) / measure(text));
  while (end > 1 && measure(`${text.slice(0, end)}…`) > most) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

function wordsBox({ x, y, title, event, anchor }: PlanNode, { measure }: PlanRoom): Box {
  const width = Math.max(measure(title), measure(event.dateWords)) + 4;
  const left = anchor === "start" ? x + TEXT_GAP - 2 : x - TEXT_GAP - width + 2;
  return { x: left, y: y - LINE, width, height: 2 * LINE + 2 };
}

const markBox = ({ x, y }: Point): Box => ({
  x: x - MARK - 2,
  y: y - MARK - 2,
  width: 2 * MARK + 4,
  height: 2 * MARK + 4,
});

const meets = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const holds = (box: Box, { x, y }: Point): boolean =>
  x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;

const SIDES: readonly Point[] = [
  { x: -1, y: 0 },
  { x: 1, y: 0 },
  { x: 0, y: -1 },
  { x: 0, y: 1 },
];
const REACHES = [0.15, 0.35, 0.7];
const LEAST_REACH = 36;

/** Of many ways from one mark to another, the one that runs over the fewest words. */
function bestCurve(
  from: Point,
  to: Point,
  blocks: readonly Box[],
  width: number,
  height: number,
): PlanArrow["curve"] {
  const sheet = { x: 2, y: 2, width: width - 4, height: height - 4 };
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  let best: PlanArrow["curve"] | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const leave of SIDES) {
    for (const arrive of SIDES) {
      for (const share of REACHES) {
        const reach = Math.max(LEAST_REACH, distance * share);
        const curve = trimmed([
          from,
          beside(from, leave, reach),
          beside(to, arrive, reach),
          to,
        ]);
        const points = sample(curve);
        const crossings = points.filter(
          (point) => !holds(sheet, point) || blocks.some((block) => holds(block, point)),
        ).length;
        const cost = crossings * 40 + lengthOf(points) * 0.1;
        if (cost >= least) continue;
        least = cost;
        best = curve;
      }
    }
  }
  return best ?? [from, from, to, to];
}

const beside = (point: Point, side: Point, reach: number): Point => ({
  x: point.x + side.x * reach,
  y: point.y + side.y * reach,
});

/** Leaves room for the marks at both ends. */
function trimmed([from, first, second, to]: PlanArrow["curve"]): PlanArrow["curve"] {
  return [towards(from, first), first, second, towards(to, second)];
}

function towards(end: Point, aim: Point): Point {
  const length = Math.hypot(aim.x - end.x, aim.y - end.y) || 1;
  return beside(end, { x: (aim.x - end.x) / length, y: (aim.y - end.y) / length }, MARK + 2);
}

const sample = (curve: PlanArrow["curve"]): Point[] =>
  Array.from({ length: STEPS + 1 }, (_, step) => pointOn(curve, step / STEPS));

function pointOn([a, b, c, d]: PlanArrow["curve"], t: number): Point {
  const s = 1 - t;
  const blend = (p: number, q: number, r: number, u: number): number =>
    s * s * s * p + 3 * s * s * t * q + 3 * s * t * t * r + t * t * t * u;
  return { x: blend(a.x, b.x, c.x, d.x), y: blend(a.y, b.y, c.y, d.y) };
}

const lengthOf = (points: readonly Point[]): number =>
  points.reduce((sum, { x, y }, index) => {
    const before = points[index - 1];
    return before ? sum + Math.hypot(x - before.x, y - before.y) : sum;
  }, 0);

const ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

/** Puts each word beside its arrow where no words, marks or arrows are; else nowhere. */
function labelled(
  curves: readonly Pick<PlanArrow, "act" | "curve">[],
  nodes: readonly PlanNode[],
  words: readonly Box[],
  room: PlanRoom,
  height: number,
): PlanArrow[] {
  const taken = [...words, ...nodes.map(markBox)];
  const lines = curves.map(({ curve }) =>
    Array.from({ length: 2 * STEPS + 1 }, (_, step) => pointOn(curve, step / (2 * STEPS))),
  );
  const isFree = (box: Box): boolean =>
    box.x >= 0 &&
    box.x + box.width <= room.width &&
    box.y >= 0 &&
    box.y + box.height <= height &&
    !taken.some((other) => meets(box, other)) &&
    !lines.some((line) => line.some((point) => holds(box, point)));
  return curves.map(({ act, curve }) => {
    const width = room.measure(room.word(act.relation)) + 4;
    for (const t of ALONG) {
      const { x, y } = pointOn(curve, t);
      for (const [left, top] of [
        [x - width / 2, y - LINE - 4],
        [x - width / 2, y + 4],
        [x + 5, y - LINE / 2],
        [x - width - 5, y - LINE / 2],
        [x + 5, y - LINE - 4],
        [x - width - 5, y + 4],
      ] as const) {
        const box = { x: left, y: top, width, height: LINE };
        if (!isFree(box)) continue;
        taken.push(box);
        return { act, curve, label: { x: left + 2, y: top + 11 } };
      }
    }
    return { act, curve, label: null };
  });
}
