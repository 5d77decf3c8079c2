import { RING, toScene } from "./marks";
import type { Palette } from "./palette";
import type { Surface } from "./surface";
import type { View } from "./view";

/** What follows the pointer: the mark under it and the span that is being measured. */
export interface Pointing {
  readonly hover: { readonly x: number; readonly y: number } | null;
  /** From edge to edge on the canvas. */
  readonly span: { readonly x0: number; readonly x1: number } | null;
}

export function drawOverlay(
  surface: Surface & Pick<CanvasRenderingContext2D, "clearRect">,
  pointing: Pointing,
  view: View,
  palette: Palette,
): void {
  toScene(surface, view);
  surface.clearRect(0, 0, view.width, view.height);
  const { hover, span } = pointing;
  if (span) {
    const left = Math.max(Math.min(span.x0, span.x1), view.left);
    const right = Math.max(span.x0, span.x1);
    surface.globalAlpha = 0.14;
    surface.fillStyle = palette.accent;
    surface.fillRect(left, view.top, right - left, view.height - view.top);
    surface.globalAlpha = 1;
    surface.fillRect(left, view.top, 1, view.height - view.top);
    surface.fillRect(right - 1, view.top, 1, view.height - view.top);
  }
  if (hover) {
    surface.beginPath();
    surface.arc(hover.x, hover.y, RING, 0, 2 * Math.PI);
    surface.strokeStyle = palette.inkMuted;
    surface.lineWidth = 1.5;
    surface.stroke();
  }
}
