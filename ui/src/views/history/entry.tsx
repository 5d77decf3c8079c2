import { memo, useId } from "react";
import type { HistoryChange, HistoryEntryView } from "../../ipc/generated/bindings";
import { openDialog } from "../../model/frame";
import { openEntry } from "../../model/history";
import { EventLink } from "../event_link";
import { timeOfMoment } from "../moments";
import { say } from "../say";
import { Change } from "./change";

/** As many as are read in passing; the others are asked for. */
const FIRST = 3;

/** What was done, as a sentence. */
export function sayEntry({ author, done }: HistoryEntryView, isSigned: boolean): string {
  return isSigned && author !== null
    ? say("history-said-by", { author, done })
    : done.charAt(0).toUpperCase() + done.slice(1);
}

interface HistoryEntryProps {
  readonly entry: HistoryEntryView;
  readonly isOpened: boolean;
  readonly isActive: boolean;
  readonly isSigned: boolean;
  readonly mayGoBack: boolean;
}

export const HistoryEntry = memo(function HistoryEntry(props: HistoryEntryProps) {
  const { entry, isOpened, isActive, isSigned, mayGoBack } = props;
  const heading = useId();
  const hasMore = entry.more || entry.changes.length > FIRST || isOpened;
  const shown = isOpened ? entry.changes : entry.changes.slice(0, FIRST);
  const event = onlyEvent(entry);
  // The keys go from entry to entry; what can be done with one is next to it.
  const tabIndex = isActive ? 0 : -1;
  return (
    <article
      className="history-entry"
      data-entry={entry.id}
      data-kind={entry.kind}
      tabIndex={tabIndex}
      aria-labelledby={heading}
      onKeyDown={(key) => {
        if (key.key !== "Enter" || key.target !== key.currentTarget || !hasMore) return;
        key.preventDefault();
        void openEntry(entry.id);
      }}
    >
      <time className="history-time" dateTime={entry.at}>
        {timeOfMoment(entry.at)}
      </time>
      <div className="history-body">
        <div className="history-head">
          <p className="history-sentence" id={heading}>
            {sayEntry(entry, isSigned)}
          </p>
          <p className="history-actions">
            {event !== null && (
              <EventLink event={event} tabIndex={tabIndex}>
                {say("history-see-event")}
              </EventLink>
            )}
            {mayGoBack && (
              <button
                type="button"
                className="text-button"
                tabIndex={tabIndex}
                aria-describedby={heading}
                onClick={() => openDialog({ kind: "go-back", entry: entry.id })}
              >
                {say("history-go-back")}
              </button>
            )}
          </p>
        </div>
        <ul className="history-changes">
          {shown.map((change, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: changes have only their order
            <Change key={index} change={change} among={entry} isWhole={isOpened} />
          ))}
        </ul>
        {isOpened && entry.more && <p className="quiet">{say("history-rows-more")}</p>}
        {hasMore && (
          <button
            type="button"
            className="text-button history-all"
            tabIndex={tabIndex}
            aria-expanded={isOpened}
            aria-describedby={heading}
            onClick={() => void openEntry(entry.id)}
          >
            {say(isOpened ? "history-fewer" : "history-all-changes")}
          </button>
        )}
      </div>
    </article>
  );
});

/** The event that an entry is about, if it is about one that is still there. */
function onlyEvent({ changes }: HistoryEntryView): number | null {
  const events = new Set(changes.map(({ event }: HistoryChange) => event));
  events.delete(null);
  const [only = null] = events;
  return events.size === 1 ? only : null;
}
