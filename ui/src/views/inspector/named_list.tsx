import type { ReactNode } from "react";
import type { EventPart } from "../../ipc/generated/bindings";
import { useIsReadOnly } from "../../model/casebook";
import { AddButton, EditButton } from "../edit/edit_buttons";
import { Kept, useKept } from "../edit/kept";
import type { Option } from "../edit/picker";
import { RecordPicker } from "../edit/pickers";
import { NEW, useEditing } from "../edit/use_editing";
import { say } from "../say";
import { PartForm } from "./part_form";
import { choiceOf } from "./people";

/** The lists of an event that only name records. */
type NamedKind = "principle" | "place";

interface NamedListProps {
  readonly kind: NamedKind;
  readonly event: string;
  readonly heading: string;
  readonly entries: readonly { readonly id: string; readonly name: string }[];
  readonly children: (id: string) => ReactNode;
}

const partOf = (kind: NamedKind, option: Option | null): EventPart =>
  kind === "principle"
    ? { part: "principle", principle: choiceOf(option) }
    : { part: "place", place: choiceOf(option) };

/** The principles or the places of an event. */
export function NamedList({ kind, event, heading, entries, children }: NamedListProps) {
  const editing = useEditing(`${kind} ${event}`);
  const isReadOnly = useIsReadOnly();
  if (entries.length === 0 && isReadOnly) return null;
  const form = (entry: Option | null) => (
    <Kept editing={editing}>
      <NamedForm
        kind={kind}
        event={event}
        entry={entry}
        without={entries.map(({ id }) => id).filter((id) => id !== entry?.id)}
        onLeave={editing.end}
      />
    </Kept>
  );
  return (
    <section ref={editing.root}>
      <h3 className="section-heading">{heading}</h3>
      <ul className="rows">
        {entries.map((entry) => (
          <li key={entry.id}>
            {editing.open === entry.id ? (
              form(entry)
            ) : (
              <div className="row">
                <div className="row-main">{children(entry.id)}</div>
                {!isReadOnly && (
                  <EditButton
                    label={say("part-change-named", { name: entry.name })}
                    entry={entry.id}
                    editing={editing}
                  />
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      {!isReadOnly &&
        (editing.open === NEW ? (
          form(null)
        ) : (
          <AddButton label={say(`part-add-${kind}`)} editing={editing} />
        ))}
    </section>
  );
}

interface NamedFormProps {
  readonly kind: NamedKind;
  readonly event: string;
  readonly entry: Option | null;
  readonly without: readonly string[];
  readonly onLeave: (isGone?: boolean) => void;
}

function NamedForm({ kind, event, entry, without, onLeave }: NamedFormProps) {
  const [option, setOption] = useKept<Option | null>("entry", entry);
  return (
    <PartForm
      label={say(entry ? `part-change-${kind}` : `part-add-${kind}`)}
      event={event}
      old={entry && partOf(kind, entry)}
      fresh={() => partOf(kind, option)}
      onLeave={onLeave}
      about={entry?.id ? { kind, id: entry.id } : null}
    >
      <RecordPicker
        kind={kind}
        name={kind}
        label={say(`part-${kind}`)}
        value={option}
        onChange={setOption}
        without={without}
        mayMake
        isFirst
      />
    </PartForm>
  );
}
