import { mayWrite } from "../../model/casebook";
import { selectedNow } from "../../model/selection";
import { useViewport } from "../../model/viewport";
import { hitAt, markCentre } from "../../render/hit";
import { isNear, isOnHandle, type Link } from "../../render/link";
import { selectedMark } from "./selected_mark";
import type { Stage } from "./stage";

/** A relation that was drawn from the selected event to another one. */
export interface Drawn {
  readonly from: number;
  readonly to: number;
  /** Where it was let go, in CSS pixels of the stage. */
  readonly x: number;
  readonly y: number;
}

export interface LinkingListener {
  /** A line is being drawn, or about to be: nothing else follows the pointer. */
  begun(): void;
  drawn(drawn: Drawn): void;
}

type Point = Link["from"];

/** Scene pixels that a press may wander and still be a click. */
const CLICK = 4;

/**
 * Drawing a relation: the handle over the selected mark is dragged to another mark, or
 * pressed once, and then the other mark. Esc gives up. It comes before the pointer's other
 * uses and keeps from them what is its own.
 */
export function followLinking(
  stage: Stage,
  host: HTMLElement,
  listener: LinkingListener,
): () => void {
  /** The line that is being drawn: where it was begun, where it is, whether it has moved. */
  let line: { x: number; y: number; at: Point; moved: boolean } | null = null;

  const selected = (): Point | null => {
    const { picture, view } = stage;
    if (!picture || !mayWrite()) return null;
    const index = selectedMark(picture);
    return index < 0 ? null : markCentre(picture, view, index);
  };
  const show = (link: Link | null): void => {
    if (link === null && stage.pointing.link === null) return;
    stage.point({ ...stage.pointing, link });
  };
  const markAt = (x: number, y: number): { key: number; x: number; y: number } | null => {
    const { picture, view } = stage;
    const found = picture && hitAt(picture, view, x, y);
    if (!picture || found?.kind !== "mark") return null;
    const key = picture.marks.key[found.index];
    if (key === undefined || key === selectedNow()) return null;
    return { key, ...markCentre(picture, view, found.index) };
  };
  const stop = (): void => {
    line = null;
    host.style.cursor = "";
    show(null);
  };

  const onMove = (event: PointerEvent): void => {
    const at = stage.toCanvas(event.clientX, event.clientY);
    const from = selected();
    if (!from) {
      if (line) stop();
      else show(null);
      return;
    }
    if (line) {
      event.stopImmediatePropagation();
      line.at = at;
      line.moved ||= Math.hypot(at.x - line.x, at.y - line.y) >= CLICK;
      const mark = markAt(at.x, at.y);
      host.style.cursor = "crosshair";
      show({ from, to: mark ?? at, isOnMark: mark !== null });
      return;
    }
    if (event.buttons !== 0 || !isNear(from, stage.view, at)) {
      show(null);
      return;
    }
    show({ from, to: null, isOnMark: false });
    if (isOnHandle(from, stage.view, at)) {
      event.stopImmediatePropagation();
      stage.point({ ...stage.pointing, hover: null });
      listener.begun();
      host.style.cursor = "crosshair";
    }
  };

  const onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const at = stage.toCanvas(event.clientX, event.clientY);
    const from = selected();
    const begins = line === null && from !== null && isOnHandle(from, stage.view, at);
    if (!line && !begins) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    host.focus({ preventScroll: true });
    host.setPointerCapture(event.pointerId);
    line = { ...at, at, moved: line !== null };
  };

  const onUp = (event: PointerEvent): void => {
    if (!line) return;
    event.stopImmediatePropagation();
    const at = stage.toCanvas(event.clientX, event.clientY);
    // A press that stays on the handle leaves the line on the pointer.
    if (!line.moved) return;
    const mark = markAt(at.x, at.y);
    const key = selectedNow();
    stop();
    if (mark && key !== null)
      listener.drawn({
        from: key,
        to: mark.key,
        x: mark.x * stage.scale,
        y: mark.y * stage.scale,
      });
  };

  const onKey = (event: KeyboardEvent): void => {
    if (!line || event.key !== "Escape") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    stop();
  };
  const onLeave = (): void => {
    if (!line) show(null);
  };

  /** The marks have gone elsewhere, and the pointer has not. */
  const onViewport = (): void => {
    if (stage.pointing.link === null) return;
    stage.place();
    const from = selected();
    show(line && from && { from, to: line.at, isOnMark: false });
  };

  const capture = { capture: true };
  host.addEventListener("pointermove", onMove, capture);
  host.addEventListener("pointerdown", onDown, capture);
  host.addEventListener("pointerup", onUp, capture);
  host.addEventListener("pointercancel", stop);
  host.addEventListener("pointerleave", onLeave);
  document.addEventListener("keydown", onKey, capture);
  const stopFollowing = useViewport.subscribe(onViewport);
  return () => {
    stopFollowing();
    host.removeEventListener("pointermove", onMove, capture);
    host.removeEventListener("pointerdown", onDown, capture);
    host.removeEventListener("pointerup", onUp, capture);
    host.removeEventListener("pointercancel", stop);
    host.removeEventListener("pointerleave", onLeave);
    document.removeEventListener("keydown", onKey, capture);
  };
}
