import "./notes.css";
import { useState } from "react";
import type { NoteView } from "../../ipc/generated/bindings";
import { useIsReadOnly } from "../../model/casebook";
import { say } from "../say";
import { NoteCard } from "./note_card";
import { NoteField } from "./note_field";

interface NoteListProps {
  readonly event: number;
  readonly notes: readonly NoteView[];
}

/** The notes of one event, and the field in which the next one is written. */
export function NoteList({ event, notes }: NoteListProps) {
  const isReadOnly = useIsReadOnly();
  // A note is shown as a card once its writer has left it, and not beside its own field.
  const [written, setWritten] = useState<string | null>(null);
  return (
    <section className="notes" aria-labelledby="event-notes-heading">
      <h3 className="section-heading" id="event-notes-heading">
        {say("view-notes")}
      </h3>
      {notes
        .filter(({ id }) => id !== written)
        .map((note) => (
          <NoteCard key={note.id} note={note} />
        ))}
      {isReadOnly ? (
        <p className="quiet">{say("note-read-only")}</p>
      ) : (
        <NoteField event={event} onWritten={setWritten} />
      )}
    </section>
  );
}
