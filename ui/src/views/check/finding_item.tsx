import { useId, useRef, useState } from "react";
import { Button } from "react-aria-components";
import type { FindingView } from "../../ipc/generated/bindings";
import { useIsReadOnly } from "../../model/casebook";
import { acceptFinding, withdrawAcceptance } from "../../model/findings";
import { show } from "../../model/frame";
import { chooseScope } from "../../model/procedure";
import { EventLink } from "../event_link";
import { writtenAt } from "../moments";
import { say } from "../say";
import { AcceptField } from "./accept_field";

/** One finding: what it says, where it is, and what may be done about it. */
export function FindingItem({ finding }: { readonly finding: FindingView }) {
  const isReadOnly = useIsReadOnly();
  const [isAccepting, setAccepting] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const message = useId();
  const { accepted } = finding;

  /** It leaves this list; whoever reads on by keyboard goes on beside it. */
  const leave = async (done: Promise<boolean>): Promise<boolean> => {
    const here = item.current;
    const beside = here?.nextElementSibling ?? here?.previousElementSibling;
    const heading = here?.closest(".page")?.querySelector<HTMLElement>("h2");
    const isDone = await done;
    if (isDone) ((beside as HTMLElement | null | undefined) ?? heading)?.focus();
    return isDone;
  };

  return (
    <li
      ref={item}
      className="finding"
      data-severity={finding.severity}
      tabIndex={-1}
      aria-labelledby={message}
    >
      <p className="finding-message" id={message}>
        <span className="tag">
          {say(finding.is_certain ? `severity-${finding.severity}` : "severity-possible")}
        </span>
        {finding.message}
      </p>
      <Places finding={finding} />
      {accepted && (
        <p className="finding-accepted">
          <strong>{accepted.reason}</strong>
          <span className="quiet">
            {say(accepted.author === null ? "findings-accepted-when" : "findings-accepted-by", {
              author: accepted.author ?? "",
              when: writtenAt(accepted.at),
            })}
          </span>
        </p>
      )}
      {!isReadOnly && !isAccepting && (
        <Button
          ref={button}
          className="button small"
          aria-describedby={message}
          onPress={() =>
            accepted ? void leave(withdrawAcceptance(finding.id)) : setAccepting(true)
          }
        >
          {say(accepted ? "findings-withdraw" : "findings-accept")}
        </Button>
      )}
      {isAccepting && (
        <AcceptField
          describedBy={message}
          onAccept={(reason) => leave(acceptFinding(finding.id, reason))}
          onLeave={() => {
            setAccepting(false);
            // The button is drawn again only after this.
            setTimeout(() => button.current?.focus());
          }}
        />
      )}
    </li>
  );
}

function Places({
  finding: { places, events, proceeding },
}: {
  readonly finding: FindingView;
}) {
  const more = events.length - places.length;
  return (
    <>
      {proceeding !== null && (
        <button
          type="button"
          className="text-button"
          onClick={() => {
            chooseScope({ kind: "proceeding", id: proceeding });
            show("procedure");
          }}
        >
          {say("findings-go-procedure")}
        </button>
      )}
      {places.length > 0 && (
        <ul className="finding-places" aria-label={say("findings-go")}>
          {places.map(({ key, title, date_words, earliest }) => (
            <li key={key}>
              <EventLink event={key} earliest={earliest}>
                {title}
              </EventLink>{" "}
              <span className="quiet">{date_words}</span>
            </li>
          ))}
          {more > 0 && (
            <li className="quiet">{say("findings-places-more", { count: more })}</li>
          )}
        </ul>
      )}
    </>
  );
}
