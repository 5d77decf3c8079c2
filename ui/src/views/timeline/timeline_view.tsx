import "./timeline.css";
import { useEffect } from "react";
import type { Filter } from "../../ipc/generated/bindings";
import { showAllLanes, useArrangement } from "../../model/arrangement";
import { useCasebook } from "../../model/casebook";
import { setClock } from "../../model/clocks";
import { openEntry } from "../../model/entry";
import { previewImport } from "../../model/exchange";
import { clearFilter, isFiltering, useFilter } from "../../model/filter";
import { tellFirstPicture } from "../../model/first_picture";
import { clearSearch } from "../../model/search";
import { useTimeline } from "../../model/timeline";
import { useFurniture } from "../frame/later";
import { say } from "../say";
import { OverviewStrip } from "./overview_strip";
import { Said } from "./said";
import { TimelineStage } from "./timeline_stage";

export function TimelineView() {
  const furniture = useFurniture();
  const events = useCasebook(({ state }) =>
    state.kind === "open" ? state.summary.counts.events : 0,
  );
  const shown = useTimeline(({ picture }) =>
    picture ? picture.lanes.reduce((sum, lane) => sum + lane.events, 0) : null,
  );
  if (events === 0) return <NothingYet />;
  return (
    <div className="timeline">
      <TimelineStage />
      {shown === 0 && (
        <div className="timeline-none">
          <NothingShown />
        </div>
      )}
      {furniture && <furniture.ChosenBar />}
      <OverviewStrip />
      <Said />
      {furniture && <furniture.EventTwin />}
    </div>
  );
}

/** Says why nothing is shown, and undoes that; what else hides events is said after. */
function NothingShown() {
  const furniture = useFurniture();
  const filter = useFilter(({ filter }) => filter);
  const hidden = useArrangement(({ arrangement }) => arrangement.hidden.length);
  const why = whyNothing(filter, hidden);
  if (!furniture || !why) return null;
  const { text, action, run } = WHY[why];
  return (
    <furniture.Empty
      title={say("timeline-none-title")}
      text={say(text)}
      action={{ label: say(action), run }}
    />
  );
}

const WHY = {
  narrowed: {
    text: "timeline-none-text",
    action: "timeline-none-action",
    run: () => {
      clearSearch();
      clearFilter();
    },
  },
  hidden: {
    text: "timeline-none-hidden",
    action: "timeline-none-lanes",
    run: showAllLanes,
  },
  unknown: {
    text: "timeline-none-unknown",
    action: "timeline-none-known",
    run: () => setClock("asKnown", null),
  },
} as const;

function whyNothing(filter: Filter, hidden: number): keyof typeof WHY | null {
  if (filter.search !== null || isFiltering(filter)) return "narrowed";
  if (hidden > 0) return "hidden";
  return filter.known_on === null ? null : "unknown";
}

function NothingYet() {
  const furniture = useFurniture();
  useEffect(tellFirstPicture, []);
  return (
    furniture && (
      <furniture.Empty
        title={say("timeline-empty-title")}
        text={say("timeline-empty-text")}
        action={{ label: say("timeline-empty-action"), run: () => void previewImport() }}
        first={{ label: say("timeline-empty-add"), run: openEntry }}
      />
    )
  );
}
