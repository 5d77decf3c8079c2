import { useEffect, useRef } from "react";
import { useKnownOn } from "../../model/clocks";
import { useSelection } from "../../model/selection";
import { NewRelation } from "../inspector/relation_form";
import { say } from "../say";
import { useAnswer } from "../use_answer";
import { focusTimeline } from "./focus";
import type { Drawn } from "./linking";
import { useWholeCard } from "./use_whole_card";

interface LinkCardProps {
  readonly drawn: Drawn;
  readonly onLeave: () => void;
}

/** What a relation that was just drawn is, beside the mark that it was drawn to. */
export function LinkCard({ drawn, onLeave }: LinkCardProps) {
  const known_on = useKnownOn();
  const { result: from } = useAnswer("get_event", { key: drawn.from, known_on });
  const { result: to } = useAnswer("get_event", { key: drawn.to, known_on });
  const selected = useSelection(({ key }) => key);
  const card = useRef<HTMLDivElement>(null);
  const isThere = from?.key === drawn.from && to?.key === drawn.to;
  const isLeft = selected !== drawn.from;
  useEffect(() => {
    if (isLeft) onLeave();
  }, [isLeft, onLeave]);
  useWholeCard(card, isThere, drawn);
  if (!isThere) return null;
  return (
    <div ref={card} className="link-card" role="dialog" aria-label={say("relation-new")}>
      <p className="link-card-title">{from.title}</p>
      <NewRelation
        event={from}
        other={{ id: to.id, name: to.title }}
        onLeave={() => {
          onLeave();
          focusTimeline();
        }}
      />
    </div>
  );
}
