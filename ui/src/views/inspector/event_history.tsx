import "../history/history.css";
import type { EventDetail } from "../../ipc/generated/bindings";
import { historyQuery, NO_HISTORY_FILTER, showHistoryOf } from "../../model/history";
import { Change } from "../history/change";
import { sayEntry } from "../history/entry";
import { writtenAt } from "../moments";
import { say } from "../say";
import { useAnswer } from "../use_answer";

/** As many as tell what was last done; the History view has them all. */
const LAST = 3;
const CHANGES = 3;

/** What was done to the event, newest first. */
export function EventHistory({ detail }: { readonly detail: EventDetail }) {
  const event = { key: detail.key, title: detail.title };
  const query = historyQuery({ ...NO_HISTORY_FILTER, event });
  const { result: page } = useAnswer("list_history", { query, limit: LAST });
  if (!page || page.entries.length === 0) return null;
  return (
    <section className="event-history" aria-labelledby="event-history-heading">
      <h3 className="section-heading" id="event-history-heading">
        {say("view-history")}
      </h3>
      <ul>
        {page.entries.map((entry) => (
          <li key={entry.id}>
            <p>
              {sayEntry(entry, page.authors.length > 1)}{" "}
              <span className="quiet">{writtenAt(entry.at)}</span>
            </p>
            <ul className="history-changes">
              {entry.changes.slice(0, CHANGES).map((change, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: changes have only their order
                <Change key={index} change={change} among={entry} isWhole={false} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <button type="button" className="text-button" onClick={() => showHistoryOf(event)}>
        {say("event-history-all")}
      </button>
    </section>
  );
}
