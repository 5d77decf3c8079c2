import { useCallback, useLayoutEffect, useState } from "react";
import { useSettings } from "../../model/settings";

/** Height of a row in rem; its text has two lines at most. */
const ROW_REM = 2.625;
/** Rows that are there above and below those in sight. */
const SPARE = 6;

interface ListWindow {
  /** Rows from `first` up to `last` are there. */
  readonly first: number;
  readonly last: number;
  /** Rows that are in sight at once. */
  readonly inSight: number;
  /** Of a row, in pixels. */
  readonly height: number;
  /** Scrolls just as far as it takes to see a row whole. */
  readonly reveal: (index: number) => void;
}

/** Which rows of a long list are in sight. */
export function useListWindow(
  list: React.RefObject<HTMLElement | null>,
  total: number,
): ListWindow {
  const textSize = useSettings((settings) => settings.textSize);
  const height = Math.round(ROW_REM * 16 * textSize);
  const [sight, setSight] = useState({ top: 0, room: 0 });

  useLayoutEffect(() => {
    const { current } = list;
    if (!current) return;
    const look = (): void => setSight({ top: current.scrollTop, room: current.clientHeight });
    look();
    const observer = new ResizeObserver(look);
    observer.observe(current);
    current.addEventListener("scroll", look, { passive: true });
    return () => {
      observer.disconnect();
      current.removeEventListener("scroll", look);
    };
  }, [list]);

  const reveal = useCallback(
    (index: number): void => {
      const { current } = list;
      if (!current) return;
      const top = index * height;
      const lowest = top + height - current.clientHeight;
      if (top < current.scrollTop) current.scrollTop = top;
      else if (lowest > current.scrollTop) current.scrollTop = lowest;
    },
    [list, height],
  );
  const first = Math.max(0, Math.floor(sight.top / height) - SPARE);
  const last = Math.min(total, Math.ceil((sight.top + sight.room) / height) + SPARE);
  const inSight = Math.max(1, Math.floor(sight.room / height));
  return { first, last: Math.max(first, last), inSight, height, reveal };
}
