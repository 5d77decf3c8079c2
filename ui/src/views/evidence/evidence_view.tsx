import "./evidence.css";
import { useId, useState } from "react";
import type { SourceRow } from "../../ipc/generated/bindings";
import { useCasebook } from "../../model/casebook";
import { useKnownOn } from "../../model/clocks";
import { previewImport } from "../../model/exchange";
import { RecordButton } from "../edit/record_button";
import { Empty } from "../empty";
import { EventLink } from "../event_link";
import { readWords } from "../inspector/evidence";
import { MoreButton } from "../more_button";
import { say } from "../say";
import { SourceLink } from "../source_link";
import { isGone, useAnswer } from "../use_answer";

/** Of twenty thousand sources the first are read, more when asked for. */
const FIRST = 100;
const MORE = 100;

/** Every source, what it supports, and whether it was read. */
export function EvidenceView() {
  const known_on = useKnownOn();
  const isEmpty = useCasebook(
    ({ state }) => state.kind === "open" && state.summary.counts.sources === 0,
  );
  const [find, setFind] = useState("");
  const [only_unread, setOnlyUnread] = useState(false);
  const query = { find, only_unread, known_on };
  const [limit, readOn] = useReadOn(JSON.stringify(query));
  const { result: page } = useAnswer("list_sources", { query, offset: 0, limit });
  const id = useId();
  if (isEmpty) {
    return (
      <Empty
        title={say("evidence-empty-title")}
        text={say("evidence-empty-text")}
        action={{ label: say("evidence-empty-action"), run: () => void previewImport() }}
      />
    );
  }
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
              checked={only_unread}
              onChange={(event) => setOnlyUnread(event.target.checked)}
            />
            {say("evidence-only-unread")}
          </label>
          <p className="page-count" role="status">
            {page && say("evidence-count", { count: page.total })}
          </p>
        </div>
      </header>
      {page?.total === 0 && <p className="quiet">{say("evidence-none")}</p>}
      <ul className="sources">
        {page?.rows.map((source) => (
          <SourceCard key={source.id} source={source} />
        ))}
      </ul>
      {page && (
        <MoreButton shown={page.rows.length} total={page.total} by={MORE} onMore={readOn} />
      )}
    </div>
  );
}

/** How many are read, which begins anew with another question, and the way to read on. */
function useReadOn(question: string): [number, () => void] {
  const [read, setRead] = useState({ question, limit: FIRST });
  const limit = read.question === question ? read.limit : FIRST;
  return [limit, () => setRead({ question, limit: limit + MORE })];
}

function SourceCard({ source }: { readonly source: SourceRow }) {
  const { id, title, publisher, date_words, url, read, read_scope, note } = source;
  const heading = useId();
  const known_on = useKnownOn();
  return (
    <li className="source">
      <div className="source-head">
        <h3 id={heading} className="source-title">
          {title}
        </h3>
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
      <Uses key={known_on} source={source} known_on={known_on} heading={heading} />
    </li>
  );
}

interface UsesProps {
  readonly source: SourceRow;
  readonly known_on: string | null;
  readonly heading: string;
}

/** What a source supports: the first of it, and the rest when asked for. */
function Uses({ source: { id, uses, supports }, known_on, heading }: UsesProps) {
  const [limit, setLimit] = useState<number | null>(null);
  const asked = limit === null ? null : { source: id, known_on, limit };
  const { result } = useAnswer("list_source_uses", asked, isGone);
  const shown = result ?? supports;
  return (
    <>
      <ul className="source-uses">
        {shown.map((use) => (
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
      <MoreButton
        shown={shown.length}
        total={uses}
        by={MORE}
        of={heading}
        onMore={() => setLimit(shown.length + MORE)}
      />
    </>
  );
}
