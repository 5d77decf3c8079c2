import { SELECTED_FONT } from "../../render/palette";

let surface: CanvasRenderingContext2D | null = null;

/** Width of a text in the face of the plan's words, in its own pixels. */
export function measure(text: string): number {
  surface ??= document.createElement("canvas").getContext("2d");
  if (!surface) return text.length * 7;
  surface.font = SELECTED_FONT;
  return surface.measureText(text).width;
}
