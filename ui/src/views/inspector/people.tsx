import type { Choice, EventDetail } from "../../ipc/generated/bindings";
import { useIsReadOnly } from "../../model/casebook";
import { AddButton, EditButton } from "../edit/edit_buttons";
import { CheckField, TextField } from "../edit/fields";
import { Kept, useKept } from "../edit/kept";
import type { Option } from "../edit/picker";
import { RecordPicker } from "../edit/pickers";
import { NEW, useEditing } from "../edit/use_editing";
import { say } from "../say";
import { useAnswer } from "../use_answer";
import { PartForm } from "./part_form";

interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly judge: boolean;
}

/** Those who took part: the bench first, then everybody in their roles. */
function peopleOf({ judges, actors }: EventDetail): Person[] {
  const sits = new Set(judges.map(({ id }) => id));
  const bench = judges.filter(({ id }) => !actors.some((actor) => actor.id === id));
  return [
    ...bench.map(({ id, name }) => ({ id, name, role: "", judge: true })),
    ...actors.map(({ id, name, role }) => ({ id, name, role, judge: sits.has(id) })),
  ];
}

export function People({ detail }: { readonly detail: EventDetail }) {
  const editing = useEditing(`people ${detail.key}`);
  const isReadOnly = useIsReadOnly();
  const people = peopleOf(detail);
  if (people.length === 0 && isReadOnly) return null;
  return (
    <section ref={editing.root}>
      <h3 className="section-heading">{say("inspector-people")}</h3>
      <ul className="rows">
        {people.map((person) => {
          const entry = `${person.id} ${person.role}`;
          return (
            <li key={entry}>
              {editing.open === entry ? (
                <Kept editing={editing}>
                  <PersonForm event={detail.id} person={person} onLeave={editing.end} />
                </Kept>
              ) : (
                <div className="row">
                  <span className="row-main">{person.name}</span>
                  <span className="row-end">{roleOf(person)}</span>
                  {!isReadOnly && (
                    <EditButton
                      label={say("part-change-named", { name: person.name })}
                      entry={entry}
                      editing={editing}
                    />
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {!isReadOnly &&
        (editing.open === NEW ? (
          <Kept editing={editing}>
            <PersonForm event={detail.id} person={null} onLeave={editing.end} />
          </Kept>
        ) : (
          <AddButton label={say("part-add-person")} editing={editing} />
        ))}
    </section>
  );
}

function roleOf({ role, judge }: Person): string {
  const bench = say("inspector-judge-role");
  if (!judge || role.toLowerCase().includes(bench)) return role;
  return role === "" ? bench : `${bench} · ${role}`;
}

interface PersonFormProps {
  readonly event: string;
  readonly person: Person | null;
  readonly onLeave: (isGone?: boolean) => void;
}

function PersonForm({ event, person, onLeave }: PersonFormProps) {
  const [actor, setActor] = useKept<Option | null>("actor", person);
  const [role, setRole] = useKept("role", person?.role ?? "");
  const [judge, setJudge] = useKept("judge", person?.judge ?? false);
  const { result: roles } = useAnswer("list_roles", {});
  return (
    <PartForm
      label={say(person ? "part-change-person" : "part-add-person")}
      event={event}
      old={
        person && {
          part: "person",
          actor: { id: person.id },
          role: person.role,
          judge: person.judge,
        }
      }
      fresh={() => ({ part: "person", actor: choiceOf(actor), role, judge })}
      onLeave={onLeave}
      about={person && { kind: "actor", id: person.id }}
    >
      <RecordPicker
        kind="actor"
        name="actor"
        label={say("part-actor")}
        value={actor}
        onChange={setActor}
        mayMake
        isFirst={person === null}
      />
      <TextField
        name="role"
        label={say("part-role")}
        value={role}
        onChange={setRole}
        placeholder={say("part-role-example")}
        list={roles ?? []}
        isFirst={person !== null}
      />
      <CheckField label={say("part-judge")} checked={judge} onChange={setJudge} />
    </PartForm>
  );
}

/** What was picked, as the program takes it; nothing is an identifier that is blank. */
export const choiceOf = (option: Option | null): Choice =>
  option === null ? { id: "" } : option.id === null ? { name: option.name } : { id: option.id };
