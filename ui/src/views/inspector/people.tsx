import type { EventDetail } from "../../ipc/generated/bindings";
import { CheckField, TextField } from "../edit/fields";
import { useKept } from "../edit/kept";
import type { Option } from "../edit/picker";
import { choiceOf, RecordPicker } from "../edit/pickers";
import { say } from "../say";
import { useAnswer } from "../use_answer";
import { NamedList } from "./named_list";
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
  return (
    <NamedList
      list={`people ${detail.key}`}
      heading={say("inspector-people")}
      addLabel={say("part-add-person")}
      entries={peopleOf(detail).map((one) => ({ ...one, entry: `${one.id} ${one.role}` }))}
      row={(person) => (
        <>
          <span className="row-main">{person.name}</span>
          <span className="row-end">{roleOf(person)}</span>
        </>
      )}
      form={(person, onLeave) => (
        <PersonForm event={detail.id} person={person} onLeave={onLeave} />
      )}
    />
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
