import type { Procedure } from "../../ipc/generated/bindings";
import { say } from "../say";
import { sayAct } from "./act_words";
import type { Pointed } from "./plan_pointer";

interface PlanCardProps {
  readonly pointed: Pointed;
  readonly procedure: Procedure;
}

/** What is under the pointer, in full. */
export function PlanCard({ pointed: { hit, x, y, isLow }, procedure }: PlanCardProps) {
  const words = wordsOf(hit, procedure);
  if (!words) return null;
  const [title, line] = words;
  return (
    <div
      className="hover-card"
      aria-hidden
      data-low={isLow}
      style={{ left: `min(${x}px, 100% - 21rem)`, top: `${y}px` }}
    >
      <p className="hover-title">{title}</p>
      {line !== "" && <p className="hover-line">{line}</p>}
    </div>
  );
}

function wordsOf(hit: Pointed["hit"], procedure: Procedure): [string, string] | null {
  if (hit.kind === "act") {
    const act = procedure.acts[hit.arrow.act];
    return act ? [sayAct(act, procedure), act.by.join(", ")] : null;
  }
  if (hit.kind === "count") return [say("procedure-count"), say("procedure-count-hint")];
  const event = procedure.events.find(({ key }) => key === hit.node.key);
  if (!event) return null;
  const more = hit.node.more > 0 ? say("procedure-more", { count: hit.node.more }) : null;
  return [event.title, [event.date_words, event.court, more].filter(Boolean).join(" · ")];
}
