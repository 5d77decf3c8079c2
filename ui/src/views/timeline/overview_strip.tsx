import { useEffect, useRef } from "react";
import { useSettings } from "../../model/settings";
import { sizeOverview, useTimeline } from "../../model/timeline";
import { useFurniture } from "../frame/later";
import { say } from "../say";

/**
 * How dense the whole casebook is, with the part shown as a window that can be moved. Its
 * room is there from the beginning; what is in it comes after the first picture.
 */
export function OverviewStrip() {
  const furniture = useFurniture();
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

  return (
    <section className="overview" aria-label={say("overview-label")}>
      <div ref={strip} className="overview-strip">
        {furniture && overview && (
          <furniture.OverviewPicture overview={overview} strip={strip} />
        )}
      </div>
    </section>
  );
}
