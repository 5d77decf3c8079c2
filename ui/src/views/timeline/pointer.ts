import type { Picture } from "../../base/picture";
import { type Day, day, scenePx } from "../../base/units";
import { mayWrite } from "../../model/casebook";
import { chooseUpTo, clearChosen, toggleChosen } from "../../model/chosen";
import { openInspector } from "../../model/frame";
import { cancelMove, finishMove, moveBy, moveNow, startMove } from "../../model/moving";
import { clearSelection, select, selectedNow } from "../../model/selection";
import type { Days } from "../../model/spans";
import { panBy, showSpan, useViewport, viewportNow, zoomAt } from "../../model/viewport";
import { type Grip, gripAt } from "../../render/grip";
import { bandCentre, type Hit, hitAt, markCentre } from "../../render/hit";
import { BAND_ROOM, daysOfBand, type Opening, openingOf } from "./band";
import { Glide } from "./glide";
import { Pinch } from "./pinch";
import type { Stage } from "./stage";

/** What the pointer rests on, for the card beside it: one event, or a count of many. */
export interface Hovered {
  readonly what: HoveredMark | HoveredBand;
  readonly x: number;
  readonly y: number;
  /** So near the lower edge that the card has room only above. */
  readonly isLow: boolean;
}

export interface HoveredMark {
  readonly kind: "mark";
  readonly key: number;
}

export interface HoveredBand extends Days {
  readonly kind: "band";
  readonly count: number;
  readonly flags: number;
  /** What a click does. */
  readonly opening: Opening;
}

/** Events that are counted together and that no zooming tells apart. */
export interface Crowded extends Days {
  /** The lane in which they are counted. */
  readonly lane: string;
  readonly x: number;
  readonly y: number;
}

export interface PointerListener {
  hovered(hovered: Hovered | null): void;
  /** The days that were measured, to the moment. */
  measured(days: Days | null): void;
  /** Such events are to be listed, or their list to be put away. */
  crowded(crowded: Crowded | null): void;
}

interface Press {
  readonly x: number;
  readonly y: number;
  /** Where in time it began to measure, if it does. */
  readonly measured: Day | null;
  readonly moved: boolean;
  /** The selected event, and what of it is held. */
  readonly held: { readonly key: number; readonly part: Grip } | null;
}

/** Scene pixels that a press may wander and still be a click. */
const CLICK = 4;

const CURSORS: Readonly<Record<Grip, string>> = {
  whole: "move",
  start: "ew-resize",
  end: "ew-resize",
};

/**
 * The pointer on the timeline: the wheel zooms where it points, two fingers where they
 * are, a drag pans and glides on, a drag of the selected mark moves its event, a drag with
 * Shift measures until Esc, a click selects, with Ctrl or Shift several, and opens a count,
 * a double click zooms in.
 */
export function followPointer(
  stage: Stage,
  host: HTMLElement,
  listener: PointerListener,
): () => void {
  let press: Press | null = null;
  let isPointing = false;

  const pinch = new Pinch();
  const glide = new Glide((x, y) => {
    panBy(scenePx(-x));
    stage.scrollBy(-y);
  });

  const hit = (event: MouseEvent): Hit | null => {
    const { picture } = stage;
    const { x, y } = stage.toCanvas(event.clientX, event.clientY);
    return picture ? hitAt(picture, stage.view, x, y) : null;
  };

  const point = (found: Hit | null, at = { x: 0, y: 0 }): void => {
    const { picture } = stage;
    const isMark = found?.kind === "mark";
    const hover = picture && isMark ? markCentre(picture, stage.view, found.index) : null;
    isPointing = found !== null;
    if (hover || stage.pointing.hover) stage.point({ ...stage.pointing, hover });
    if (!picture || !found) listener.hovered(null);
    else {
      const what = isMark ? markAt(picture, found.index) : bandAt(picture, found.index);
      const { x, y } = hover ?? bandCentre(picture, stage.view, found.index);
      const isLow = y > stage.view.height * 0.7;
      listener.hovered({ what, x: x * stage.scale, y: y * stage.scale, isLow });
    }
    const held = found && heldBy(found, at.x, at.y);
    host.style.cursor = held ? CURSORS[held.part] : found ? "pointer" : "";
  };

  /** The selected mark is the one that can be moved. */
  const heldBy = (found: Hit, x: number, y: number): Press["held"] => {
    const { picture, view } = stage;
    const key = found.kind === "mark" ? picture?.marks.key[found.index] : undefined;
    if (!picture || key === undefined || key !== selectedNow() || !mayWrite()) return null;
    const part = gripAt(picture, view, found.index, x, y);
    return part && { key, part };
  };

  const measure = (days: Days | null): void => {
    stage.measure(days);
    listener.measured(days);
  };

  const stopMeasuring = (): void => {
    if (stage.measured) measure(null);
  };

  /** A drag that comes to no end leaves the event where it was. */
  const giveUp = (): void => {
    if (press?.held) cancelMove();
    press = null;
  };

  const onDown = (event: PointerEvent): void => {
    if (event.pointerType === "touch")
      pinch.down(event.pointerId, event.clientX, event.clientY);
    const isOnScrollbar = event.offsetX >= host.clientWidth && event.target === host;
    glide.stop();
    if (event.button !== 0 || isOnScrollbar) return;
    stopMeasuring();
    listener.crowded(null);
    if (pinch.isPinching) {
      giveUp();
      return;
    }
    const { x, y } = stage.toCanvas(event.clientX, event.clientY);
    const found = event.shiftKey || event.ctrlKey ? null : hit(event);
    const measured = event.shiftKey && x >= stage.view.left ? momentAt(stage, x) : null;
    press = { x, y, measured, moved: false, held: found && heldBy(found, x, y) };
    host.setPointerCapture(event.pointerId);
  };

  const onMove = (event: PointerEvent): void => {
    const pinched = pinch.move(event.pointerId, event.clientX, event.clientY);
    if (pinched) {
      const { x } = stage.toCanvas(pinched.x, pinched.y);
      panBy(scenePx(-pinched.dx / stage.scale));
      stage.scrollBy(-pinched.dy / stage.scale);
      zoomAt(scenePx(x - stage.view.left), pinched.factor);
      return;
    }
    if (!press) {
      if (!moveNow()) point(hit(event), stage.toCanvas(event.clientX, event.clientY));
      return;
    }
    const { x, y } = stage.toCanvas(event.clientX, event.clientY);
    if (!press.moved && Math.hypot(x - press.x, y - press.y) < CLICK) return;
    if (!press.moved) point(null);
    const { held, measured } = press;
    if (measured !== null) {
      press = { ...press, moved: true };
      const now = momentAt(stage, x);
      measure({ first: day(Math.min(measured, now)), last: day(Math.max(measured, now)) });
      return;
    }
    if (held) {
      if (!press.moved) startMove(held.key, held.part);
      press = { ...press, moved: true };
      // Given up with Esc, the rest of the drag is nothing.
      if (!moveNow()) return;
      host.style.cursor = CURSORS[held.part];
      const days = Math.round((x - press.x) * viewportNow().daysPerPx);
      moveBy({ in: "days", count: days });
      return;
    }
    host.style.cursor = "grabbing";
    panBy(scenePx(press.x - x));
    stage.scrollBy(press.y - y);
    glide.drag(x - press.x, y - press.y, event.timeStamp);
    press = { x, y, measured: null, moved: true, held: null };
  };

  const onUp = (event: PointerEvent): void => {
    pinch.up(event.pointerId);
    if (!press) return;
    const { x, y, moved, measured, held } = press;
    press = null;
    host.style.cursor = "";
    if (moved && held) void finishMove();
    else if (moved && measured === null) glide.release(event.timeStamp);
    // Neither the axis nor the head of a lane is a place beside all events.
    if (moved || x < stage.view.left || y < stage.view.top) return;
    const found = hit(event);
    const key = found?.kind === "mark" ? stage.picture?.marks.key[found.index] : undefined;
    if (key !== undefined && (event.ctrlKey || event.metaKey)) toggleChosen(key);
    else if (key !== undefined && event.shiftKey) void chooseUpTo(key);
    else if (key !== undefined) {
      clearChosen();
      select(key, "place", found ? laneOf(stage, found.index) : null);
      openInspector();
    } else if (found) openBand(found.index);
    else clearSelection();
  };

  /** Comes closer to what a count counts, or lists it where that would tell nothing apart. */
  const openBand = (index: number): void => {
    const { picture, view, scale } = stage;
    const lane = picture?.lanes[picture.bands.lane[index] ?? 0];
    if (!picture || !lane) return;
    const days = daysOfBand(picture, index, viewportNow());
    if (openingOf(days, viewportNow()) === "zoom") {
      showSpan(days.first, days.last, BAND_ROOM);
      return;
    }
    const { x, y } = bandCentre(picture, view, index);
    point(null);
    listener.crowded({ ...days, lane: lane.id, x: x * scale, y: y * scale });
  };

  const onDouble = (event: MouseEvent): void => {
    const { x } = stage.toCanvas(event.clientX, event.clientY);
    if (x < stage.view.left || hit(event)) return;
    zoomAt(scenePx(x - stage.view.left), 0.4);
  };

  const onWheel = (event: WheelEvent): void => {
    const { x } = stage.toCanvas(event.clientX, event.clientY);
    const isSideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    const isZoom = event.ctrlKey || !isSideways;
    // Over the lane heads the wheel scrolls the lanes, as it does in any list.
    if (x < stage.view.left && !event.ctrlKey) return;
    event.preventDefault();
    glide.stop();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 32 : 1;
    if (isZoom) {
      const strength = event.ctrlKey && event.deltaMode === 0 ? 0.008 : 0.0016;
      zoomAt(scenePx(x - stage.view.left), Math.exp(event.deltaY * lines * strength));
    } else panBy(scenePx(((event.deltaX || event.deltaY) * lines) / stage.scale));
  };

  const onLeave = (): void => {
    if (!press) point(null);
  };

  const onCancel = (event: PointerEvent): void => {
    pinch.up(event.pointerId);
    giveUp();
    host.style.cursor = "";
  };

  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !stage.measured) return;
    event.preventDefault();
    event.stopPropagation();
    giveUp();
    stopMeasuring();
  };

  // What is pointed out has gone elsewhere, and the pointer has not.
  const stopFollowing = useViewport.subscribe(() => {
    glide.interrupt();
    if (isPointing) point(null);
  });

  host.addEventListener("keydown", onKey);
  host.addEventListener("pointerdown", onDown);
  host.addEventListener("pointermove", onMove);
  host.addEventListener("pointerup", onUp);
  host.addEventListener("pointercancel", onCancel);
  host.addEventListener("pointerleave", onLeave);
  host.addEventListener("dblclick", onDouble);
  host.addEventListener("wheel", onWheel, { passive: false });
  return () => {
    glide.close();
    stopFollowing();
    host.removeEventListener("keydown", onKey);
    host.removeEventListener("pointerdown", onDown);
    host.removeEventListener("pointermove", onMove);
    host.removeEventListener("pointerup", onUp);
    host.removeEventListener("pointercancel", onCancel);
    host.removeEventListener("pointerleave", onLeave);
    host.removeEventListener("dblclick", onDouble);
    host.removeEventListener("wheel", onWheel);
  };
}

/** What lies under the lane heads counts as their edge. */
function momentAt({ view }: Stage, x: number): Day {
  const { from, daysPerPx } = viewportNow();
  return day(from + (Math.max(x, view.left) - view.left) * daysPerPx);
}

const laneOf = ({ picture }: Stage, mark: number): string | null =>
  picture?.lanes[picture.marks.lane[mark] ?? 0]?.id ?? null;

const markAt = ({ marks }: Picture, index: number): HoveredMark => ({
  kind: "mark",
  key: marks.key[index] ?? 0,
});

function bandAt(picture: Picture, index: number): HoveredBand {
  const days = daysOfBand(picture, index, viewportNow());
  return {
    kind: "band",
    count: picture.bands.count[index] ?? 0,
    flags: picture.bands.flags[index] ?? 0,
    ...days,
    opening: openingOf(days, viewportNow()),
  };
}
