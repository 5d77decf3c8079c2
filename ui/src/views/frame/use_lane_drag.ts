import { useRef, useState } from "react";
import { placeLane } from "../../model/arrangement";

interface Press {
  readonly id: string;
  readonly y: number;
}

/** Pixels that a press may wander and still be a click. */
const CLICK = 4;

const rowAt = (x: number, y: number): HTMLElement | null =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-lane]") ?? null;

/**
 * Rows of the list of lanes are dragged to other places with the mouse; a finger scrolls
 * the list. A row stays among its siblings. What it gives belongs on the list, and each row
 * has its lane in `data-lane`.
 */
export function useLaneDrag(siblings: (id: string) => readonly string[]) {
  const press = useRef<Press | null>(null);
  const hasMoved = useRef(false);
  const [dragged, setDragged] = useState<string | null>(null);

  const onPointerDown = (event: React.PointerEvent): void => {
    hasMoved.current = false;
    if (event.button !== 0 || event.pointerType === "touch") return;
    const id = rowAt(event.clientX, event.clientY)?.dataset.lane;
    press.current = id === undefined ? null : { id, y: event.clientY };
  };

  const onPointerMove = (event: React.PointerEvent): void => {
    if (!press.current) return;
    const { id, y } = press.current;
    if (!hasMoved.current) {
      if (Math.abs(event.clientY - y) < CLICK) return;
      hasMoved.current = true;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDragged(id);
    }
    const row = rowAt(event.clientX, event.clientY);
    const over = row?.dataset.lane;
    const ids = siblings(id);
    if (!row || over === undefined || over === id || !ids.includes(over)) return;
    // Not before its middle, or rows of unlike height would change places for ever.
    const { top, height } = row.getBoundingClientRect();
    const isBeyond = event.clientY > top + height / 2;
    if (isBeyond === ids.indexOf(over) > ids.indexOf(id)) placeLane(id, over, ids);
  };

  const onPointerUp = (): void => {
    press.current = null;
    setDragged(null);
    // After the click that the browser makes of it.
    setTimeout(() => {
      hasMoved.current = false;
    });
  };

  /** The end of a drag is no click on what it began at. */
  const onClickCapture = (event: React.MouseEvent): void => {
    if (!hasMoved.current) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return {
    dragged,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel: onPointerUp,
      onClickCapture,
    },
  };
}
