import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "react-aria-components";
import { useArrangement } from "../../model/arrangement";
import { useCasebook } from "../../model/casebook";
import { filterOf, showInTable } from "../../model/crowd";
import { useFilter } from "../../model/filter";
import { EventRows } from "../event_rows";
import { say } from "../say";
import { useAnswer } from "../use_answer";
import { focusTimeline } from "./focus";
import type { Crowded } from "./pointer";
import { useWholeCard } from "./use_whole_card";

/** More than these are looked through in the table. */
const ROWS = 100;

interface CrowdCardProps {
  readonly crowded: Crowded;
  readonly onLeave: () => void;
}

/** The events behind a count that no zooming opens, each with the way to it. */
export function CrowdCard({ crowded, onLeave }: CrowdCardProps) {
  const now = useFilter(({ filter }) => filter);
  const by = useArrangement(({ arrangement }) => arrangement.by);
  const filter = filterOf({ ...crowded, by }, now);
  const { result } = useAnswer("list_events", {
    filter,
    sort: "date",
    descending: false,
    offset: 0,
    limit: ROWS,
  });
  const card = useRef<HTMLDivElement>(null);
  const isThere = result !== null;
  const path = useCasebook(({ state }) => (state.kind === "open" ? state.summary.path : null));
  const opened = useRef({ now, by, path });
  const { current: then } = opened;
  // With other events or lanes round it, its count is another one.
  const isLeft = then.now !== now || then.by !== by || then.path !== path;
  useEffect(() => {
    if (isLeft) onLeave();
  }, [isLeft, onLeave]);
  useWholeCard(card, isThere, crowded);
  useEffect(() => {
    if (isThere) card.current?.focus({ preventScroll: true });
  }, [isThere]);
  if (!result) return null;
  const { rows, total } = result;
  const leave = (): void => {
    onLeave();
    focusTimeline();
  };
  return (
    <div
      ref={card}
      className="crowd-card"
      role="dialog"
      aria-labelledby="crowd-title"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        leave();
      }}
    >
      <div className="crowd-head">
        <p className="hover-title" id="crowd-title">
          {say("lane-events", { count: total })}
        </p>
        <Button className="icon-button" aria-label={say("crowd-close")} onPress={leave}>
          <X aria-hidden size="1rem" />
        </Button>
      </div>
      <div className="crowd-list">
        <EventRows events={rows} />
      </div>
      {total > rows.length && (
        <Button className="button small" onPress={() => showInTable(filter)}>
          {say("crowd-table", { count: total })}
        </Button>
      )}
    </div>
  );
}
