import { useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import type { SharedKind, RecordUses as Uses } from "../../ipc/generated/bindings";
import { useIsReadOnly } from "../../model/casebook";
import { draftKey, keepDraft, openRecord } from "../../model/contents";
import { edit, editAndTell } from "../../model/edits";
import { changeFilter, choose } from "../../model/filter";
import { show } from "../../model/frame";
import { EditForm } from "../edit/edit_form";
import type { Option } from "../edit/picker";
import { RecordPicker } from "../edit/pickers";
import { EventRows } from "../event_rows";
import { say } from "../say";
import { isGone, useAnswer } from "../use_answer";
import { focusList } from "./focus";

interface RecordUsesProps {
  readonly kind: SharedKind;
  readonly id: string;
  readonly name: string;
}

/** The events that use a record, and what can be done with it as a whole. */
export function RecordUses({ kind, id, name }: RecordUsesProps) {
  const { result: uses } = useAnswer("get_record_uses", { kind, id }, isGone);
  const isReadOnly = useIsReadOnly();
  const [asked, setAsked] = useState<"merge" | "delete" | null>(null);
  if (!uses) return null;
  const { events, first } = uses;
  return (
    <>
      {!isReadOnly && asked === null && (
        <div className="button-row record-acts">
          <Button className="button small" onPress={() => setAsked("merge")}>
            {say("contents-merge")}
          </Button>
          <Button className="button small danger" onPress={() => setAsked("delete")}>
            {say("contents-delete")}
          </Button>
        </div>
      )}
      {asked === "merge" && (
        <Merge kind={kind} id={id} name={name} uses={uses} onLeave={() => setAsked(null)} />
      )}
      {asked === "delete" && (
        <Delete
          kind={kind}
          id={id}
          name={name}
          uses={uses}
          onMerge={() => setAsked("merge")}
          onLeave={() => setAsked(null)}
        />
      )}
      <section className="record-events">
        <h3 className="section-heading">{say("contents-used-by", { count: events })}</h3>
        {events > 0 && isFilterable(kind) && (
          <Button className="text-button record-show" onPress={() => showOnTimeline(kind, id)}>
            {say("principle-show")}
          </Button>
        )}
        <EventRows events={first} />
        {events > first.length && (
          <p className="quiet">{say("contents-used-more", { count: events - first.length })}</p>
        )}
      </section>
    </>
  );
}

const isFilterable = (kind: SharedKind): boolean =>
  kind === "lane" || kind === "actor" || kind === "principle";

function showOnTimeline(kind: SharedKind, id: string): void {
  if (kind === "lane") changeFilter({ lanes: [id] });
  else choose(kind === "actor" ? "actors" : "principles", [id]);
  show("timeline");
}

interface AskedProps extends RecordUsesProps {
  readonly uses: Uses;
  readonly onLeave: () => void;
}

/** What it is one with; everything that names this one names that from then on. */
function Merge({ kind, id, name, uses, onLeave }: AskedProps) {
  const [into, setInto] = useState<Option | null>(null);
  const merge = async () => {
    const outcome = await edit("merge_records", { kind, from: id, into: into?.id ?? "" });
    if ("error" in outcome) return { ...outcome.error, field: "into" };
    keepDraft(draftKey(kind, id), null);
    openRecord(outcome.did.id);
    focusList();
    return null;
  };
  return (
    <EditForm
      label={say("contents-merge")}
      onSave={merge}
      onLeave={onLeave}
      saveLabel={say("contents-merge-do")}
    >
      <p className="box-line">{say("contents-merge-text", { name, events: uses.events })}</p>
      <RecordPicker
        kind={kind}
        name="into"
        label={say("contents-merge-into")}
        value={into}
        onChange={setInto}
        without={[id]}
        isFirst
      />
    </EditForm>
  );
}

interface DeleteProps extends AskedProps {
  readonly onMerge: () => void;
}

/** What deleting would touch, before it does. */
function Delete({ kind, id, name, uses, onMerge, onLeave }: DeleteProps) {
  const { events, others, deletable } = uses;
  const [isBusy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const remove = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const isDone = await editAndTell("remove_record", { kind, id });
    setBusy(false);
    if (!isDone) return;
    keepDraft(draftKey(kind, id), null);
    openRecord(null);
    focusList();
  };
  return (
    <div
      className="edit-form"
      role="group"
      aria-label={say("contents-delete")}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onLeave();
      }}
    >
      <p className="box-line">
        {deletable
          ? say("contents-delete-text", { name, events, others })
          : say("contents-delete-not", { name, events })}
      </p>
      <div className="edit-foot">
        {deletable ? (
          <Button ref={button} className="button small danger" onPress={() => void remove()}>
            {say("edit-delete")}
          </Button>
        ) : (
          <Button ref={button} className="button small" onPress={onMerge}>
            {say("contents-merge")}
          </Button>
        )}
        <Button className="button small" onPress={onLeave}>
          {say("edit-cancel")}
        </Button>
      </div>
    </div>
  );
}
