import "./evidence.css";
import { useDeferredValue, useId, useState } from "react";
import type { SourceRow } from "../../ipc/generated/bindings";
import { useKnownOn } from "../../model/clocks";
import { previewImport } from "../../model/exchange";
import { RecordButton } from "../edit/record_button";
import { Empty } from "../empty";
import { EventLink } from "../event_link";
import { readWords } from "../inspector/evidence";
import { say } from "../say";
import { SourceLink } from "../source_link";
import { useAnswer } from "../use_answer";

/** Every source, what it supports, and whether it was read. */
export function EvidenceView() {
  const { result: sources } = useAnswer("list_sources", { known_on: useKnownOn() });
  const [find, setFind] = useState("");
  const [onlyUnread, setOnlyUnread] = useState(false);
  const wanted = useDeferredValue(find).trim().toLowerCase();
  const id = useId();
  if (!sources) return null;
  if (sources.length === 0) {
    return (
      <Empty
        title={say("evidence-empty-title")}
        text={say("evidence-empty-text")}
        action={{ label: say("evidence-empty-action"), run: () => void previewImport() }}
      />
    );
  }
  const shown = sources.filter(
    (source) => !(onlyUnread && source.read) && haystack(source).includes(wanted),
  );
  return (
    <div className="page">
      <header className="page-head">
        <h2>{say("evidence-heading")}</h2>
        <p className="quiet">{say("evidence-intro")}</p>
        <div className="page-tools">
          <label className="visually-hidden" htmlFor={id}>
            {say("evidence-find")}
          </label>
          <input
            id={id}
            className="field"
            value={find}
            placeholder={say("evidence-find")}
            onChange={(event) => setFind(event.target.value)}
          />
          <label className="check-row">
            <input
              type="checkbox"
              checked={onlyUnread}
              onChange={(event) => setOnlyUnread(event.target.checked)}
            />
            {say("evidence-only-unread")}
          </label>
          <p className="page-count" role="status">
            {say("evidence-count", { count: shown.length })}
          </p>
        </div>
      </header>
      {shown.length === 0 && <p className="quiet">{say("evidence-none")}</p>}
      <ul className="sources">
        {shown.map((source) => (
          <SourceCard key={source.id} source={source} />
        ))}
      </ul>
    </div>
  );
}

const haystack = ({ title, publisher, supports }: SourceRow): string =>
  [title, publisher, ...supports.map((use) => use.supports)].join(" ").toLowerCase();

function SourceCard({ source }: { readonly source: SourceRow }) {
  const { id, title, publisher, date_words, url, read, read_scope, note, supports } = source;
  return (
    <li className="source">
      <div className="source-head">
        <h3 className="source-title">{title}</h3>
        <span className="tag" data-read={read}>
          {readWords(read, read_scope)}
        </span>
        <RecordButton kind="source" id={id} name={title} />
      </div>
      <p className="source-line">{[publisher, date_words].filter(Boolean).join(" · ")}</p>
      {url && (
        <p className="source-line source-url">
          <SourceLink url={url} label={say("source-open", { url })}>
            {url}
          </SourceLink>
        </p>
      )}
      {note && <p className="source-line">{note}</p>}
      <ul className="source-uses">
        {supports.map((use) => (
          <li key={`${use.event_key} ${use.supports}`}>
            <span className="row-main">
              <EventLink event={use.event_key} earliest={use.event_earliest}>
                {use.event_title}
              </EventLink>
              <span className="supports">{use.supports}</span>
            </span>
            <span className="row-end">{use.event_date_words}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}
