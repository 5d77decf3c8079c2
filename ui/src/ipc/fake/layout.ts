import { civilFromDay, dayFromCivil } from "../../base/civil";
import { grouped } from "../../base/number";
import { type Picture, SHAPE } from "../../base/picture";
import { day } from "../../base/units";
import type { Arrangement, Arrow, SceneLane, Tick, Viewport } from "../generated/bindings";
import { FLAG } from "../generated/bindings";
import type { FakeCasebook, FakeEvent } from "./casebook";
import type { FakeLane } from "./lanes";

const ROW = 20;
const PADDING = 7;
const MARK = 11;
const LABEL = 12;
const LANE_MINIMUM = 56;

/**
 * A rough layout, good enough to see and test the drawing without the program: it packs
 * rows greedily, labels what has room and counts what has none.
 */
export function layOut(
  casebook: FakeCasebook,
  lanes: readonly FakeLane[],
  { rows: wanted }: Arrangement,
  viewport: Viewport,
  selected: number | null,
  found: boolean,
): Picture {
  const pad = viewport.width * viewport.days_per_px;
  const from = viewport.from - pad;
  const to = viewport.from + 2 * pad;
  const origin = viewport.from;
  const toX = (value: number): number => (value - origin) / viewport.days_per_px;
  const scene: Scene = {
    origin,
    days_per_px: viewport.days_per_px,
    from,
    to,
    height: 0,
    lanes: [],
    ticks: ticksOf(from, to, viewport.days_per_px, toX),
    marks: { key: [], lane: [], shape: [], x0: [], x1: [], y: [], flags: [] },
    labels: { mark: [], x: [], y: [], width: [], text: [] },
    bands: { lane: [], x0: [], x1: [], y: [], count: [], flags: [] },
    arrows: [],
  };

  let top = 0;
  for (const [index, { shown: events, ...lane }] of lanes.entries()) {
    const wish = lane.is_parent ? 0 : wanted[lane.id];
    const most = wish ?? 6;
    const rows: number[] = [];
    const inView = events.filter(
      ({ date }) => (date.last ?? to) >= from && (date.first ?? from) <= to,
    );
    for (const event of inView) {
      const x0 = toX((event.date.first ?? from) + (event.date.span ? 0 : 0.5));
      const x1 = toX((event.date.last ?? to) + (event.date.span ? 1 : 0.5));
      let row = rows.findIndex((end) => end < x0 - MARK);
      if (row < 0 && rows.length < most) row = rows.push(-Infinity) - 1;
      const isSelected = event.row.key === selected;
      if (row < 0 && !isSelected) {
        addBand(scene, index, x0, top + PADDING + (most + 0.5) * ROW);
        continue;
      }
      row = Math.max(row, 0);
      const y = top + PADDING + row * ROW + ROW / 2;
      const mark = scene.marks.key.push(event.row.key) - 1;
      scene.marks.lane.push(index);
      scene.marks.shape.push(shapeOf(event.row.kind));
      scene.marks.x0.push(x0);
      scene.marks.x1.push(x1);
      scene.marks.y.push(y);
      scene.marks.flags.push(flagsOf(casebook, event, isSelected, found));
      const label = labelOf(event);
      const width = label.length * LABEL * 0.54;
      const next = inView.find((e) => e !== event && toX(e.date.first ?? from) > x1 + MARK);
      const room = next ? toX(next.date.first ?? from) - x1 > 24 || row % 2 === 0 : true;
      if (room || isSelected) {
        scene.labels.mark.push(mark);
        scene.labels.x.push(x1 + MARK / 2 + 5);
        scene.labels.y.push(y + 4);
        scene.labels.width.push(width);
        scene.labels.text.push(label);
        rows[row] = x1 + MARK + width + 12;
      } else rows[row] = x1 + MARK;
    }
    const least = most === 0 ? 0 : LANE_MINIMUM;
    const banded = scene.bands.lane.includes(index) ? 1 : 0;
    const all = Math.max(1, Math.max(rows.length, wish ?? 1) + banded);
    const height = Math.max(least, all * ROW + 2 * PADDING);
    scene.lanes.push({
      ...lane,
      y: top,
      height,
      rows: wish ?? Math.max(rows.length, 2),
      nesting: lane.is_parent ? "parent" : lane.parent === null ? "alone" : "child",
    });
    top += height;
  }
  scene.height = top;
  if (selected !== null) scene.arrows = arrowsOf(casebook, scene, selected);
  return toPicture(scene);
}

type Numbers<Column extends string> = { readonly [column in Column]: number[] };

interface Scene {
  readonly origin: number;
  readonly days_per_px: number;
  readonly from: number;
  readonly to: number;
  height: number;
  readonly lanes: SceneLane[];
  readonly ticks: Tick[];
  readonly marks: Numbers<"key" | "lane" | "x0" | "x1" | "y" | "flags"> & {
    readonly shape: (keyof typeof SHAPE)[];
  };
  readonly labels: Numbers<"mark" | "x" | "y" | "width"> & { readonly text: string[] };
  readonly bands: Numbers<"lane" | "x0" | "x1" | "y" | "count" | "flags">;
  arrows: Arrow[];
}

/** As the program's bytes are read. */
function toPicture({ marks, labels, bands, ...scene }: Scene): Picture {
  return {
    origin: day(scene.origin),
    daysPerPx: scene.days_per_px,
    from: day(scene.from),
    to: day(scene.to),
    top: 0,
    bottom: scene.height,
    height: scene.height,
    lanes: scene.lanes,
    ticks: scene.ticks,
    marks: {
      length: marks.key.length,
      key: Float64Array.from(marks.key),
      lane: Uint16Array.from(marks.lane),
      shape: Uint8Array.from(marks.shape, (shape) => SHAPE[shape]),
      x0: Float32Array.from(marks.x0),
      x1: Float32Array.from(marks.x1),
      y: Float32Array.from(marks.y),
      flags: Uint16Array.from(marks.flags),
    },
    labels: {
      length: labels.mark.length,
      mark: Uint32Array.from(labels.mark),
      x: Float32Array.from(labels.x),
      y: Float32Array.from(labels.y),
      width: Float32Array.from(labels.width),
      text: labels.text,
    },
    bands: {
      length: bands.lane.length,
      lane: Uint16Array.from(bands.lane),
      x0: Float32Array.from(bands.x0),
      x1: Float32Array.from(bands.x1),
      y: Float32Array.from(bands.y),
      count: Uint32Array.from(bands.count),
      flags: Uint16Array.from(bands.flags),
      text: bands.count.map(grouped),
    },
    arrows: scene.arrows.map(({ relation, points, label_x, label_y, label_width }) => ({
      relation,
      points: Float32Array.from(points.flat()),
      labelX: label_x,
      labelY: label_y,
      labelWidth: label_width,
    })),
  };
}

function addBand(scene: Scene, lane: number, x: number, y: number): void {
  const { bands } = scene;
  const last = bands.lane.length - 1;
  const end = bands.x1[last];
  if (bands.lane[last] === lane && end !== undefined && x < end + 8) {
    bands.x1[last] = Math.max(end, x + MARK);
    bands.count[last] = (bands.count[last] ?? 0) + 1;
    return;
  }
  bands.lane.push(lane);
  bands.x0.push(x - MARK);
  bands.x1.push(x + MARK);
  bands.y.push(y);
  bands.count.push(1);
  bands.flags.push(0);
}

function labelOf({ row, date }: FakeEvent): string {
  const words = row.title.split(" ");
  let label = "";
  while (words.length > 0 && `${label} ${words[0]}`.length < 32) label += ` ${words.shift()}`;
  const doubt = `${date.approximate ? "~" : ""}${date.uncertain ? "?" : ""}`;
  return `${label.trim()}${words.length > 0 ? "…" : ""}${doubt && ` ${doubt}`}`;
}

function flagsOf(
  casebook: FakeCasebook,
  { row, date }: FakeEvent,
  selected: boolean,
  found: boolean,
): number {
  return (
    (date.uncertain ? FLAG.UNCERTAIN : 0) |
    (date.approximate ? FLAG.APPROXIMATE : 0) |
    (date.span ? FLAG.SPAN : 0) |
    (selected ? FLAG.SELECTED : 0) |
    (found ? FLAG.FOUND : 0) |
    (row.disputed ? FLAG.DISPUTED : 0) |
    (casebook.notes.some(({ event_key }) => event_key === row.key) ? FLAG.NOTED : 0)
  );
}

function arrowsOf(casebook: FakeCasebook, scene: Scene, selected: number): Arrow[] {
  const start = pointOf(scene, selected);
  const id = casebook.event(selected)?.row.id;
  if (!start || !id) return [];
  return casebook.relationsOf(id, "from").flatMap((relation): Arrow[] => {
    const end = pointOf(scene, relation.other_key);
    if (!end || ["follows", "cites", "responds-to"].includes(relation.relation)) return [];
    const [x0, y0] = start;
    const [x1, y1] = end;
    const bend = (x0 - x1) / 3;
    const tip = y1 + (y0 >= y1 ? 10 : -10);
    return [
      {
        relation: relation.relation,
        points: [
          [x0 - 11, y0],
          [x0 - bend, y0 + 10],
          [x1, y0],
          [x1, tip],
        ],
        label_x: x0 - bend,
        label_y: y0 + (y0 >= y1 ? 22 : -12),
        label_width: relation.relation.length * LABEL * 0.58,
      },
    ];
  });
}

function pointOf({ marks }: Scene, key: number): [number, number] | null {
  const index = marks.key.indexOf(key);
  const [x0, x1, y] = [marks.x0[index], marks.x1[index], marks.y[index]];
  return x0 === undefined || x1 === undefined || y === undefined ? null : [(x0 + x1) / 2, y];
}

export function shapeOf(kind: string): keyof typeof SHAPE {
  if (["ruling", "order", "opinion", "contempt"].includes(kind)) return "diamond";
  if (["warrant", "statute", "regulation", "agreement"].includes(kind)) return "square";
  if (kind === "bill") return "hollow-square";
  return kind === "petition" || kind === "appeal" ? "triangle" : "circle";
}

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

export function ticksOf(
  from: number,
  to: number,
  daysPerPx: number,
  toX: (value: number) => number,
): Tick[] {
  const ticks: Tick[] = [];
  const first = civilFromDay(Math.floor(from) as Parameters<typeof civilFromDay>[0]).year;
  const last = civilFromDay(Math.ceil(to) as Parameters<typeof civilFromDay>[0]).year;
  const yearPx = 365 / daysPerPx;
  const step = [1, 2, 5, 10, 20, 50, 100].find((years) => years * yearPx > 48) ?? 200;
  const months = [1, 3, 6].find((count) => (count * yearPx) / 12 > 32);
  for (let year = Math.floor(first / step) * step; year <= last; year += 1) {
    if (year % step === 0) {
      const x = toX(dayFromCivil({ year, month: 1, day: 1 }));
      ticks.push({ x, text: String(year), major: true });
    }
    if (step > 1 || months === undefined) continue;
    for (let month = 1 + months; month <= 12; month += months) {
      const x = toX(dayFromCivil({ year, month, day: 1 }));
      ticks.push({ x, text: MONTHS[month - 1] ?? "", major: false });
    }
  }
  return ticks;
}
