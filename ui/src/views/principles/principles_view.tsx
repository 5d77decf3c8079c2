import "./principles.css";
import { Button } from "react-aria-components";
import type { PrincipleRow } from "../../ipc/generated/bindings";
import { useKnownOn } from "../../model/clocks";
import { showInTable } from "../../model/crowd";
import { previewImport } from "../../model/exchange";
import { choose, NO_FILTER } from "../../model/filter";
import { show } from "../../model/frame";
import { RecordButton } from "../edit/record_button";
import { Empty } from "../empty";
import { EventRows } from "../event_rows";
import { say, sayOr } from "../say";
import { useAnswer } from "../use_answer";

/** The coding scheme and the events that each code was given to. */
export function PrinciplesView() {
  const { result: principles } = useAnswer("list_principles", { known_on: useKnownOn() });
  if (!principles) return null;
  if (principles.length === 0) {
    return (
      <Empty
        title={say("principles-empty-title")}
        text={say("principles-empty-text")}
        action={{ label: say("principles-empty-action"), run: () => void previewImport() }}
      />
    );
  }
  return (
    <div className="page">
      <header className="page-head">
        <h2>{say("principles-heading")}</h2>
        <p className="quiet">{say("principles-intro")}</p>
      </header>
      <ol className="principles">
        {principles.map((principle) => (
          <PrincipleCard key={principle.id} principle={principle} />
        ))}
      </ol>
    </div>
  );
}

function PrincipleCard({ principle }: { readonly principle: PrincipleRow }) {
  const {
    id,
    number,
    name,
    added_words,
    paraphrase,
    confidence,
    note,
    sources,
    coded,
    events,
  } = principle;
  const known_on = useKnownOn();
  const line = [
    added_words && say("principle-added", { date: added_words }),
    confidence && sayOr("confidence", confidence),
    note,
  ];
  return (
    <li className="principle">
      <span className="principle-number" aria-hidden>
        {number}
      </span>
      <div className="principle-body">
        <div className="principle-head">
          <h3>{name}</h3>
          <RecordButton kind="principle" id={id} name={name} />
        </div>
        <p className="principle-text">{paraphrase}</p>
        <p className="quiet">{line.filter(Boolean).join(" · ")}</p>
        {sources.length > 0 && (
          <p className="quiet">
            {say("principle-sources", { names: sources.map((s) => s.name).join("; ") })}
          </p>
        )}
        {events.length > 0 && (
          <Button
            className="button small"
            onPress={() => {
              choose("principles", [id]);
              show("timeline");
            }}
          >
            {say("principle-show")}
          </Button>
        )}
        <details className="principle-events">
          <summary>{say("principle-events", { count: coded })}</summary>
          <EventRows events={events} />
          {coded > events.length && (
            <Button
              className="button small more-button"
              onPress={() => {
                showInTable({ ...NO_FILTER, known_on, principles: [id] });
              }}
            >
              {say("crowd-table", { count: coded })}
            </Button>
          )}
        </details>
      </div>
    </li>
  );
}
