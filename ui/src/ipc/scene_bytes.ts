import { grouped } from "../base/number";
import type { MARK, Picture, SHAPE, SIZE } from "../base/picture";
import { day } from "../base/units";
import {
  type Arrow,
  FLAG,
  SHAPE as LAYOUT_SHAPE,
  SIZE as LAYOUT_SIZE,
  SCENE_COLUMNS,
  type SceneHead,
} from "./generated/bindings";

// The drawing knows these by the names of `base`, which knows nothing of the program;
// this does not compile when the layout's are others.
const LAYOUT: {
  readonly bits: typeof MARK;
  readonly sizes: typeof SIZE;
  readonly shapes: typeof SHAPE;
} = { bits: FLAG, sizes: LAYOUT_SIZE, shapes: LAYOUT_SHAPE };
void LAYOUT;

const ARRAYS = {
  f64: Float64Array,
  f32: Float32Array,
  u32: Uint32Array,
  u16: Uint16Array,
  u8: Uint8Array,
} as const;

/** Bytes of the length of the head. */
const LENGTH = 4;

/**
 * A scene as the program sends it: its layout is described in the program's
 * `timeline/src/wire.rs`. The columns are views of the bytes; nothing is copied.
 */
export function readScene(bytes: ArrayBuffer): Picture {
  const length = new DataView(bytes).getUint32(0, true);
  const text = new TextDecoder().decode(new Uint8Array(bytes, LENGTH, length));
  const head = JSON.parse(text) as SceneHead;
  const columns = columnsOf(bytes, LENGTH + length, head);
  return {
    origin: day(head.origin),
    daysPerPx: head.days_per_px,
    from: day(head.from),
    to: day(head.to),
    top: head.top,
    bottom: head.bottom,
    height: head.height,
    lanes: head.lanes,
    ticks: head.ticks,
    marks: {
      length: head.marks,
      key: columns("marks", "key", Float64Array),
      lane: columns("marks", "lane", Uint16Array),
      shape: columns("marks", "shape", Uint8Array),
      x0: columns("marks", "x0", Float32Array),
      x1: columns("marks", "x1", Float32Array),
      y: columns("marks", "y", Float32Array),
      flags: columns("marks", "flags", Uint16Array),
    },
    labels: {
      length: head.labels,
      mark: columns("labels", "mark", Uint32Array),
      x: columns("labels", "x", Float32Array),
      y: columns("labels", "y", Float32Array),
      width: columns("labels", "width", Float32Array),
      text: head.texts,
    },
    bands: {
      length: head.bands,
      lane: columns("bands", "lane", Uint16Array),
      x0: columns("bands", "x0", Float32Array),
      x1: columns("bands", "x1", Float32Array),
      y: columns("bands", "y", Float32Array),
      count: columns("bands", "count", Uint32Array),
      flags: columns("bands", "flags", Uint16Array),
      text: Array.from(columns("bands", "count", Uint32Array), grouped),
    },
    arrows: head.arrows.map(toArrow),
  };
}

type Column = Float64Array | Float32Array | Uint32Array | Uint16Array | Uint8Array;

function columnsOf(bytes: ArrayBuffer, start: number, head: SceneHead) {
  const found = new Map<string, Column>();
  let at = start;
  for (const [group, name, kind] of SCENE_COLUMNS) {
    const column = new ARRAYS[kind](bytes, at, head[group]);
    found.set(`${group}.${name}`, column);
    at += column.byteLength;
  }
  return <C extends Column>(group: string, name: string, kind: new () => C): C => {
    const column = found.get(`${group}.${name}`);
    if (!(column instanceof kind)) throw new Error(`A scene has no such ${group}.${name}.`);
    return column;
  };
}

const toArrow = ({ relation, points, label_x, label_y, label_width }: Arrow) => ({
  relation,
  points: Float32Array.from(points.flat()),
  labelX: label_x,
  labelY: label_y,
  labelWidth: label_width,
});
