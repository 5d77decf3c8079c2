import { useEffect, useRef } from "react";
import { DRAWING, frames } from "../../base/frames";
import { clamp } from "../../base/geometry";
import { day } from "../../base/units";
import type { Overview } from "../../ipc/generated/bindings";
import { lastDayOf, showWindow, useViewport, viewportNow } from "../../model/viewport";
import { sayDay } from "../days";
import { say } from "../say";

/** A window that rests this long is described anew: nobody reads it while it moves. */
const REST_MS = 120;

type Grip = "start" | "window" | "end";

interface OverviewWindowProps {
  readonly overview: Overview;
  readonly strip: React.RefObject<HTMLDivElement | null>;
}

/**
 * The part that the timeline shows. Dragged or stepped as a whole or by either edge; it
 * follows the viewport without a render, because the viewport may move at every frame.
 */
export function OverviewWindow({ overview, strip }: OverviewWindowProps) {
  const frame = useRef<HTMLDivElement>(null);
  const start = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const drag = useRef<{ grip: Grip; x: number; first: number; last: number } | null>(null);
  const { from, to } = overview;

  useEffect(() => {
    // That of an empty casebook has no length.
    const length = to - from || 1;
    const share = (value: number): number => clamp((value - from) / length, 0, 1) * 100;
    const place = frames.add(DRAWING, () => {
      if (!frame.current || !start.current || !end.current) return;
      const viewport = viewportNow();
      const left = share(viewport.from);
      const right = share(lastDayOf(viewport));
      frame.current.style.left = `${left}%`;
      frame.current.style.width = `${Math.max(right - left, 0.3)}%`;
      start.current.style.left = `${left}%`;
      end.current.style.left = `${right}%`;
    });
    const describeAll = (): void => {
      if (!frame.current || !start.current || !end.current) return;
      const viewport = viewportNow();
      const first = viewport.from;
      const last = lastDayOf(viewport);
      const words = { from: sayDay(first), to: sayDay(last) };
      describe(frame.current, (first + last) / 2, say("overview-window-value", words));
      describe(start.current, first, words.from);
      describe(end.current, last, words.to);
    };
    let rest: ReturnType<typeof setTimeout> | undefined;
    place.request();
    describeAll();
    const stop = useViewport.subscribe(() => {
      place.request();
      clearTimeout(rest);
      rest = setTimeout(describeAll, REST_MS);
    });
    return () => {
      stop();
      clearTimeout(rest);
      place.remove();
    };
  }, [from, to]);

  const onDown =
    (grip: Grip) =>
    (event: React.PointerEvent): void => {
      if (event.button !== 0) return;
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      const viewport = viewportNow();
      drag.current = {
        grip,
        x: event.clientX,
        first: viewport.from,
        last: lastDayOf(viewport),
      };
    };
  const onMove = (event: React.PointerEvent): void => {
    if (!drag.current || !strip.current) return;
    const { grip, x, first, last } = drag.current;
    const days = ((event.clientX - x) / strip.current.clientWidth) * (to - from);
    move(grip, first, last, days);
  };
  const onUp = (): void => {
    drag.current = null;
  };
  const onKey =
    (grip: Grip) =>
    (event: React.KeyboardEvent): void => {
      const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      const viewport = viewportNow();
      const last = lastDayOf(viewport);
      move(grip, viewport.from, last, by * (last - viewport.from) * 0.1);
    };
  const slider = (grip: Grip, label: string) => ({
    role: "slider",
    tabIndex: 0,
    "aria-label": say(label),
    "aria-valuemin": Math.floor(from),
    "aria-valuemax": Math.ceil(to),
    "aria-valuenow": 0,
    onPointerDown: onDown(grip),
    onPointerMove: onMove,
    onPointerUp: onUp,
    onPointerCancel: onUp,
    onKeyDown: onKey(grip),
  });

  return (
    <>
      <div ref={frame} className="overview-window" {...slider("window", "overview-window")} />
      <div ref={start} className="overview-edge" {...slider("start", "overview-start")} />
      <div ref={end} className="overview-edge" {...slider("end", "overview-end")} />
    </>
  );
}

/** An edge goes no further than to the other one. */
function move(grip: Grip, first: number, last: number, days: number): void {
  if (grip === "window") showWindow(day(first + days), day(last + days));
  else if (grip === "start") showWindow(day(Math.min(first + days, last)), day(last));
  else showWindow(day(first), day(Math.max(last + days, first)));
}

function describe(element: HTMLElement, value: number, words: string): void {
  element.setAttribute("aria-valuenow", String(Math.round(value)));
  element.setAttribute("aria-valuetext", words);
}
