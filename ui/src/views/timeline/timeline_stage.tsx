import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { isFolded, useArrangement } from "../../model/arrangement";
import { finishMove, moveNow } from "../../model/moving";
import { useSelection } from "../../model/selection";
import { useSettings } from "../../model/settings";
import type { Days } from "../../model/spans";
import { useTimeline } from "../../model/timeline";
import { useFurniture } from "../frame/later";
import { say } from "../say";
import { TIMELINE_STAGE } from "./focus";
import { onTimelineKey } from "./keys";
import { followEdges } from "./lane_edges";
import { type Drawn, followLinking } from "./linking";
import { type Crowded, followPointer, type Hovered } from "./pointer";
import { selectedMark } from "./selected_mark";
import { AXIS_HEIGHT, Stage } from "./stage";

/** The canvases, the lane heads over them, and everything that moves them. */
export function TimelineStage() {
  const furniture = useFurniture();
  const host = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const scene = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const heads = useRef<HTMLDivElement>(null);
  const stage = useRef<Stage | null>(null);
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const [measured, setMeasured] = useState<Days | null>(null);
  const [crowded, setCrowded] = useState<Crowded | null>(null);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const leaveDrawn = useCallback(() => setDrawn(null), []);
  const leaveCrowded = useCallback(() => setCrowded(null), []);
  const lanes = useTimeline(({ heads }) => heads);
  const arrangement = useArrangement(({ arrangement }) => arrangement);
  const height = useTimeline(({ picture }) => picture?.height ?? 0);
  const textSize = useSettings((settings) => settings.textSize);

  // With the page and not after it, so that a picture that is there is drawn in one step.
  useLayoutEffect(() => {
    if (!host.current || !pane.current || !scene.current || !overlay.current || !heads.current)
      return;
    const opened = new Stage({
      host: host.current,
      pane: pane.current,
      scene: scene.current,
      overlay: overlay.current,
      heads: heads.current,
    });
    const unlink = followLinking(opened, host.current, {
      begun: () => setHovered(null),
      drawn: setDrawn,
    });
    const release = followPointer(opened, host.current, {
      hovered: setHovered,
      measured: setMeasured,
      crowded: setCrowded,
    });
    const letGo = followEdges(opened, heads.current);
    stage.current = opened;
    return () => {
      letGo();
      release();
      unlink();
      opened.close();
      stage.current = null;
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: new heads must be placed
  useLayoutEffect(() => stage.current?.setHeads(), [lanes, arrangement]);

  return (
    <div className="stage-frame">
      <div
        ref={host}
        id={TIMELINE_STAGE}
        className="stage"
        role="application"
        aria-label={say("timeline-label")}
        aria-describedby="timeline-hint"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the keys
        tabIndex={0}
        onKeyDown={onTimelineKey}
        onBlur={() => {
          // Whoever looks into another window has not left the timeline.
          if (moveNow()?.byKeys && document.hasFocus()) void finishMove();
        }}
      >
        <div ref={pane} className="stage-pane">
          <canvas ref={scene} className="stage-canvas" aria-hidden />
          <div className="stage-heads" aria-hidden>
            <div ref={heads}>
              {lanes.map((lane) => (
                <div
                  className="lane-head"
                  key={lane.id}
                  data-lane={lane.id}
                  data-nesting={lane.nesting}
                  data-folded={lane.nesting === "parent" || isFolded(arrangement, lane.id)}
                >
                  <span className="lane-head-name" title={lane.name}>
                    {lane.name}
                  </span>
                  <span className="lane-head-count">
                    {say("lane-events", { count: lane.events })}
                  </span>
                  {lane.nesting !== "parent" && <div className="lane-edge" />}
                </div>
              ))}
            </div>
          </div>
          <canvas ref={overlay} className="stage-canvas" aria-hidden />
          {furniture && hovered && <furniture.HoverCard hovered={hovered} />}
          {furniture && measured && <furniture.MeasureCard measured={measured} />}
          {furniture && <furniture.MoveCard stage={stage} />}
          <Reveal stage={stage} />
        </div>
        <div
          className="stage-reach"
          style={{ height: `${(height + AXIS_HEIGHT) * textSize}px` }}
        />
      </div>
      {furniture && crowded && <furniture.CrowdCard crowded={crowded} onLeave={leaveCrowded} />}
      {furniture && drawn && <furniture.LinkCard drawn={drawn} onLeave={leaveDrawn} />}
      <p id="timeline-hint" hidden>
        {say("timeline-hint")}
      </p>
      {furniture && <furniture.ZoomButtons />}
    </div>
  );
}

/**
 * Scrolls the lanes to the selected mark, once for each time that is asked. Apart from the
 * stage, which would else be rendered with every picture that a movement brings.
 */
function Reveal({ stage }: { readonly stage: React.RefObject<Stage | null> }) {
  const reveals = useSelection((selection) => selection.reveals);
  const picture = useTimeline((timeline) => timeline.picture);
  const done = useRef(0);
  useEffect(() => {
    const opened = stage.current;
    if (!opened || !picture || done.current === reveals) return;
    const index = selectedMark(picture);
    if (index < 0) return;
    done.current = reveals;
    const { scroll, top, height } = opened.view;
    const y = picture.marks.y[index] ?? 0;
    const room = 32;
    if (y - room < scroll) opened.scrollBy(y - room - scroll);
    else if (y + room > scroll + height - top)
      opened.scrollBy(y + room - scroll - height + top);
  }, [stage, reveals, picture]);
  return null;
}
