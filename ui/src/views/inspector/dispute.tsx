import { Plus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { Record as CaseRecord, EventDetail, NamedRef } from "../../ipc/generated/bindings";
import { useIsReadOnly } from "../../model/casebook";
import { edit, editAndTell } from "../../model/edits";
import { AddButton, EditButton } from "../edit/edit_buttons";
import { EditForm } from "../edit/edit_form";
import { AreaField, DateTextField, TextField } from "../edit/fields";
import { Kept, useKept } from "../edit/kept";
import type { Option } from "../edit/picker";
import { RecordPicker } from "../edit/pickers";
import { Unread } from "../edit/unread";
import { useEditing } from "../edit/use_editing";
import { say } from "../say";
import { isGone, useAnswer } from "../use_answer";

/** Where sources disagree on the date: which is taken, and why. */
export function Dispute({ detail }: { readonly detail: EventDetail }) {
  const { dispute } = detail;
  const editing = useEditing(`dispute ${detail.key}`);
  const isReadOnly = useIsReadOnly();
  if (!dispute && isReadOnly) return null;
  return (
    <div ref={editing.root as React.RefObject<HTMLDivElement | null>}>
      {editing.open !== null ? (
        <Kept editing={editing}>
          <DisputeForm detail={detail} onLeave={editing.end} />
        </Kept>
      ) : dispute ? (
        <section className="box" aria-labelledby="dispute-heading">
          <div className="box-head">
            <h3 className="box-heading" id="dispute-heading">
              {say("inspector-dispute")}
            </h3>
            {!isReadOnly && (
              <EditButton label={say("dispute-change")} entry="dispute" editing={editing} />
            )}
          </div>
          <p className="box-line">
            <strong>{say("inspector-dispute-chosen", { words: dispute.chosen_words })}</strong>
          </p>
          <ul className="dispute-others">
            {dispute.others.map(({ value, words, source, what }) => (
              <li key={`${value} ${source?.id} ${what}`}>
                {words}
                {(source || what) && (
                  <span className="quiet">
                    {" "}
                    {[source?.name, what].filter(Boolean).join(" · ")}
                  </span>
                )}
              </li>
            ))}
          </ul>
          <p className="quiet">{dispute.reason}</p>
        </section>
      ) : (
        <AddButton label={say("dispute-add")} editing={editing} />
      )}
    </div>
  );
}

interface FormProps {
  readonly detail: EventDetail;
  readonly onLeave: (isGone?: boolean) => void;
}

function DisputeForm({ detail, onLeave }: FormProps) {
  const question = { kind: "disputed-date" as const, id: detail.id };
  const { result, error } = useAnswer("get_record", detail.dispute ? question : null, isGone);
  if (!detail.dispute) {
    const start = { event: detail.id, chosen: detail.date, others: [BLANK], reason: "" };
    return (
      <Fields known={{ kind: "disputed-date", ...start }} names={[]} isNew onLeave={onLeave} />
    );
  }
  if (error) return <Unread error={error} onLeave={onLeave} />;
  if (result?.record.kind !== "disputed-date") return null;
  return <Fields known={result.record} names={result.names} isNew={false} onLeave={onLeave} />;
}

type KnownDispute = Extract<CaseRecord, { kind: "disputed-date" }>;

const BLANK = { value: "", source: "", what: "" };

interface Other {
  readonly number: number;
  readonly value: string;
  readonly source: Option | null;
  readonly what: string;
}

interface FieldsProps {
  readonly known: KnownDispute;
  readonly names: readonly NamedRef[];
  readonly isNew: boolean;
  readonly onLeave: (isGone?: boolean) => void;
}

function Fields({ known, names, isNew, onLeave }: FieldsProps) {
  // The casebook may change while one writes: what is saved is told from where one began.
  const [start] = useState(known);
  const [chosen, setChosen] = useKept("chosen", start.chosen);
  const [reason, setReason] = useKept("reason", start.reason);
  const [others, setOthers] = useKept<readonly Other[]>(
    "others",
    start.others.map(({ value, source, what }, number) => {
      const name = names.find(({ id }) => id === source)?.name ?? source;
      return { number, value, what, source: source === "" ? null : { id: source, name } };
    }),
  );
  const change = (number: number, part: Partial<Other>): void =>
    setOthers(others.map((one) => (one.number === number ? { ...one, ...part } : one)));

  const save = async () => {
    const told = others.filter(({ value, source, what }) => value || source || what);
    const record: KnownDispute = {
      kind: "disputed-date",
      event: start.event,
      chosen,
      reason,
      others: told.map(({ value, source, what }) => ({
        value,
        source: source?.id ?? "",
        what,
      })),
    };
    const outcome = await edit("put_record", {
      of: isNew ? null : { id: start.event, record: start },
      record,
    });
    if ("error" in outcome) return outcome.error;
    onLeave();
    return null;
  };
  const remove = async (): Promise<void> => {
    if (await editAndTell("remove_record", { kind: "disputed-date", id: start.event }))
      onLeave();
  };

  return (
    <EditForm
      label={say(isNew ? "dispute-add" : "dispute-change")}
      onSave={save}
      onLeave={onLeave}
      onDelete={isNew ? undefined : remove}
    >
      <DateTextField
        name="chosen"
        label={say("dispute-chosen")}
        value={chosen}
        onChange={setChosen}
        isFirst
      />
      {others.map(({ number, value, source, what }, place) => (
        <fieldset className="edit-group" key={number}>
          <legend>{say("dispute-other", { number: place + 1 })}</legend>
          <div className="edit-pair">
            <DateTextField
              name="others"
              label={say("dispute-value")}
              value={value}
              onChange={(text) => change(number, { value: text })}
            />
            <TextField
              name="what"
              label={say("dispute-what")}
              value={what}
              onChange={(text) => change(number, { what: text })}
              placeholder={say("dispute-what-example")}
            />
          </div>
          <RecordPicker
            kind="source"
            name="source"
            label={say("dispute-source")}
            value={source}
            onChange={(option) => change(number, { source: option })}
          />
          <Button
            className="icon-button small edit-group-remove"
            aria-label={say("dispute-other-remove", { number: place + 1 })}
            onPress={() => setOthers(others.filter((one) => one.number !== number))}
          >
            <X aria-hidden size="0.8125rem" />
          </Button>
        </fieldset>
      ))}
      <Button
        className="add-button"
        onPress={() => {
          const number = 1 + Math.max(-1, ...others.map((one) => one.number));
          setOthers([...others, { number, value: "", source: null, what: "" }]);
        }}
      >
        <Plus aria-hidden size="0.8125rem" />
        {say("dispute-other-add")}
      </Button>
      <AreaField
        name="reason"
        label={say("dispute-reason")}
        value={reason}
        onChange={setReason}
        placeholder={say("dispute-reason-example")}
      />
    </EditForm>
  );
}
