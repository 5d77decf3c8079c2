import "./timeline.css";
import { useCasebook } from "../../model/casebook";
import { openEntry } from "../../model/entry";
import { previewImport } from "../../model/exchange";
import { clearFilter, isFiltering, useFilter } from "../../model/filter";
import { clearSearch } from "../../model/search";
import { useTimeline } from "../../model/timeline";
import { ChosenBar } from "../editing/chosen_actions";
import { Empty } from "../empty";
import { say } from "../say";
import { EventTwin } from "./event_twin";
import { OverviewStrip } from "./overview_strip";
import { Said } from "./said";
import { TimelineStage } from "./timeline_stage";

export function TimelineView() {
  const events = useCasebook(({ state }) =>
    state.kind === "open" ? state.summary.counts.events : 0,
  );
  const filter = useFilter(({ filter }) => filter);
  const shown = useTimeline(({ picture }) =>
    picture ? picture.lanes.reduce((sum, lane) => sum + lane.events, 0) : null,
  );
  const isNarrowed = filter.search !== null || isFiltering(filter);
  if (events === 0) {
    return (
      <Empty
        title={say("timeline-empty-title")}
        text={say("timeline-empty-text")}
        action={{ label: say("timeline-empty-action"), run: () => void previewImport() }}
        first={{ label: say("timeline-empty-add"), run: openEntry }}
      />
    );
  }
  return (
    <div className="timeline">
      <TimelineStage />
      {shown === 0 && isNarrowed && (
        <div className="timeline-none">
          <Empty
            title={say("timeline-none-title")}
            text={say("timeline-none-text")}
            action={{
              label: say("timeline-none-action"),
              run: () => {
                clearSearch();
                clearFilter();
              },
            }}
          />
        </div>
      )}
      <ChosenBar />
      <OverviewStrip />
      <Said />
      <EventTwin />
    </div>
  );
}
