import { toScene } from "./marks";
import { type Palette, SELECTED_FONT } from "./palette";
import type { Surface } from "./surface";
import type { View } from "./view";

const PILL_HEIGHT = 18;
const PILL_PADDING = 10;
const DIMMED = 0.75;

/**
 * Dims what is after the day up to which the picture is told, and draws the day itself
 * with its name on the axis. `x` is the end of the day on the canvas.
 */
export function drawDayLine(
  surface: Surface & Pick<CanvasRenderingContext2D, "measureText">,
  x: number,
  text: string,
  view: View,
  palette: Palette,
): void {
  toScene(surface, view);
  const from = Math.max(x, view.left);
  if (from < view.width) {
    surface.globalAlpha = DIMMED;
    surface.fillStyle = palette.paper;
    surface.fillRect(from, 0, view.width - from, view.height);
    surface.globalAlpha = 1;
  }
  if (x < view.left || x > view.width) return;
  surface.fillStyle = palette.accent;
  surface.fillRect(x - 0.75, 0, 1.5, view.height);
  surface.font = SELECTED_FONT;
  const width = surface.measureText(text).width + 2 * PILL_PADDING;
  const left = Math.max(view.left, Math.min(x - width / 2, view.width - width));
  surface.beginPath();
  surface.roundRect(left, 2, width, PILL_HEIGHT, PILL_HEIGHT / 2);
  surface.fill();
  surface.fillStyle = palette.onAccent;
  surface.textAlign = "center";
  surface.fillText(text, left + width / 2, 15);
  surface.textAlign = "left";
}
