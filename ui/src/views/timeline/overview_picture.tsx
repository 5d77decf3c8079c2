import type { Overview } from "../../ipc/generated/bindings";
import { OverviewWindow } from "./overview_window";

const BAR_HEIGHT = 32;

interface OverviewPictureProps {
  readonly overview: Overview;
  readonly strip: React.RefObject<HTMLDivElement | null>;
}

/** The density of all that is shown, its years, and the window on it. */
export function OverviewPicture({ overview, strip }: OverviewPictureProps) {
  const most = Math.max(1, ...overview.counts);
  const slices = overview.counts.length;
  return (
    <>
      <div className="overview-bars" aria-hidden>
        {overview.counts.map((count, index) =>
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
        {overview.ticks.map((tick) => (
          <span
            key={`${tick.text} ${tick.x}`}
            className="overview-year"
            style={{ left: `${tick.x / 16}rem` }}
          >
            {tick.text}
          </span>
        ))}
      </div>
      <OverviewWindow overview={overview} strip={strip} />
    </>
  );
}
