import { clamp } from "./geometry";

/**
 * Browsers clamp an element at 33,554,428 pixels, where a million rows need more. So the
 * scrolled element is shorter than its content: at both ends a pixel of the scroll bar is
 * a pixel of the content, and between them it is as many as it takes. Small movements go
 * pixel by pixel everywhere.
 */
export interface Reach {
  /** Height of everything that can be scrolled through, in pixels. */
  readonly content: number;
  /** Height of what is seen at once. */
  readonly view: number;
}

const LONGEST = 8_000_000;
const EXACT_END = 1_000_000;

/** The height of the element that is scrolled. */
export const scrolledHeight = ({ content }: Reach): number => Math.min(content, LONGEST);

const mostOf = (height: number, view: number): number => Math.max(0, height - view);

/** Where the content begins when the scroll bar alone says so. */
export function topAt(scroll: number, reach: Reach): number {
  const most = mostOf(reach.content, reach.view);
  const mostScroll = mostOf(scrolledHeight(reach), reach.view);
  if (most === mostScroll || scroll <= EXACT_END) return clamp(scroll, 0, most);
  if (scroll >= mostScroll - EXACT_END) return clamp(most - (mostScroll - scroll), 0, most);
  const scale = (most - 2 * EXACT_END) / (mostScroll - 2 * EXACT_END);
  return EXACT_END + (scroll - EXACT_END) * scale;
}

/** Where the scroll bar belongs when the content begins at `top`. */
export function scrollAt(top: number, reach: Reach): number {
  const most = mostOf(reach.content, reach.view);
  const mostScroll = mostOf(scrolledHeight(reach), reach.view);
  if (most === mostScroll || top <= EXACT_END) return clamp(top, 0, mostScroll);
  if (top >= most - EXACT_END) return clamp(mostScroll - (most - top), 0, mostScroll);
  const scale = (mostScroll - 2 * EXACT_END) / (most - 2 * EXACT_END);
  return EXACT_END + (top - EXACT_END) * scale;
}

/**
 * Where the content begins after the scroll bar moved. A wheel moves it by less than what
 * is seen at once and the content by just as much; a dragged thumb moves it by thousands
 * of pixels and says where to go.
 */
export function followScroll(top: number, from: number, to: number, reach: Reach): number {
  const most = mostOf(reach.content, reach.view);
  const mostScroll = mostOf(scrolledHeight(reach), reach.view);
  if (to <= 0) return 0;
  if (to >= mostScroll - 0.5) return most;
  const by = to - from;
  return Math.abs(by) <= reach.view ? clamp(top + by, 0, most) : topAt(to, reach);
}
