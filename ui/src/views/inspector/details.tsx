import type { EventDetail } from "../../ipc/generated/bindings";
import { say, sayOr } from "../say";

/** People, places and codes of the event, and how far it can be trusted. */
export function Details({ detail }: { readonly detail: EventDetail }) {
  const { judges, actors, places, principles, jurisdictions, confidence } = detail;
  const people = [
    ...judges
      .filter(({ id }) => !actors.some((actor) => actor.id === id))
      .map(({ id, name }) => ({ id, name, role: say("inspector-judge-role") })),
    ...actors,
  ];
  return (
    <>
      {people.length > 0 && (
        <section>
          <h3 className="section-heading">{say("inspector-people")}</h3>
          <ul className="rows">
            {people.map(({ id, name, role }) => (
              <li className="row" key={`${id} ${role}`}>
                <span className="row-main">{name}</span>
                <span className="row-end">{role}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {places.length > 0 && (
        <section>
          <h3 className="section-heading">{say("inspector-places")}</h3>
          <ul className="rows">
            {places.map(({ id, name, role, confidence: trust }) => (
              <li className="row" key={id}>
                <div className="row-main">
                  {name}
                  <span className="grounds">
                    {[role, trust === "known" && sayOr("confidence", trust)]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {principles.length > 0 && (
        <section>
          <h3 className="section-heading">{say("inspector-principles")}</h3>
          <ul className="bullets">
            {principles.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </section>
      )}
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
