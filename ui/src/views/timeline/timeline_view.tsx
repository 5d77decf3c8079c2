import "./timeline.css";
import { useEffect } from "react";
import { useCasebook } from "../../model/casebook";
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
  const filter = useFilter(({ filter }) => filter);
  const shown = useTimeline(({ picture }) =>
    picture ? picture.lanes.reduce((sum, lane) => sum + lane.events, 0) : null,
  );
  const isNarrowed = filter.search !== null || isFiltering(filter);
  if (events === 0) return <NothingYet />;
  return (
    <div className="timeline">
      <TimelineStage />
      {furniture && shown === 0 && isNarrowed && (
        <div className="timeline-none">
          <furniture.Empty
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
      {furniture && <furniture.ChosenBar />}
      <OverviewStrip />
      <Said />
      {furniture && <furniture.EventTwin />}
    </div>
  );
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
