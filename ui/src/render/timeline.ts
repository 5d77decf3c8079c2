import { MARK, type Picture, type PictureArrow } from "../base/picture";
import { type Brushes, drawMarks, toScene } from "./marks";
import {
  ARROW_FONT,
  arrowColour,
  COUNT_FONT,
  LABEL_FONT,
  MAJOR_FONT,
  MINOR_FONT,
  type Palette,
  SELECTED_FONT,
} from "./palette";
import type { Surface } from "./surface";
import type { View } from "./view";

/** The words that a picture needs and does not carry. */
export interface Words {
  /** What an act is called on its arrow. */
  act(relation: string): string;
}

const LANE_BAR = 3;

/** Draws everything of the timeline that belongs to the casebook. */
export function drawTimeline(
  surface: Surface,
  picture: Picture,
  view: View,
  palette: Palette,
  brushes: Brushes,
  words: Words,
): void {
  toScene(surface, view);
  surface.textBaseline = "alphabetic";
  surface.textAlign = "left";
  surface.fillStyle = palette.paper;
  surface.fillRect(0, 0, view.width, view.height);

  surface.save();
  surface.beginPath();
  surface.rect(0, view.top, view.width, view.height - view.top);
  surface.clip();
  drawLanes(surface, picture, view, palette);
  surface.beginPath();
  surface.rect(view.left, view.top, view.width - view.left, view.height - view.top);
  surface.clip();
  drawGrid(surface, picture, view, palette);
  drawFound(surface, picture, view, palette);
  for (const arrow of picture.arrows) drawArrow(surface, arrow, view, palette);
  drawBands(surface, picture, view, palette);
  drawMarks(surface, picture, view, palette, brushes);
  drawLabels(surface, picture, view, palette);
  drawActs(surface, picture, view, palette, words);
  surface.restore();

  drawAxis(surface, picture, view, palette);
}

function drawLanes(surface: Surface, picture: Picture, view: View, palette: Palette): void {
  for (let i = 0; i < picture.lanes.length; i += 1) {
    const lane = picture.lanes[i];
    if (!lane) continue;
    const y = view.top + lane.y - view.scroll;
    if (y > view.height || y + lane.height < view.top) continue;
    if (i % 2 === 1) {
      surface.fillStyle = palette.laneAlt;
      surface.fillRect(0, y, view.width, lane.height);
    }
    surface.fillStyle = palette.lanes[lane.colour] ?? palette.ink;
    surface.fillRect(0, y, LANE_BAR, lane.height);
  }
}

/** Hairlines under the major ticks, faint enough to be overlooked. */
function drawGrid(surface: Surface, picture: Picture, view: View, palette: Palette): void {
  const bottom = Math.min(view.height, view.top + picture.height - view.scroll);
  surface.fillStyle = palette.ruleSoft;
  for (const tick of picture.ticks) {
    if (!tick.major) continue;
    const x = crisp(view.offset + tick.x * view.ratio, view);
    if (x < view.left || x > view.width) continue;
    surface.fillRect(x, view.top, 1 / view.pixels, bottom - view.top);
  }
}

/** A mark of the highlighter behind what the search found. */
function drawFound(surface: Surface, picture: Picture, view: View, palette: Palette): void {
  const { labels, marks } = picture;
  surface.fillStyle = palette.found;
  for (let i = 0; i < labels.length; i += 1) {
    const mark = labels.mark[i] ?? 0;
    if (((marks.flags[mark] ?? 0) & MARK.FOUND) === 0) continue;
    surface.beginPath();
    const x = labelX(picture, i, view);
    const y = view.top + (labels.y[i] ?? 0) - view.scroll;
    surface.roundRect(x - 2, y - 12, (labels.width[i] ?? 0) + 4, 16, 3);
    surface.fill();
  }
}

/** A label keeps its distance to its mark while the picture is stretched. */
function labelX({ labels, marks }: Picture, i: number, view: View): number {
  const anchor = marks.x1[labels.mark[i] ?? 0] ?? 0;
  return view.offset + anchor * view.ratio + ((labels.x[i] ?? 0) - anchor);
}

function drawLabels(surface: Surface, picture: Picture, view: View, palette: Palette): void {
  const { labels, marks } = picture;
  surface.fillStyle = palette.ink;
  surface.font = LABEL_FONT;
  let selected = -1;
  for (let i = 0; i < labels.length; i += 1) {
    if ((marks.flags[labels.mark[i] ?? 0] ?? 0) & MARK.SELECTED) selected = i;
    else drawLabel(surface, picture, i, view);
  }
  if (selected < 0) return;
  surface.font = SELECTED_FONT;
  drawLabel(surface, picture, selected, view);
}

function drawLabel(surface: Surface, picture: Picture, i: number, view: View): void {
  const x = labelX(picture, i, view);
  const y = view.top + (picture.labels.y[i] ?? 0) - view.scroll;
  if (x > view.width || x + (picture.labels.width[i] ?? 0) < view.left) return;
  if (y < view.top - 4 || y > view.height + 16) return;
  surface.fillText(picture.labels.text[i] ?? "", x, y);
}

function drawBands(
  surface: Surface,
  { bands, lanes }: Picture,
  view: View,
  palette: Palette,
): void {
  surface.font = COUNT_FONT;
  surface.textAlign = "center";
  for (let i = 0; i < bands.length; i += 1) {
    const x0 = view.offset + (bands.x0[i] ?? 0) * view.ratio;
    const x1 = view.offset + (bands.x1[i] ?? 0) * view.ratio;
    const y = view.top + (bands.y[i] ?? 0) - view.scroll;
    if (x1 < view.left || x0 > view.width) continue;
    const ink = palette.lanes[lanes[bands.lane[i] ?? 0]?.colour ?? 0] ?? palette.ink;
    surface.beginPath();
    surface.roundRect(x0, y - 7, Math.max(x1 - x0, 16), 14, 4);
    surface.globalAlpha = 0.18;
    surface.fillStyle = ink;
    surface.fill();
    surface.globalAlpha = 1;
    surface.strokeStyle = ink;
    surface.lineWidth = 1;
    surface.stroke();
    surface.fillStyle = palette.ink;
    surface.fillText(bands.text[i] ?? "", (x0 + Math.max(x1, x0 + 16)) / 2, y + 4);
  }
  surface.textAlign = "left";
}

const HEAD_LENGTH = 9;
const HEAD_WIDTH = 4.5;

function drawArrow(surface: Surface, arrow: PictureArrow, view: View, palette: Palette): void {
  const { points } = arrow;
  const last = points.length;
  if (last < 8) return;
  const colour = arrowColour(palette, arrow.relation);
  const x = (i: number): number => view.offset + (points[i] ?? 0) * view.ratio;
  const y = (i: number): number => view.top + (points[i] ?? 0) - view.scroll;

  const tipX = x(last - 2);
  const tipY = y(last - 1);
  const awayX = tipX - x(last - 4);
  const awayY = tipY - y(last - 3);
  const length = Math.hypot(awayX, awayY) || 1;
  const dirX = awayX / length;
  const dirY = awayY / length;
  const baseX = tipX - dirX * HEAD_LENGTH;
  const baseY = tipY - dirY * HEAD_LENGTH;

  surface.strokeStyle = colour;
  surface.lineWidth = 1.5;
  surface.beginPath();
  surface.moveTo(x(0), y(1));
  for (let i = 2; i + 5 < last; i += 6) {
    const isLast = i + 6 >= last;
    const endX = isLast ? baseX : x(i + 4);
    const endY = isLast ? baseY : y(i + 5);
    surface.bezierCurveTo(x(i), y(i + 1), x(i + 2), y(i + 3), endX, endY);
  }
  surface.stroke();
  surface.beginPath();
  surface.moveTo(tipX, tipY);
  surface.lineTo(baseX - dirY * HEAD_WIDTH, baseY + dirX * HEAD_WIDTH);
  surface.lineTo(baseX + dirY * HEAD_WIDTH, baseY - dirX * HEAD_WIDTH);
  surface.closePath();
  surface.fillStyle = colour;
  surface.fill();
}

/** The names of the acts, on paper so that their own arrow does not strike them out. */
function drawActs(
  surface: Surface,
  picture: Picture,
  view: View,
  palette: Palette,
  words: Words,
): void {
  surface.font = ARROW_FONT;
  surface.textAlign = "center";
  surface.lineJoin = "round";
  for (const arrow of picture.arrows) {
    const x = view.offset + arrow.labelX * view.ratio;
    const y = view.top + arrow.labelY - view.scroll;
    const text = words.act(arrow.relation);
    surface.strokeStyle = palette.paper;
    surface.lineWidth = 4;
    surface.strokeText(text, x, y);
    surface.fillStyle = arrowColour(palette, arrow.relation);
    surface.fillText(text, x, y);
  }
  surface.textAlign = "left";
}

function drawAxis(surface: Surface, picture: Picture, view: View, palette: Palette): void {
  surface.save();
  surface.beginPath();
  surface.rect(view.left, 0, view.width - view.left, view.top);
  surface.clip();
  const hair = 1 / view.pixels;
  for (const tick of picture.ticks) {
    const x = crisp(view.offset + tick.x * view.ratio, view);
    if (x < view.left - 200 || x > view.width) continue;
    const height = tick.major ? 18 : 8;
    surface.fillStyle = palette.rule;
    surface.fillRect(x, view.top - height, hair, height);
    surface.font = tick.major ? MAJOR_FONT : MINOR_FONT;
    surface.fillStyle = tick.major ? palette.ink : palette.inkSecondary;
    surface.fillText(tick.text, x + 5, tick.major ? 19 : 35);
  }
  surface.restore();
}

/** On the edge of a device pixel, so that a hairline stays one. */
const crisp = (x: number, { pixels }: View): number => Math.round(x * pixels) / pixels;
