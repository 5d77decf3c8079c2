import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { clamp } from "../../base/geometry";
import { followScroll, type Reach, scrollAt, scrolledHeight } from "../../base/scaled_scroll";

/** After this long without a movement the scroll bar takes its own place again. */
const REST_MS = 150;

export interface Scroll extends Reach {
  /** Where the content begins, in pixels from its start. */
  readonly top: number;
  /** The height of the element to scroll. */
  readonly height: number;
  readonly onScroll: () => void;
  readonly scrollTo: (top: number) => void;
}

/** Scrolls `rows` rows below a heading, however many they are. */
export function useScroll(
  scroller: React.RefObject<HTMLElement | null>,
  rows: number,
  rowHeight: number,
  headHeight: number,
): Scroll {
  const [top, setTop] = useState(0);
  const [view, setView] = useState(0);
  const at = useRef({ top: 0, scroll: 0 });
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const content = rows * rowHeight;
  const height = scrolledHeight({ content, view });

  const settle = useCallback((): void => {
    const element = scroller.current;
    if (!element) return;
    const wanted = scrollAt(at.current.top, { content, view });
    if (Math.abs(element.scrollTop - wanted) > 1) element.scrollTop = wanted;
    at.current.scroll = element.scrollTop;
  }, [scroller, content, view]);

  const scrollTo = useCallback(
    (wanted: number): void => {
      clearTimeout(rest.current);
      at.current.top = clamp(wanted, 0, Math.max(0, content - view));
      settle();
      setTop(at.current.top);
    },
    [content, view, settle],
  );

  const onScroll = useCallback((): void => {
    const scroll = scroller.current?.scrollTop ?? 0;
    const before = at.current;
    if (scroll === before.scroll) return;
    const next = followScroll(before.top, before.scroll, scroll, { content, view });
    at.current = { top: next, scroll };
    setTop(next);
    clearTimeout(rest.current);
    rest.current = setTimeout(settle, REST_MS);
  }, [scroller, content, view, settle]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = (): void => setView(Math.max(0, element.clientHeight - headHeight));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => {
      observer.disconnect();
      clearTimeout(rest.current);
    };
  }, [scroller, headHeight]);

  // Larger text and fewer rows keep the first row where it is, as far as there is room.
  const drawn = useRef(rowHeight);
  useLayoutEffect(() => {
    const scale = rowHeight / drawn.current;
    drawn.current = rowHeight;
    scrollTo(at.current.top * scale);
  }, [rowHeight, scrollTo]);

  return { top, view, content, height, onScroll, scrollTo };
}
