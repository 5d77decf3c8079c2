import { useState } from "react";
import type {
  Record as CaseRecord,
  RelationForm as RelationDraft,
} from "../../ipc/generated/bindings";
import { edit, editAndTell } from "../../model/edits";
import { EditForm } from "../edit/edit_form";
import {
  AreaField,
  type ChoiceGroup,
  DateTextField,
  SelectField,
  TextField,
} from "../edit/fields";
import { useKept } from "../edit/kept";
import type { Option } from "../edit/picker";
import { EventPicker } from "../edit/pickers";
import { Unread } from "../edit/unread";
import { say } from "../say";
import { isGone, useAnswer } from "../use_answer";

/** As the program orders them: first those that change what stands. */
const ACTS = [
  "affirms",
  "reverses",
  "vacates",
  "quashes",
  "stays",
  "lifts-stay",
  "moots",
  "supersedes",
  "withdraws",
  "invalidates",
  "repeals",
  "reinstates",
  "appeals-from",
  "denies-review",
  "dismisses-appeal",
  "responds-to",
  "follows",
  "cites",
  "enacts",
  "amends",
] as const;

type KnownRelation = Extract<CaseRecord, { kind: "relation" }>;

const BASES = ["read", "editorial", "known"] as const;

/** From which of its two events a relation is looked at. */
export type End = "from" | "to";

interface RelationFormProps {
  /** The event that is looked at. */
  readonly event: { readonly id: string; readonly title: string };
  /** The other one, where it is known already. */
  readonly other: Option | null;
  readonly onLeave: (isGone?: boolean) => void;
}

/** Relates the event to another one. */
export function NewRelation({ event, other, onLeave }: RelationFormProps) {
  return <Fields event={event} other={other} known={null} end="from" onLeave={onLeave} />;
}

interface ChangeRelationProps extends RelationFormProps {
  readonly of: string;
  readonly end: End;
}

/** Changes a relation, or deletes it. */
export function ChangeRelation({ event, other, of, end, onLeave }: ChangeRelationProps) {
  const { result, error } = useAnswer("get_record", { kind: "relation", id: of }, isGone);
  if (error) return <Unread error={error} onLeave={onLeave} />;
  if (result?.record.kind !== "relation") return null;
  return (
    <Fields event={event} other={other} end={end} known={result.record} onLeave={onLeave} />
  );
}

interface FieldsProps extends RelationFormProps {
  readonly end: End;
  /** The relation that is changed; `null` for a new one. */
  readonly known: KnownRelation | null;
}

function Fields({ event, other: given, end, known, onLeave }: FieldsProps) {
  // The casebook may change while one writes: what is saved is told from where one began.
  const [before] = useState(known);
  const of = before?.id ?? null;
  const start: Partial<RelationDraft> = before ?? {};
  // An act and from which end it is said: "from affirms", "to affirms".
  const [act, setAct] = useKept("act", `${end} ${start.type ?? "responds-to"}`);
  const [other, setOther] = useKept<Option | null>("other", given);
  const [effective, setEffective] = useKept("effective", start.effective ?? "");
  const [part, setPart] = useKept("part", start.part ?? "");
  const [basis, setBasis] = useKept("basis", start.basis ?? "");
  const [note, setNote] = useKept("note", start.note ?? "");
  const groups: readonly ChoiceGroup[] = [
    {
      label: say("relation-this-acts"),
      choices: ACTS.map((word) => ({ value: `from ${word}`, label: say(`act-${word}`) })),
    },
    {
      label: say("relation-this-is-acted-on"),
      choices: ACTS.map((word) => ({ value: `to ${word}`, label: say(`acted-${word}`) })),
    },
  ];

  const save = async () => {
    const [seen = "from", type = ""] = act.split(" ");
    const isOrigin = seen === "from";
    const otherId = other?.id ?? "";
    const record: KnownRelation = {
      kind: "relation",
      id: of ?? "",
      from: isOrigin ? event.id : otherId,
      type,
      to: isOrigin ? otherId : event.id,
      part,
      effective,
      basis,
      note,
    };
    const outcome = await edit("put_record", {
      of: before && { id: before.id, record: before },
      record,
    });
    if ("did" in outcome) {
      onLeave();
      return null;
    }
    // Whichever end the other event is: it is the one that is asked for here.
    const { error } = outcome;
    return error.field === "from" || error.field === "to"
      ? { ...error, field: "other" }
      : error;
  };
  const remove = async (): Promise<void> => {
    if (of !== null && (await editAndTell("remove_record", { kind: "relation", id: of })))
      onLeave(true);
  };

  return (
    <EditForm
      label={say(of === null ? "relation-new" : "relation-change")}
      onSave={save}
      onLeave={onLeave}
      onDelete={of === null ? undefined : remove}
    >
      <SelectField
        name="type"
        label={say("relation-act")}
        value={act}
        onChange={setAct}
        groups={groups}
        isFirst={of !== null || given !== null}
      />
      <EventPicker
        name="other"
        label={say("relation-other")}
        value={other}
        onChange={setOther}
        without={event.id}
        isFirst={of === null && given === null}
      />
      <div className="edit-pair">
        <DateTextField
          name="effective"
          label={say("relation-effective")}
          value={effective}
          onChange={setEffective}
          placeholder={say("relation-effective-hint")}
        />
        <TextField
          name="part"
          label={say("relation-part")}
          value={part}
          onChange={setPart}
          placeholder={say("relation-part-hint")}
        />
      </div>
      <SelectField
        name="basis"
        label={say("relation-basis")}
        value={basis}
        onChange={setBasis}
        choices={[
          { value: "", label: say("relation-basis-none") },
          ...BASES.map((word) => ({ value: word, label: say(`basis-${word}`) })),
        ]}
      />
      <AreaField name="note" label={say("relation-note")} value={note} onChange={setNote} />
    </EditForm>
  );
}
