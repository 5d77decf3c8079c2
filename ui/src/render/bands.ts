import { MARK, type Picture } from "../base/picture";
import { drawDisputed, drawNoted } from "./marks";
import { COUNT_FONT, type Palette } from "./palette";
import type { Surface } from "./surface";
import { screenX, screenY, type View } from "./view";

const HEIGHT = 14;
const LEAST_WIDTH = 4;
/** The widest digit of a count, and what stands between its groups of three. */
const DIGIT = 7;
const COMMA = 4;
/** Signs stand so far from the middle of a band as from the middle of a mark. */
const SIGN = 6;
/** Of the lane's colour: a band's ground, and the part of it that its count fills. */
const GROUND = 0.1;
const FILLED = 0.3;
/** A count of a million fills its band. */
const FULL = 6;
const LEAST_FILLED = 1.5;

/**
 * Counts of what is too crowded to be told apart. The fuller a band, the more events: a
 * tenfold count fills a sixth more, at every place and every scale, so that the picture
 * tells where the history is dense. A band that counts what is found, disputed or noted
 * carries the signs of that, as a mark does.
 */
export function drawBands(
  surface: Surface,
  picture: Picture,
  view: View,
  palette: Palette,
): void {
  surface.font = COUNT_FONT;
  surface.textAlign = "center";
  for (let i = 0; i < picture.bands.length; i += 1)
    drawBand(surface, picture, i, view, palette);
  surface.textAlign = "left";
}

function drawBand(
  surface: Surface,
  { bands, lanes }: Picture,
  i: number,
  view: View,
  palette: Palette,
): void {
  const x0 = screenX(view, bands.x0[i] ?? 0);
  const x1 = screenX(view, bands.x1[i] ?? 0);
  const y = screenY(view, bands.y[i] ?? 0);
  if (x1 < view.left || x0 > view.width) return;
  if (y < view.top - HEIGHT || y > view.height + HEIGHT) return;
  const flags = bands.flags[i] ?? 0;
  const ink = palette.lanes[lanes[bands.lane[i] ?? 0]?.colour ?? 0] ?? palette.ink;
  const left = x0 + 1;
  const width = Math.max(x1 - x0 - 2, LEAST_WIDTH);
  const top = y - HEIGHT / 2;
  if (flags & MARK.FOUND) {
    surface.fillStyle = palette.found;
    surface.fillRect(left - 2, top - 2, width + 4, HEIGHT + 4);
  }
  const filled = fill(bands.count[i] ?? 0);
  surface.fillStyle = ink;
  surface.globalAlpha = GROUND;
  surface.fillRect(left, top, width, HEIGHT);
  surface.globalAlpha = FILLED;
  surface.fillRect(left, top + HEIGHT - filled, width, filled);
  surface.globalAlpha = 1;
  surface.fillStyle = palette.ink;
  // A band across the whole picture is counted where it can be seen; one between two marks
  // has no room for its number, and says by its height alone how much it is.
  const from = Math.max(left, view.left);
  const room = Math.min(left + width, view.width) - from;
  const text = bands.text[i] ?? "";
  if (widthOf(text) <= room) surface.fillText(text, from + room / 2, y + 4);
  if (flags & MARK.DISPUTED) drawDisputed(surface, left + SIGN, y, ink);
  if (flags & MARK.NOTED) drawNoted(surface, left + width - SIGN, y, palette);
}

/** Every fourth character from the right is a comma. */
const widthOf = ({ length }: string): number =>
  length * DIGIT - Math.floor(length / 4) * (DIGIT - COMMA);

const fill = (count: number): number =>
  Math.min(HEIGHT, Math.max(LEAST_FILLED, (Math.log10(count) / FULL) * HEIGHT));
