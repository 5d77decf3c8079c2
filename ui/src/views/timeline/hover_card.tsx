import type { EventDetail } from "../../ipc/generated/bindings";
import { useKnownOn } from "../../model/clocks";
import { say, sayOr } from "../say";
import { useAnswer } from "../use_answer";
import type { Hovered } from "./pointer";

/** The whole title and date of the mark under the pointer. */
export function HoverCard({ hovered }: { readonly hovered: Hovered }) {
  const { result } = useAnswer("get_event", { key: hovered.key, known_on: useKnownOn() });
  if (result?.key !== hovered.key) return null;
  return (
    <div
      className="hover-card"
      aria-hidden
      data-low={hovered.isLow}
      style={{ left: `min(${hovered.x}px, 100% - 21rem)`, top: `${hovered.y}px` }}
    >
      <p className="hover-title">{result.title}</p>
      <p className="hover-line">{lineOf(result)}</p>
      {result.disputed && <p className="hover-line">{say("legend-disputed")}</p>}
    </div>
  );
}

const lineOf = ({ date_words, kind, court }: EventDetail): string =>
  [date_words, sayOr("kind", kind), court].filter(Boolean).join(" · ");
