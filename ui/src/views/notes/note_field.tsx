import { useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import type { NoteView } from "../../ipc/generated/bindings";
import { type DraftState, NoteDraft } from "../../model/note_draft";
import { saveNote } from "../../model/notes";
import { say } from "../say";
import { focusTimeline } from "../timeline/focus";
import { pasteMarkdown } from "./paste_markdown";

interface NoteFieldProps {
  readonly event: number;
  /** The note to change; without one, a new note is written. */
  readonly note?: NoteView;
  /** A new note has been saved under this id; null once it is left. */
  readonly onWritten?: (id: string | null) => void;
  readonly onLeave?: () => void;
}

/** A field whose text is saved while it is written. */
export function NoteField({ event, note, onWritten, onLeave }: NoteFieldProps) {
  const [text, setText] = useState(note?.markdown ?? "");
  const [state, setState] = useState<DraftState>("empty");
  const draft = useRef<NoteDraft | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();

  const open = (): NoteDraft => {
    draft.current ??= new NoteDraft(
      { note: note?.id ?? null, markdown: note?.markdown ?? "" },
      async (of, markdown) => {
        const saved = await saveNote(event, of, markdown);
        if (!note) onWritten?.(saved);
        return saved;
      },
      setState,
    );
    return draft.current;
  };

  const leave = async (): Promise<void> => {
    await draft.current?.flush();
    if (field.current === document.activeElement) return;
    if (draft.current?.isSaved ?? true) {
      draft.current = null;
      setState("empty");
      setText(note?.markdown ?? "");
      onWritten?.(null);
      onLeave?.();
    }
  };

  useFlushOnHide(draft);
  useRoomForText(field, text);
  useEffect(() => {
    if (note) field.current?.focus();
  }, [note]);

  return (
    <div className="note-field">
      <label className="visually-hidden" htmlFor={id}>
        {say(note ? "note-edit-label" : "note-label")}
      </label>
      <textarea
        ref={field}
        id={id}
        rows={1}
        value={text}
        placeholder={say("note-write")}
        onPaste={pasteMarkdown}
        onChange={(change) => {
          setText(change.target.value);
          open().write(change.target.value);
        }}
        onBlur={() => void leave()}
        onKeyDown={(key) => {
          if (key.key !== "Escape") return;
          key.preventDefault();
          field.current?.blur();
          focusTimeline();
        }}
      />
      <p className="note-state">
        <span role="status" data-state={state}>
          {state !== "empty" && say(`note-state-${state}`)}
        </span>
        <span className="quiet">{text !== "" && say("note-hint")}</span>
      </p>
    </div>
  );
}

/** The field is as high as its text, lines that wrap included. */
function useRoomForText(
  field: React.RefObject<HTMLTextAreaElement | null>,
  text: string,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is what has the height
  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.height = "auto";
    const borders = area.offsetHeight - area.clientHeight;
    area.style.height = `${area.scrollHeight + borders}px`;
  }, [field, text]);
}

/** What is still in the field is saved when the window loses the reader or is closed. */
function useFlushOnHide(draft: React.RefObject<NoteDraft | null>): void {
  useEffect(() => {
    const flush = (): void => void draft.current?.flush();
    window.addEventListener("blur", flush);
    window.addEventListener("pagehide", flush);
    return () => {
      window.removeEventListener("blur", flush);
      window.removeEventListener("pagehide", flush);
      flush();
    };
  }, [draft]);
}
