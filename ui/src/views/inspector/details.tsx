import type { EventDetail, PlaceView } from "../../ipc/generated/bindings";
import { say, sayOr } from "../say";
import { NamedForm } from "./named_form";
import { NamedList } from "./named_list";
import { People } from "./people";

/** People, places and codes of the event, and how far it can be trusted. */
export function Details({ detail }: { readonly detail: EventDetail }) {
  const { id, places, principles, jurisdictions, confidence } = detail;
  return (
    <>
      <People detail={detail} />
      <NamedList
        list={`place ${id}`}
        heading={say("inspector-places")}
        addLabel={say("part-add-place")}
        entries={places.map((place) => ({ ...place, entry: place.id }))}
        row={(place) => <Place place={place} />}
        form={(entry, onLeave) => (
          <NamedForm kind="place" event={id} entry={entry} named={places} onLeave={onLeave} />
        )}
      />
      <NamedList
        list={`principle ${id}`}
        heading={say("inspector-principles")}
        addLabel={say("part-add-principle")}
        entries={principles.map((principle) => ({ ...principle, entry: principle.id }))}
        row={({ name }) => <div className="row-main">{name}</div>}
        form={(entry, onLeave) => (
          <NamedForm
            kind="principle"
            event={id}
            entry={entry}
            named={principles}
            onLeave={onLeave}
          />
        )}
      />
      <dl className="facts">
        {jurisdictions.length > 0 && (
          <div>
            <dt>{say("inspector-jurisdictions")}</dt>
            <dd>{jurisdictions.join(", ")}</dd>
          </div>
        )}
        {confidence && (
          <div>
            <dt>{say("inspector-confidence")}</dt>
            <dd>{sayOr("confidence", confidence)}</dd>
          </div>
        )}
      </dl>
    </>
  );
}

function Place({ place: { name, role, confidence } }: { readonly place: PlaceView }) {
  const grounds = [role, confidence === "known" && sayOr("confidence", confidence)];
  return (
    <div className="row-main">
      {name}
      <span className="grounds">{grounds.filter(Boolean).join(" · ")}</span>
    </div>
  );
}
