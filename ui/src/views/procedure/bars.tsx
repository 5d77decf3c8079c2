import { memo, useEffect, useRef, useState } from "react";
import type { Procedure, StandingLife } from "../../ipc/generated/bindings";
import { openInspector } from "../../model/frame";
import { useProcedure } from "../../model/procedure";
import { select, useSelection } from "../../model/selection";
import { useSettings } from "../../model/settings";
import { stretches } from "../../model/standing";
import { SELECTED_FONT } from "../../render/palette";
import { focusInspector } from "../inspector/focus";
import { say } from "../say";
import { StandingStretch } from "../standing_stretch";
import { sayStandingWhole } from "../standing_words";
import { nameOf } from "./act_words";
import { measure } from "./measure";

/** Height of a bar and what belongs to it. */
const ROW_REM = 1.625;
const SPARE_ROWS = 4;

/** One bar for each instrument: how it stood over time. Only what is seen is drawn. */
export function Bars({ procedure }: { readonly procedure: Procedure }) {
  const scroller = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ top: 0, height: 0 });
  const selected = useSelection(({ key }) => key);
  const textSize = useSettings((settings) => settings.textSize);
  const { lives } = procedure;
  const row = ROW_REM * 16 * textSize;
  const first = Math.max(0, Math.floor(seen.top / row) - SPARE_ROWS);
  const last = Math.min(lives.length, Math.ceil((seen.top + seen.height) / row) + SPARE_ROWS);
  const at = lives.findIndex(({ key }) => key === selected);

  useEffect(() => {
    const { current } = scroller;
    if (!current) return;
    const look = (): void => setSeen({ top: current.scrollTop, height: current.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(current);
    current.addEventListener("scroll", look);
    return () => {
      observer.disconnect();
      current.removeEventListener("scroll", look);
    };
  }, []);
  useEffect(() => {
    const { current } = scroller;
    if (!current || at < 0) return;
    if (at * row < current.scrollTop) current.scrollTop = at * row;
    else if ((at + 1) * row > current.scrollTop + current.clientHeight)
      current.scrollTop = (at + 1) * row - current.clientHeight;
  }, [at, row]);

  const go = (to: number): void => {
    const life = lives[Math.min(Math.max(to, 0), lives.length - 1)];
    if (life) select(life.key, "place");
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lives.length - 1 }[
      event.key
    ];
    if (to !== undefined) go(to);
    else if (event.key === "Enter" && at >= 0) {
      openInspector();
      focusInspector();
    } else return;
    event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      className="bars"
      role="listbox"
      aria-label={say("procedure-lives")}
      aria-activedescendant={at >= 0 ? `bar-${lives[at]?.key}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div
        className="bars-reach"
        role="presentation"
        style={{ height: `${lives.length * ROW_REM}rem` }}
      />
      {lives.map((life, index) =>
        (index >= first && index < last) || index === at ? (
          <Bar
            key={life.key}
            life={life}
            top={index * ROW_REM}
            place={index + 1}
            count={lives.length}
            name={nameOf(procedure, life.key)}
            isSelected={index === at}
          />
        ) : null,
      )}
    </div>
  );
}

interface BarProps {
  readonly life: StandingLife;
  readonly top: number;
  readonly place: number;
  readonly count: number;
  readonly name: string;
  readonly isSelected: boolean;
}

const PADDING = 14;

const Bar = memo(function Bar({ life, top, place, count, name, isSelected }: BarProps) {
  const from = useProcedure((state) => state.from);
  const daysPerPx = useProcedure((state) => state.daysPerPx);
  const width = useProcedure((state) => state.width);
  const end = from + daysPerPx * width;
  const shown = stretches(life, from, end);
  const share = (at: number): number => ((at - from) / (end - from)) * 100;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
    <div
      id={`bar-${life.key}`}
      className="bar"
      role="option"
      tabIndex={-1}
      aria-selected={isSelected}
      aria-posinset={place}
      aria-setsize={count}
      style={{ top: `${top}rem` }}
      onClick={() => {
        select(life.key, "place");
        openInspector();
      }}
    >
      <span className="bar-name" title={name}>
        {name}
      </span>
      <span className="visually-hidden">
        {shown.map(({ span }) => sayStandingWhole(span)).join(", ")}
      </span>
      <span className="bar-stretches" aria-hidden>
        {shown.map(({ span, from: start, to }) => {
          const words = sayStandingWhole(span);
          const room = (to - start) / daysPerPx;
          return (
            <StandingStretch
              key={span.from ?? "before"}
              span={span}
              from={start}
              left={share(start)}
              width={share(to) - share(start)}
            >
              {measure(words, SELECTED_FONT) + PADDING < room && (
                <span className="life-word">{words}</span>
              )}
            </StandingStretch>
          );
        })}
      </span>
    </div>
  );
});
