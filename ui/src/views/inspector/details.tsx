import type { EventDetail, PlaceView } from "../../ipc/generated/bindings";
import { say, sayOr } from "../say";
import { NamedList } from "./named_list";
import { People } from "./people";

/** People, places and codes of the event, and how far it can be trusted. */
export function Details({ detail }: { readonly detail: EventDetail }) {
  const { id, places, principles, jurisdictions, confidence } = detail;
  return (
    <>
      <People detail={detail} />
      <NamedList kind="place" event={id} heading={say("inspector-places")} entries={places}>
        {(place) => <Place place={places.find((one) => one.id === place)} />}
      </NamedList>
      <NamedList
        kind="principle"
        event={id}
        heading={say("inspector-principles")}
        entries={principles}
      >
        {(principle) => principles.find((one) => one.id === principle)?.name}
      </NamedList>
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

function Place({ place }: { readonly place: PlaceView | undefined }) {
  if (!place) return null;
  const { name, role, confidence } = place;
  const grounds = [role, confidence === "known" && sayOr("confidence", confidence)];
  return (
    <>
      {name}
      <span className="grounds">{grounds.filter(Boolean).join(" · ")}</span>
    </>
  );
}
