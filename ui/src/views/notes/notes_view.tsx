import { useState } from "react";
import { useKnownOn } from "../../model/clocks";
import { show } from "../../model/frame";
import { Empty } from "../empty";
import { EventLink } from "../event_link";
import { MoreButton } from "../more_button";
import { say } from "../say";
import { useAnswer } from "../use_answer";
import { NoteCard } from "./note_card";

/** Each note is a document of its own to draw. */
const FIRST = 100;

/** Every note of the casebook, newest first. */
export function NotesView() {
  const [limit, setLimit] = useState(FIRST);
  const { result: notes } = useAnswer("list_notes", { known_on: useKnownOn() });
  if (!notes) return null;
  if (notes.length === 0) {
    return (
      <Empty
        title={say("notes-empty-title")}
        text={say("notes-empty-text")}
        action={{ label: say("notes-empty-action"), run: () => show("timeline") }}
      />
    );
  }
  const newest = [...notes].sort((a, b) => b.modified.localeCompare(a.modified));
  return (
    <div className="page">
      <header className="page-head">
        <h2>{say("notes-heading")}</h2>
        <p className="quiet">{say("notes-intro")}</p>
        <p className="page-count">{say("notes-count", { count: notes.length })}</p>
      </header>
      <ul className="note-cards">
        {newest.slice(0, limit).map((note) => (
          <li key={note.id}>
            <p className="note-event">
              <EventLink event={note.event_key} earliest={note.event_earliest}>
                {note.event_title}
              </EventLink>
              <span className="row-end">{note.event_date_words}</span>
            </p>
            <NoteCard note={note} />
          </li>
        ))}
      </ul>
      <MoreButton
        shown={Math.min(limit, notes.length)}
        total={notes.length}
        by={FIRST}
        onMore={() => setLimit(limit + FIRST)}
      />
    </div>
  );
}
