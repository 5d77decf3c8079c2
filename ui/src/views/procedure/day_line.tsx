import { useEffect, useRef } from "react";
import { addMonths, civilFromDay } from "../../base/civil";
import { clamp } from "../../base/geometry";
import { type Day, day } from "../../base/units";
import { asOfDayNow, setClock, useClocks } from "../../model/clocks";
import { procedureNow, useProcedure } from "../../model/procedure";
import { sayDay } from "../days";
import { say } from "../say";
import { DayField } from "./day_field";

interface Extent {
  readonly first: number;
  readonly last: number;
}

const extentNow = (): Extent => {
  const { plan, from, daysPerPx, width } = procedureNow();
  if (!plan) return { first: from, last: from + 1 };
  const last = plan.origin + plan.width * plan.daysPerPx;
  return {
    first: Math.ceil(Math.min(plan.origin, from)),
    last: Math.floor(Math.max(last, from + width * daysPerPx)),
  };
};

const choose = (value: number, { first, last }: Extent): void => {
  const next = day(clamp(Math.floor(value), first, last));
  if (next !== asOfDayNow()) setClock("asOf", next);
};

/**
 * The day that is asked about: dragged anywhere along its line, moved by the keys, or
 * typed. It follows the clock without a render, because it moves at every frame.
 */
export function DayLine() {
  const track = useRef<HTMLDivElement>(null);
  const line = useRef<HTMLDivElement>(null);
  const pill = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const place = (): void => {
      const on = asOfDayNow();
      if (on === null || !track.current || !line.current || !pill.current) return;
      const { from, daysPerPx, width } = procedureNow();
      const share = (on + 0.5 - from) / (daysPerPx * Math.max(width, 1));
      line.current.hidden = share < 0 || share > 1;
      line.current.style.transform = `translateX(${(share * width) / 16}rem)`;
      // Half its width from the edges, so that the first and the last day can be read.
      pill.current.style.left = `clamp(3.75rem, ${share * 100}%, 100% - 3.75rem)`;
      pill.current.dataset.away = share < 0 ? "before" : share > 1 ? "after" : "";
      const words = sayDay(on);
      const { first, last } = extentNow();
      if (pill.current.textContent !== words) pill.current.textContent = words;
      pill.current.setAttribute("aria-valuetext", words);
      pill.current.setAttribute("aria-valuemin", String(Math.min(first, on)));
      pill.current.setAttribute("aria-valuemax", String(Math.max(last, on)));
      pill.current.setAttribute("aria-valuenow", String(on));
    };
    place();
    const stops = [useClocks.subscribe(place), useProcedure.subscribe(place)];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);

  const follow = (event: React.PointerEvent): void => {
    if (!track.current) return;
    const { left, width } = track.current.getBoundingClientRect();
    const { from, daysPerPx, width: pixels } = procedureNow();
    const to = from + daysPerPx * pixels;
    const at = from + ((event.clientX - left) / width) * (to - from);
    choose(at, { first: Math.ceil(from), last: Math.floor(to) });
  };
  const onPointerMove = (event: React.PointerEvent): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) follow(event);
  };
  const hold = (event: React.PointerEvent): boolean => {
    if (event.button !== 0) return false;
    event.currentTarget.setPointerCapture(event.pointerId);
    return true;
  };
  return (
    <div className="day-row">
      <DayField />
      <div className="day-track" ref={track}>
        <div
          className="day-line"
          ref={line}
          onPointerDown={hold}
          onPointerMove={onPointerMove}
        />
        {/* Moves by a press anywhere on the strip, which is how a far day is reached. */}
        <div
          className="day-strip"
          onPointerDown={(event) => {
            if (hold(event)) follow(event);
          }}
          onPointerMove={onPointerMove}
        >
          <div
            ref={pill}
            className="day-pill"
            role="slider"
            tabIndex={0}
            aria-label={say("procedure-day")}
            aria-describedby="procedure-day-hint"
            aria-valuenow={0}
            onKeyDown={(event) => {
              const on = asOfDayNow();
              const next = on === null ? null : stepped(on, event);
              if (next === null) return;
              event.preventDefault();
              choose(next, extentNow());
            }}
          />
        </div>
        <p id="procedure-day-hint" hidden>
          {say("procedure-day-hint")}
        </p>
      </div>
    </div>
  );
}

/** Arrows a day, with Shift a month, Page Up and Down a year, Home and End the ends. */
function stepped(on: Day, { key, shiftKey }: React.KeyboardEvent): number | null {
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
      return extentNow().first;
    case "End":
      return extentNow().last;
    default:
      return null;
  }
}
