import type { Picture } from "../base/picture";

/**
 * How a picture lies on the canvas. Sizes are scene pixels; the canvas is scaled so that
 * one of them is `pixels` of the device.
 */
export interface View {
  /** Size of the canvas. */
  width: number;
  height: number;
  /** Left edge of the drawing; the lane heads stand before it. */
  left: number;
  /** Top edge of the first lane when nothing is scrolled; the axis stands above it. */
  top: number;
  /** How far the lanes are scrolled up. */
  scroll: number;
  /** Where the picture's x = 0 stands, from the left edge of the canvas. */
  offset: number;
  /** The picture's scale over that of the viewport; 1 unless a new picture is awaited. */
  ratio: number;
  /** Device pixels for one scene pixel. */
  pixels: number;
  hasFocus: boolean;
}

/** Where a place of the picture stands on the canvas. */
export const screenX = (view: View, x: number): number => view.offset + x * view.ratio;
export const screenY = (view: View, y: number): number => view.top + y - view.scroll;

/** Sets where the picture stands for a viewport that starts at the day `from`. */
export function place(view: View, picture: Picture, from: number, daysPerPx: number): void {
  view.ratio = picture.daysPerPx / daysPerPx;
  view.offset = view.left + (picture.origin - from) / daysPerPx;
}
