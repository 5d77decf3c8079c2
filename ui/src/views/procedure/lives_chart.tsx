import { memo } from "react";
import { openInspector } from "../../model/frame";
import { select, useSelection } from "../../model/selection";
import { stretches } from "../../model/standing";
import { StandingStretch } from "../standing_stretch";
import { sayStandingWhole } from "../standing_words";
import { measure } from "./measure";
import type { DayWindow } from "./scale";
import type { Matter } from "./use_procedure";

interface LivesChartProps {
  readonly matter: Matter;
  readonly shown: DayWindow;
  readonly width: number;
}

const PADDING = 14;

/** One bar for each instrument: how it stood over time. */
export const LivesChart = memo(function LivesChart({ matter, shown, width }: LivesChartProps) {
  const selected = useSelection(({ key }) => key);
  const share = (at: number): number => ((at - shown.first) / (shown.last - shown.first)) * 100;
  const names = new Map(matter.events.map(({ key, title }) => [key, title]));
  return matter.lives.map((life) => (
    <div className="life-row" key={life.key} data-selected={life.key === selected || undefined}>
      <button
        type="button"
        className="text-button life-name"
        aria-pressed={life.key === selected}
        onClick={() => {
          select(life.key, "place");
          openInspector();
        }}
      >
        {names.get(life.key) ?? life.title}
      </button>
      <div className="life-stretches" aria-hidden>
        {stretches(life, shown.first, shown.last).map(({ span, from, to }) => {
          const words = sayStandingWhole(span);
          const room = ((to - from) / (shown.last - shown.first)) * width;
          return (
            <StandingStretch
              key={from}
              span={span}
              from={from}
              left={share(from)}
              width={share(to) - share(from)}
            >
              {measure(words) + PADDING < room && <span className="life-word">{words}</span>}
            </StandingStretch>
          );
        })}
      </div>
    </div>
  ));
});
