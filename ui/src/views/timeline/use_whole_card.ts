import { useLayoutEffect } from "react";

/** Beside the place that a card speaks of, and from the edges of what it lies over. */
const BESIDE = 14;
const MARGIN = 8;

/** Puts a card that `isThere` beside a place of its parent, as far aside as it takes to be whole. */
export function useWholeCard(
  card: React.RefObject<HTMLElement | null>,
  isThere: boolean,
  at: { readonly x: number; readonly y: number },
): void {
  useLayoutEffect(() => {
    const { current } = card;
    const frame = current?.parentElement;
    if (!isThere || !current || !frame) return;
    const aside = (place: number, room: number, own: number): string =>
      `${Math.min(place + BESIDE, Math.max(MARGIN, room - own - MARGIN))}px`;
    current.style.left = aside(at.x, frame.clientWidth, current.offsetWidth);
    current.style.top = aside(at.y, frame.clientHeight, current.offsetHeight);
  }, [card, isThere, at]);
}
