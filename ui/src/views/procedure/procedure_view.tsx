import "./procedure.css";
import { Maximize2, ZoomIn, ZoomOut } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { useAsOfDay } from "../../model/clocks";
import { previewImport } from "../../model/exchange";
import { useSelection } from "../../model/selection";
import { useSettings } from "../../model/settings";
import { extentOf } from "../../model/standing";
import { Empty } from "../empty";
import { say } from "../say";
import { Answer } from "./answer";
import { DayLine } from "./day_line";
import { LivesChart } from "./lives_chart";
import { PlanDrawing } from "./plan_drawing";
import { type DayWindow, moved, ticksOf, zoomed } from "./scale";
import { StandingTwin } from "./standing_twin";
import { type Matter, type Procedure, useProcedure } from "./use_procedure";

export function ProcedureView() {
  const procedure = useProcedure();
  const selected = useSelection(({ key }) => key);
  const [chosen, setChosen] = useState<number | null>(null);
  if (!procedure) return null;
  const { matters } = procedure;
  if (matters.length === 0) {
    return (
      <Empty
        title={say("procedure-empty-title")}
        text={say("procedure-empty-text")}
        action={{ label: say("timeline-empty-action"), run: () => void previewImport() }}
      />
    );
  }
  // What the reader chose comes first, then where the selected event is, then the largest.
  const matter =
    matters.find(({ key }) => key === chosen) ??
    matters.find(({ events }) => events.some(({ key }) => key === selected)) ??
    matters[0];
  if (!matter) return null;
  return (
    <MatterView key={matter.key} matter={matter} procedure={procedure} onChoose={setChosen} />
  );
}

interface MatterViewProps {
  readonly matter: Matter;
  readonly procedure: Procedure;
  readonly onChoose: (key: number) => void;
}

const ZOOM = 0.7;

function MatterView({ matter, procedure, onChoose }: MatterViewProps) {
  const on = useAsOfDay();
  const selected = useSelection(({ key }) => key);
  const textSize = useSettings((settings) => settings.textSize);
  const axis = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [pixels, setPixels] = useState(0);
  const whole = useMemo(() => wholeOf(matter), [matter]);
  const [zoom, setZoom] = useState<DayWindow | null>(null);
  const shown = zoom ?? whole;
  const width = pixels / textSize;
  const colours = useMemo(
    () => new Map([...procedure.rows].map(([key, { colour }]) => [key, colour])),
    [procedure],
  );

  useEffect(() => {
    const { current } = axis;
    if (!current) return;
    const observer = new ResizeObserver(() => setPixels(current.clientWidth));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const { current } = body;
    if (!current) return;
    // React's own wheel listeners cannot keep the page from being scrolled as well.
    const onWheel = (event: WheelEvent): void => {
      const box = axis.current?.getBoundingClientRect();
      if (!box || !(event.ctrlKey || event.shiftKey || event.deltaX !== 0)) return;
      event.preventDefault();
      setZoom((now) => {
        const before = now ?? whole;
        if (event.ctrlKey) {
          const share = (event.clientX - box.left) / box.width;
          return zoomed(before, whole, Math.exp(event.deltaY / 300), share);
        }
        const by = (event.deltaX || event.deltaY) / box.width;
        return moved(before, whole, by * (before.last - before.first));
      });
    };
    current.addEventListener("wheel", onWheel, { passive: false });
    return () => current.removeEventListener("wheel", onWheel);
  }, [whole]);

  const zoomBy = (factor: number) => (): void =>
    setZoom((now) => zoomed(now ?? whole, whole, factor, 0.5));
  const life = matter.lives.find(({ key }) => key === selected) ?? null;
  const name = matter.events.find(({ key }) => key === selected)?.title ?? life?.title ?? "";
  return (
    <div className="procedure" ref={body}>
      <div className="procedure-bar">
        {procedure.matters.length > 1 && (
          <label>
            {say("procedure-matter")}{" "}
            <select
              className="field"
              value={matter.key}
              onChange={(event) => onChoose(Number(event.target.value))}
            >
              {procedure.matters.map(({ key, name, lives }) => (
                <option key={key} value={key}>
                  {say("procedure-matter-name", { name, count: lives.length })}
                </option>
              ))}
            </select>
          </label>
        )}
        <div className="procedure-zoom" role="group" aria-label={say("keys-zoom")}>
          <Button
            className="icon-button"
            aria-label={say("timeline-zoom-out")}
            onPress={zoomBy(1 / ZOOM)}
          >
            <ZoomOut aria-hidden size="1rem" />
          </Button>
          <Button
            className="icon-button"
            aria-label={say("timeline-zoom-in")}
            onPress={zoomBy(ZOOM)}
          >
            <ZoomIn aria-hidden size="1rem" />
          </Button>
          <Button
            className="icon-button"
            aria-label={say("timeline-fit")}
            onPress={() => setZoom(null)}
          >
            <Maximize2 aria-hidden size="1rem" />
          </Button>
        </div>
      </div>
      <div className="procedure-scroll">
        <div className="procedure-sheet">
          <div className="procedure-axis" ref={axis} aria-hidden>
            {ticksOf(shown, width).map(({ at, text }) => (
              <span
                key={at}
                className="procedure-tick"
                style={{
                  left: `${((at - shown.first) / (shown.last - shown.first)) * 100}%`,
                }}
              >
                {text}
              </span>
            ))}
          </div>
          {width > 0 && (
            <PlanDrawing matter={matter} colours={colours} shown={shown} width={width} />
          )}
          <h2 className="procedure-heading">{say("procedure-lives")}</h2>
          {width > 0 && <LivesChart matter={matter} shown={shown} width={width} />}
          {on !== null && <DayLine on={on} shown={shown} whole={whole} />}
        </div>
        {on !== null && <StandingTwin matter={matter} on={on} />}
      </div>
      {on !== null && <Answer life={life} name={name} on={on} />}
    </div>
  );
}

function wholeOf({ lives, events }: Matter): DayWindow {
  const extent = extentOf(lives) ?? [0, 1];
  const days = events.map(({ at }) => at);
  return { first: Math.min(extent[0], ...days), last: Math.max(extent[1], ...days) };
}
