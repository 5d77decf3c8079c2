import { useRef } from "react";
import { addMonths, civilFromDay } from "../../base/civil";
import { clamp } from "../../base/geometry";
import { type Day, day } from "../../base/units";
import { setClock } from "../../model/clocks";
import { sayDay } from "../days";
import { say } from "../say";
import type { DayWindow } from "./scale";

interface DayLineProps {
  readonly on: Day;
  readonly shown: DayWindow;
  readonly whole: DayWindow;
}

const choose = (value: number, { first, last }: DayWindow): void =>
  setClock("asOf", day(clamp(Math.floor(value), Math.ceil(first), Math.floor(last))));

/** The day that is asked about: dragged anywhere along its line, or moved by the keys. */
export function DayLine({ on, shown, whole }: DayLineProps) {
  const track = useRef<HTMLDivElement>(null);
  const share = ((on + 0.5 - shown.first) / (shown.last - shown.first)) * 100;
  const follow = (event: React.PointerEvent): void => {
    if (!track.current) return;
    const { left, width } = track.current.getBoundingClientRect();
    choose(shown.first + ((event.clientX - left) / width) * (shown.last - shown.first), shown);
  };
  const grip = {
    onPointerDown: (event: React.PointerEvent) => {
      if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: React.PointerEvent) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event);
    },
  };
  return (
    <div className="day-track" ref={track}>
      {share >= 0 && share <= 100 && (
        <div className="day-line" style={{ left: `${share}%` }} {...grip} />
      )}
      {/* Moves by a press anywhere on the strip, which is how a far day is reached. */}
      <div
        className="day-strip"
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          follow(event);
        }}
        onPointerMove={grip.onPointerMove}
      >
        <div
          className="day-pill"
          role="slider"
          tabIndex={0}
          aria-label={say("procedure-day")}
          aria-describedby="procedure-day-hint"
          aria-valuemin={Math.ceil(whole.first)}
          aria-valuemax={Math.floor(whole.last)}
          aria-valuenow={clamp(on, Math.ceil(whole.first), Math.floor(whole.last))}
          aria-valuetext={sayDay(on)}
          // Half its width from the edge, so that the last day can be read too.
          style={{ left: `min(${clamp(share, 0, 100)}%, 100% - 4rem)` }}
          onKeyDown={(event) => {
            const next = stepped(on, event, whole);
            if (next === null) return;
            event.preventDefault();
            choose(next, whole);
          }}
        >
          {sayDay(on)}
        </div>
      </div>
      <p id="procedure-day-hint" hidden>
        {say("procedure-day-hint")}
      </p>
    </div>
  );
}

/** Arrows a day, with Shift a month, Page Up and Down a year, Home and End the ends. */
function stepped(
  on: Day,
  { key, shiftKey }: React.KeyboardEvent,
  whole: DayWindow,
): number | null {
  const months = (count: number): Day => addMonths(civilFromDay(on), count);
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return shiftKey ? months(1) : on + 1;
    case "ArrowLeft":
    case "ArrowDown":
      return shiftKey ? months(-1) : on - 1;
    case "PageUp":
      return months(12);
    case "PageDown":
      return months(-12);
    case "Home":
      return Math.ceil(whole.first);
    case "End":
      return Math.floor(whole.last);
    default:
      return null;
  }
}
