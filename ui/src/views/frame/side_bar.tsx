import { useCasebook } from "../../model/casebook";
import { useKnownOn } from "../../model/clocks";
import { useFilter } from "../../model/filter";
import { useIsChecked } from "../../model/findings";
import { show, useFrame, VIEWS, type ViewName } from "../../model/frame";
import { say, sayNumber } from "../say";
import { useAnswer } from "../use_answer";
import { Filters } from "./filters";
import { LanesPanel } from "./lanes_panel";

export function SideBar() {
  const filter = useFilter(({ filter }) => filter);
  const { result: facets } = useAnswer("list_facets", { filter });
  return (
    <div className="side-scroll">
      <ViewList />
      <LanesPanel />
      {facets && facets.lanes.length > 0 && <Filters facets={facets} />}
    </div>
  );
}

function ViewList() {
  const view = useFrame((frame) => frame.view);
  const state = useCasebook(({ state }) => state);
  const known_on = useKnownOn();
  const { result: known } = useAnswer("count_known", known_on === null ? null : { known_on });
  const whole = state.kind === "open" ? state.summary.counts : null;
  const counts = known_on === null ? whole : known;
  const isChecked = useIsChecked();
  const { result: findings } = useAnswer("count_findings", isChecked ? { known_on } : null);
  const count: Partial<Record<ViewName, number | undefined>> = {
    evidence: counts?.sources,
    notes: counts?.notes,
    principles: counts?.principles,
    check: (isChecked && findings?.open) || undefined,
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
              <Count of={count[name]} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const Count = ({ of }: { readonly of: number | undefined }) =>
  of === undefined ? null : <span className="count">{sayNumber(of)}</span>;
