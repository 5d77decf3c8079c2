import { useEffect, useRef } from "react";
import { useSettings } from "../../model/settings";
import { sizeOverview, useTimeline } from "../../model/timeline";
import { say } from "../say";
import { OverviewWindow } from "./overview_window";

const BAR_HEIGHT = 32;

/** How dense the whole casebook is, with the part shown as a window that can be moved. */
export function OverviewStrip() {
  const strip = useRef<HTMLDivElement>(null);
  const overview = useTimeline((timeline) => timeline.overview);
  const textSize = useSettings((settings) => settings.textSize);
  useEffect(() => {
    if (!strip.current) return;
    const element = strip.current;
    const measure = (): void => sizeOverview(Math.round(element.clientWidth / textSize));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [textSize]);

  const most = Math.max(1, ...(overview?.counts ?? []));
  const slices = overview?.counts.length ?? 1;
  return (
    <section className="overview" aria-label={say("overview-label")}>
      <div ref={strip} className="overview-strip">
        <div className="overview-bars" aria-hidden>
          {overview?.counts.map((count, index) =>
            count > 0 ? (
              <div
                // biome-ignore lint/suspicious/noArrayIndexKey: a slice is its place
                key={index}
                className="overview-bar"
                style={{
                  left: `${(index / slices) * 100}%`,
                  width: `max(2px, ${100 / slices}% - 2px)`,
                  height: `${Math.max(3, (count / most) * BAR_HEIGHT) / 16}rem`,
                }}
              />
            ) : null,
          )}
        </div>
        <div className="overview-years" aria-hidden>
          {overview?.ticks.map((tick) => (
            <span
              key={`${tick.text} ${tick.x}`}
              className="overview-year"
              style={{ left: `${tick.x / 16}rem` }}
            >
              {tick.text}
            </span>
          ))}
        </div>
        {overview && <OverviewWindow overview={overview} strip={strip} />}
      </div>
    </section>
  );
}
