import { useEffect, useRef, useState } from "react";
import { revealInPlan, useProcedure } from "../../model/procedure";
import { selectedNow, useSelection } from "../../model/selection";
import { say } from "../say";
import { sayAct } from "./act_words";
import { PlanCard } from "./plan_card";
import { onPlanKey } from "./plan_keys";
import { followPlanPointer, type Pointed } from "./plan_pointer";
import { PlanStage } from "./plan_stage";

/** Courts as storeys, what they decided as marks, what it did as arrows. */
export function Plan() {
  const host = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const stage = useRef<PlanStage | null>(null);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const storeys = useProcedure(({ plan }) => plan?.storeys);
  const height = useProcedure(({ plan }) => plan?.height ?? 0);
  const procedure = useProcedure((state) => state.procedure);

  useEffect(() => {
    if (!host.current || !pane.current || !canvas.current) return;
    const opened = new PlanStage({
      host: host.current,
      pane: pane.current,
      canvas: canvas.current,
    });
    const release = followPlanPointer(opened, host.current, setPointed);
    stage.current = opened;
    return () => {
      release();
      opened.close();
      stage.current = null;
    };
  }, []);
  useReveal(stage);

  return (
    <div className="plan-frame">
      <div
        ref={host}
        id="procedure-plan"
        className="plan"
        role="application"
        aria-label={say("procedure-plan")}
        aria-describedby="procedure-plan-hint"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the keys
        tabIndex={0}
        onKeyDown={onPlanKey}
      >
        <div ref={pane} className="plan-pane">
          <canvas ref={canvas} className="plan-canvas" aria-hidden />
        </div>
        <div className="plan-reach" style={{ height: `${height / 16}rem` }} aria-hidden>
          {storeys?.map(({ name, y, height }) => (
            <div
              key={name ?? ""}
              className="plan-storey"
              style={{ top: `${y / 16}rem`, height: `${height / 16}rem` }}
            >
              {name ?? say("procedure-no-court")}
            </div>
          ))}
        </div>
      </div>
      {pointed && procedure && <PlanCard pointed={pointed} procedure={procedure} />}
      <p id="procedure-plan-hint" hidden>
        {say("procedure-plan-hint")}
      </p>
      <PlanSaid />
    </div>
  );
}

/** Tells a screen reader which node or act the keyboard has come to. */
function PlanSaid() {
  const key = useSelection((selection) => selection.key);
  const procedure = useProcedure((state) => state.procedure);
  const act = useProcedure((state) => state.act);
  const chosen = act === null ? null : procedure?.acts[act];
  const event = procedure?.events.find((one) => one.key === key);
  const acts = procedure?.acts.filter(({ from, to }) => from === key || to === key).length ?? 0;
  return (
    <p className="visually-hidden" role="status">
      {procedure && chosen
        ? sayAct(chosen, procedure)
        : event &&
          say("procedure-said", {
            title: event.title,
            date: event.date_words,
            court: event.court ?? say("procedure-no-court"),
            acts,
          })}
    </p>
  );
}

/** Brings the selected node into view when the keyboard or another view chose it. */
function useReveal(stage: React.RefObject<PlanStage | null>): void {
  const key = useSelection((selection) => selection.key);
  const plan = useProcedure((state) => state.plan);
  const revealed = useRef<number | null>(null);
  useEffect(() => {
    const node = plan?.nodes.find((one) => one.key === selectedNow());
    if (key !== revealed.current && node && stage.current) {
      revealed.current = key;
      stage.current.revealY(node.y);
      revealInPlan(node.x0, node.x1 + node.width);
    }
  }, [key, plan, stage]);
}
