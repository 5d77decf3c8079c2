import { useCasebook } from "../../model/casebook";
import { toggleLane, useFilter } from "../../model/filter";
import { show, useFrame, VIEWS, type ViewName } from "../../model/frame";
import { say } from "../say";
import { useAnswer } from "../use_answer";
import { Filters } from "./filters";

export function SideBar() {
  const filter = useFilter(({ filter }) => filter);
  const { result: facets } = useAnswer("list_facets", { filter });
  return (
    <div className="side-scroll">
      <ViewList />
      <section aria-labelledby="lanes-heading">
        <h2 className="side-heading" id="lanes-heading">
          {say("lanes-heading")}
        </h2>
        {facets && facets.lanes.length === 0 && (
          <p className="side-note">{say("lanes-none")}</p>
        )}
        {facets?.lanes.map((lane) => {
          const all = facets.lanes.map(({ id }) => id);
          return (
            <label className="lane-row" key={lane.id} data-colour={lane.colour}>
              <input
                type="checkbox"
                className="lane-box"
                checked={filter.lanes?.includes(lane.id) ?? true}
                onChange={() => toggleLane(lane.id, all)}
              />
              <span className="lane-name">{lane.name}</span>
              <span className="count">{lane.events}</span>
            </label>
          );
        })}
      </section>
      {facets && facets.lanes.length > 0 && <Filters facets={facets} />}
    </div>
  );
}

function ViewList() {
  const view = useFrame((frame) => frame.view);
  const state = useCasebook(({ state }) => state);
  const counts = state.kind === "open" ? state.summary.counts : null;
  const { result: findings } = useAnswer("count_findings", {});
  const count: Partial<Record<ViewName, number | undefined>> = {
    evidence: counts?.sources,
    notes: counts?.notes,
    principles: counts?.principles,
    check: findings?.open || undefined,
  };
  return (
    <nav aria-labelledby="views-heading">
      <h2 className="side-heading" id="views-heading">
        {say("views-heading")}
      </h2>
      <ul className="view-list">
        {VIEWS.map((name) => (
          <li key={name}>
            <button
              type="button"
              className="view-button"
              aria-current={name === view ? "page" : undefined}
              onClick={() => show(name)}
            >
              <span>{say(`view-${name}`)}</span>
              {count[name] !== undefined && <span className="count">{count[name]}</span>}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
