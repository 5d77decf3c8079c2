import type { ReactNode } from "react";
import { useIsReadOnly } from "../../model/casebook";
import { AddButton, EditButton } from "../edit/edit_buttons";
import { Kept } from "../edit/kept";
import { NEW, useEditing } from "../edit/use_editing";
import { say } from "../say";

interface Named {
  /** Names it among those of its list. */
  readonly entry: string;
  readonly name: string;
}

interface NamedListProps<Entry extends Named> {
  /** Names the list among all lists of all events. */
  readonly list: string;
  readonly heading: ReactNode;
  readonly addLabel: string;
  readonly entries: readonly Entry[];
  /** What is shown of an entry, before the pencil that changes it. */
  readonly row: (entry: Entry) => ReactNode;
  /** The form of an entry; of a new one for `null`. */
  readonly form: (entry: Entry | null, onLeave: (isGone?: boolean) => void) => ReactNode;
}

/** A list of an event, each entry of which is written where it is read. */
export function NamedList<Entry extends Named>({
  list,
  heading,
  addLabel,
  entries,
  row,
  form,
}: NamedListProps<Entry>) {
  const editing = useEditing(list);
  const isReadOnly = useIsReadOnly();
  if (entries.length === 0 && isReadOnly) return null;
  return (
    <section ref={editing.root}>
      <h3 className="section-heading">{heading}</h3>
      <ul className="rows">
        {entries.map((one) => (
          <li key={one.entry}>
            {editing.open === one.entry ? (
              <Kept editing={editing}>{form(one, editing.end)}</Kept>
            ) : (
              <div className="row">
                {row(one)}
                {!isReadOnly && (
                  <EditButton
                    label={say("part-change-named", { name: one.name })}
                    entry={one.entry}
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
          <Kept editing={editing}>{form(null, editing.end)}</Kept>
        ) : (
          <AddButton label={addLabel} editing={editing} />
        ))}
    </section>
  );
}
