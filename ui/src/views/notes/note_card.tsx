import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { NoteView } from "../../ipc/generated/bindings";
import { deleteNote, useIsReadOnly } from "../../model/casebook";
import { Blocks } from "../blocks";
import { writtenAt } from "../moments";
import { say } from "../say";
import { NoteField } from "./note_field";

/** A note as it reads; its text can be changed in its place. */
export function NoteCard({ note }: { readonly note: NoteView }) {
  const isReadOnly = useIsReadOnly();
  const [isEdited, setEdited] = useState(false);
  if (isEdited) {
    return <NoteField event={note.event_key} note={note} onLeave={() => setEdited(false)} />;
  }
  const title = note.event_title;
  return (
    <div className="note">
      <div className="note-text">
        <Blocks blocks={note.blocks} />
      </div>
      <div className="note-foot">
        <span>{say("note-written", { when: writtenAt(note.modified) })}</span>
        {!isReadOnly && (
          <span className="note-actions">
            <Button
              className="icon-button small"
              aria-label={say("note-edit-named", { title })}
              onPress={() => setEdited(true)}
            >
              <Pencil aria-hidden size="0.875rem" />
            </Button>
            <Button
              className="icon-button small"
              aria-label={say("note-delete-named", { title })}
              onPress={() => void deleteNote(note.id)}
            >
              <Trash2 aria-hidden size="0.875rem" />
            </Button>
          </span>
        )}
      </div>
    </div>
  );
}
