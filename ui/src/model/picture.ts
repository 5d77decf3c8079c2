import { type MARK, type Picture, type PictureArrow, SHAPE, type SIZE } from "../base/picture";
import { day } from "../base/units";
import { type Arrow, FLAG, SIZE as LAYOUT_SIZE, type Scene } from "../ipc/generated/bindings";

// The drawing knows these by the names of `base`, which knows nothing of the program;
// this does not compile when the layout's are others.
const LAYOUT: { readonly bits: typeof MARK; readonly sizes: typeof SIZE } = {
  bits: FLAG,
  sizes: LAYOUT_SIZE,
};
void LAYOUT;

/** A scene as the program sends it, as typed columns. */
export function toPicture(scene: Scene): Picture {
  const { marks, labels, bands } = scene;
  return {
    origin: day(scene.origin),
    daysPerPx: scene.days_per_px,
    from: day(scene.from),
    to: day(scene.to),
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
      text: bands.count.map(String),
    },
    arrows: scene.arrows.map(toArrow),
  };
}

const toArrow = ({ relation, points, label_x, label_y, label_width }: Arrow): PictureArrow => ({
  relation,
  points: Float32Array.from(points.flat()),
  labelX: label_x,
  labelY: label_y,
  labelWidth: label_width,
});
