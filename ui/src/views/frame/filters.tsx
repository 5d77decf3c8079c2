import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { Button, DialogTrigger, Popover } from "react-aria-components";
import type { Facet, Facets } from "../../ipc/generated/bindings";
import { useCasebook } from "../../model/casebook";
import {
  type ChoiceField,
  changeFilter,
  changeSpan,
  choose,
  clearFilter,
  isFiltering,
  passesLane,
  useFilter,
} from "../../model/filter";
import { DateField } from "../date_field";
import { say, sayNumber, sayOr } from "../say";

export function Filters({ facets }: { readonly facets: Facets }) {
  const filter = useFilter(({ filter }) => filter);
  const total = useCasebook(({ state }) =>
    state.kind === "open" ? state.summary.counts.events : 0,
  );
  const shown = facets.lanes
    .filter(({ id }) => passesLane(filter, id))
    .reduce((sum, lane) => sum + lane.events, 0);
  const kinds = facets.kinds.map((facet) => ({ ...facet, name: sayOr("kind", facet.id) }));
  return (
    <section aria-labelledby="filters-heading">
      <h2 className="side-heading" id="filters-heading">
        {say("filters-heading")}
      </h2>
      <Choice field="kinds" facets={kinds} />
      <Choice field="actors" facets={facets.actors} />
      <Choice field="principles" facets={facets.principles} />
      <div className="span-fields">
        <SpanField end="from" />
        <SpanField end="to" />
        {(filter.from !== null || filter.to !== null) && <SpanReadings />}
      </div>
      <p className="side-note" role="status">
        {shown === total
          ? say("filters-shown-all", { total })
          : say("filters-shown", { shown, total })}
      </p>
      {isFiltering(filter) && (
        <Button className="button small" onPress={clearFilter}>
          {say("filters-clear")}
        </Button>
      )}
    </section>
  );
}

/** Whether a date that is not exact must lie in the span in every reading, or in one. */
function SpanReadings() {
  const chosen = useFilter(({ filter }) => filter.span);
  return (
    <fieldset className="span-readings">
      <legend>{say("filter-span-reading")}</legend>
      {(["possibly", "certainly"] as const).map((span) => (
        <label key={span}>
          <input
            type="radio"
            name="span-reading"
            checked={chosen === span}
            onChange={() => changeFilter({ span })}
          />
          <span>{say(`filter-span-${span}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function SpanField({ end }: { readonly end: "from" | "to" }) {
  const applied = useFilter(({ filter }) => filter[end]) ?? "";
  const apply = (text: string) => changeSpan(end, text);
  return <DateField label={say(`filter-${end}`)} applied={applied} onApply={apply} />;
}

const MANY = 12;

/** A list of which any number may be chosen; choosing none asks for any. */
function Choice({
  field,
  facets,
}: {
  readonly field: ChoiceField;
  readonly facets: readonly Facet[];
}) {
  const chosen = useFilter(({ filter }) => filter[field]) ?? [];
  const [find, setFind] = useState("");
  const wanted = find.trim().toLowerCase();
  const listed = facets
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .sort((a, b) => b.events - a.events || a.name.localeCompare(b.name));
  const label = say(`filter-${field}`);
  const state =
    chosen.length === 0
      ? say("filter-any")
      : chosen.length === 1
        ? (facets.find(({ id }) => id === chosen[0])?.name ?? "")
        : say("filter-chosen", { count: chosen.length });

  const toggle = (id: string): void =>
    choose(field, chosen.includes(id) ? chosen.filter((c) => c !== id) : [...chosen, id]);

  return (
    <DialogTrigger>
      <Button className="choice-button">
        <span>{label}</span>
        <span className="choice-state" data-active={chosen.length > 0}>
          {state}
        </span>
        <ChevronRight aria-hidden size="0.875rem" />
      </Button>
      <Popover className="popover" placement="right top">
        <div className="choice">
          {facets.length > MANY && (
            <input
              className="field"
              value={find}
              aria-label={say("filter-find")}
              placeholder={say("filter-find")}
              onChange={(event) => setFind(event.target.value)}
            />
          )}
          <div className="choice-list">
            {listed.map(({ id, name, events }) => (
              <label className="choice-row" key={id}>
                <input
                  type="checkbox"
                  checked={chosen.includes(id)}
                  onChange={() => toggle(id)}
                />
                <span>{name}</span>
                <span className="count">{sayNumber(events)}</span>
              </label>
            ))}
            {listed.length === 0 && <p className="side-note">{say("filter-nothing-found")}</p>}
          </div>
          {chosen.length > 0 && (
            <Button className="button small" onPress={() => choose(field, [])}>
              {say("filter-clear-choice")}
            </Button>
          )}
        </div>
      </Popover>
    </DialogTrigger>
  );
}
