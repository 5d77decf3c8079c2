import { ChevronDown, ChevronRight } from "lucide-react";
import type { GroupBy, LaneFacet } from "../../ipc/generated/bindings";
import {
  GROUPINGS,
  groupBy,
  inOrder,
  isArranged,
  isFolded,
  isHidden,
  moveLane,
  resetLanes,
  resizeLane,
  toggleFolded,
  toggleHidden,
  useArrangement,
} from "../../model/arrangement";
import { useFilter } from "../../model/filter";
import { rowsNow } from "../../model/timeline";
import { say, sayNumber } from "../say";
import { useAnswer } from "../use_answer";
import { useLaneDrag } from "./use_lane_drag";

/**
 * What the timeline has its lanes by, and each of them: shown or hidden, folded or open.
 * A lane of the casebook that is hidden is left out of every view; a court, a person or
 * anything else only of the timeline.
 */
export function LanesPanel() {
  const arrangement = useArrangement(({ arrangement }) => arrangement);
  const { by } = arrangement;
  const filter = useFilter(({ filter }) => filter);
  const asked = by === "lane" ? { ...filter, lanes: null, hidden_lanes: null } : filter;
  const { result } = useAnswer("list_lanes", { filter: asked, by });
  const lanes = result ?? [];
  const under = (parent: string | null): LaneFacet[] =>
    inOrder(
      lanes.filter((lane) => lane.parent === parent),
      arrangement,
    );
  const siblings = (id: string): string[] => {
    const lane = lanes.find((other) => other.id === id);
    return under(lane?.parent ?? null).map((other) => other.id);
  };
  const { dragged, handlers } = useLaneDrag(siblings);
  const rows = (parent: string | null): React.ReactNode =>
    under(parent).map((lane, _, all) => (
      <li key={lane.id}>
        <LaneRow lane={lane} ids={all.map(({ id }) => id)} isDragged={lane.id === dragged} />
        {lane.is_parent &&
          !isFolded(arrangement, lane.id) &&
          !isHidden(arrangement, filter, lane.id) && (
            <ul className="lane-list">{rows(lane.id)}</ul>
          )}
      </li>
    ));
  return (
    <section aria-labelledby="lanes-heading">
      <h2 className="visually-hidden" id="lanes-heading">
        {say("lanes-heading")}
      </h2>
      <label className="lanes-by">
        <span>{say("lanes-by")}</span>
        <select value={by} onChange={({ target }) => groupBy(target.value as GroupBy)}>
          {GROUPINGS.map((name) => (
            <option key={name} value={name}>
              {say(`lanes-by-${name}`)}
            </option>
          ))}
        </select>
      </label>
      {result && lanes.length === 0 && <p className="side-note">{say("lanes-none")}</p>}
      <ul
        className="lane-list"
        aria-describedby="lanes-keys"
        data-dragging={dragged !== null}
        {...handlers}
      >
        {rows(null)}
      </ul>
      <p id="lanes-keys" hidden>
        {say("lanes-keys")}
      </p>
      {isArranged(arrangement, filter) && (
        <button type="button" className="button small" onClick={resetLanes}>
          {say("lanes-reset")}
        </button>
      )}
    </section>
  );
}

interface LaneRowProps {
  readonly lane: LaneFacet;
  /** Of the lanes that stand with it, in their order. */
  readonly ids: readonly string[];
  readonly isDragged: boolean;
}

function LaneRow({ lane, ids, isDragged }: LaneRowProps) {
  const { id, name, colour, events } = lane;
  const arrangement = useArrangement(({ arrangement }) => arrangement);
  const filter = useFilter(({ filter }) => filter);
  const folded = isFolded(arrangement, id);
  const onKey = (event: React.KeyboardEvent): void => {
    const down = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (down === undefined || (!event.altKey && !event.shiftKey)) return;
    event.preventDefault();
    if (event.altKey) moveLane(id, down > 0 ? 1 : -1, ids);
    // What is above others has room for its name.
    else if (!lane.is_parent) resizeLane(id, down, rowsNow(id));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of what is in it
    <div
      className="lane-row"
      data-lane={id}
      data-colour={colour}
      data-dragged={isDragged}
      onKeyDown={onKey}
    >
      <label className="lane-choice">
        <input
          type="checkbox"
          className="lane-box"
          checked={!isHidden(arrangement, filter, id)}
          onChange={() => toggleHidden(id, ids)}
        />
        <span className="lane-name">{name}</span>
        <span className="count">{sayNumber(events)}</span>
      </label>
      <button
        type="button"
        className="lane-fold"
        aria-expanded={!folded}
        aria-label={say("lanes-fold", { name })}
        onClick={() => toggleFolded(id)}
      >
        {folded ? (
          <ChevronRight aria-hidden size="0.875rem" />
        ) : (
          <ChevronDown aria-hidden size="0.875rem" />
        )}
      </button>
    </div>
  );
}
