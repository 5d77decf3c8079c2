import { MARK, type Picture, type PictureArrow, SIZE } from "../base/picture";
import { drawBands } from "./bands";
import { labelX } from "./labels";
import { type Brushes, drawMarks, toScene } from "./marks";
import {
  arrowColour,
  LABEL_FONT,
  MAJOR_FONT,
  MINOR_FONT,
  type Palette,
  SELECTED_FONT,
} from "./palette";
import type { Surface } from "./surface";
import { drawUnloaded } from "./unloaded";
import { screenX, screenY, type View } from "./view";

/** The words that a picture needs and does not carry. */
export interface Words {
  /** What an act is called on its arrow. */
  act(relation: string): string;
}

const LANE_BAR = 3;
const WIDEST_LETTER = 9;

/** Draws everything of the timeline that belongs to the casebook, or that none is there yet. */
export function drawTimeline(
  surface: Surface,
  picture: Picture | null,
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
  if (!picture) {
    drawUnloaded(surface, null, view, palette);
    return;
  }

  surface.save();
  surface.beginPath();
  surface.rect(0, view.top, view.width, view.height - view.top);
  surface.clip();
  drawLanes(surface, picture, view, palette);
  surface.beginPath();
  surface.rect(view.left, view.top, view.width - view.left, view.height - view.top);
  surface.clip();
  drawGrid(surface, picture, view, palette);
  drawUnloaded(surface, picture, view, palette);
  drawFound(surface, picture, view, palette);
  drawArrows(surface, picture, view, palette);
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
    const y = screenY(view, lane.y);
    if (y > view.height || y + lane.height < view.top) continue;
    if (i % 2 === 1) {
      surface.fillStyle = palette.laneAlt;
      surface.fillRect(0, y, view.width, lane.height);
    }
    // Where the theme has no second ground, a hairline parts the lanes.
    if (palette.laneAlt === palette.paper) {
      surface.fillStyle = palette.ruleSoft;
      surface.fillRect(0, y + lane.height - 1, view.width, 1);
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
    const x = crisp(screenX(view, tick.x), view);
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
    const y = screenY(view, labels.y[i] ?? 0);
    surface.roundRect(x - 2, y - 12, (labels.width[i] ?? 0) + 4, 16, 3);
    surface.fill();
  }
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
  const y = screenY(view, picture.labels.y[i] ?? 0);
  if (x > view.width || x + (picture.labels.width[i] ?? 0) < view.left) return;
  if (y < view.top - 4 || y > view.height + 16) return;
  surface.fillText(picture.labels.text[i] ?? "", x, y);
}

const HEAD_LENGTH = 9;
const HEAD_WIDTH = 4.5;

function drawArrows(surface: Surface, { arrows }: Picture, view: View, palette: Palette): void {
  for (const arrow of arrows) drawArrow(surface, arrow, view, palette);
}

function drawArrow(surface: Surface, arrow: PictureArrow, view: View, palette: Palette): void {
  const { points } = arrow;
  const last = points.length;
  if (last < 8) return;
  const tipX = pointX(view, points, last - 2);
  const tipY = pointY(view, points, last - 2);
  const awayX = tipX - pointX(view, points, last - 4);
  const awayY = tipY - pointY(view, points, last - 4);
  const length = Math.hypot(awayX, awayY) || 1;
  const dirX = awayX / length;
  const dirY = awayY / length;
  const baseX = tipX - dirX * HEAD_LENGTH;
  const baseY = tipY - dirY * HEAD_LENGTH;

  const colour = arrowColour(palette, arrow.relation);
  surface.strokeStyle = colour;
  surface.lineWidth = 1.5;
  surface.beginPath();
  surface.moveTo(pointX(view, points, 0), pointY(view, points, 0));
  for (let i = 2; i + 5 < last; i += 6) {
    // The line ends where the head begins, so that the head's tip stays sharp.
    const isLast = i + 6 >= last;
    surface.bezierCurveTo(
      pointX(view, points, i),
      pointY(view, points, i),
      pointX(view, points, i + 2),
      pointY(view, points, i + 2),
      isLast ? baseX : pointX(view, points, i + 4),
      isLast ? baseY : pointY(view, points, i + 4),
    );
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

/** The point whose x is entry `i`. */
const pointX = (view: View, points: Float32Array, i: number): number =>
  screenX(view, points[i] ?? 0);
const pointY = (view: View, points: Float32Array, i: number): number =>
  screenY(view, points[i + 1] ?? 0);

/** The names of the acts, where the layout found room for them. */
function drawActs(
  surface: Surface,
  { arrows }: Picture,
  view: View,
  palette: Palette,
  words: Words,
): void {
  surface.font = SELECTED_FONT;
  for (const arrow of arrows) {
    if (arrow.labelWidth <= 0) continue;
    const x = screenX(view, arrow.labelX);
    surface.fillStyle = arrowColour(palette, arrow.relation);
    surface.fillText(words.act(arrow.relation), x, screenY(view, arrow.labelY));
  }
}

function drawAxis(surface: Surface, picture: Picture, view: View, palette: Palette): void {
  surface.save();
  surface.beginPath();
  surface.rect(view.left, 0, view.width - view.left, view.top);
  surface.clip();
  surface.font = MINOR_FONT;
  drawTicks(surface, picture, view, false, palette.rule, palette.inkSecondary);
  surface.font = MAJOR_FONT;
  drawTicks(surface, picture, view, true, palette.rule, palette.ink);
  surface.restore();
}

/** All of one kind at once: to change the face of the text is dear. */
function drawTicks(
  surface: Surface,
  { ticks }: Picture,
  view: View,
  major: boolean,
  line: string,
  ink: string,
): void {
  const height = major ? 18 : 8;
  let passed = "";
  let next = view.width;
  for (const tick of ticks) {
    if (tick.major !== major) continue;
    const x = crisp(screenX(view, tick.x), view);
    if (x > view.width) break;
    if (x < view.left) {
      passed = tick.text;
      continue;
    }
    next = Math.min(next, x);
    surface.fillStyle = line;
    surface.fillRect(x, view.top - height, 1 / view.pixels, height);
    surface.fillStyle = ink;
    surface.fillText(tick.text, x + SIZE.TICK_GAP, major ? 19 : 35);
  }
  // Inside one year or day there may be no tick in view that says which.
  const room = passed.length * WIDEST_LETTER + 2 * SIZE.TICK_GAP;
  if (major && passed !== "" && next - view.left > room) {
    surface.fillStyle = ink;
    surface.fillText(passed, view.left + SIZE.TICK_GAP, 19);
  }
}

/** On the edge of a device pixel, so that a hairline stays one. */
const crisp = (x: number, { pixels }: View): number => Math.round(x * pixels) / pixels;
