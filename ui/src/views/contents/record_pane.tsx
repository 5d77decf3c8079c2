import { ArrowLeft } from "lucide-react";
import { Button } from "react-aria-components";
import type { RecordView, SharedKind } from "../../ipc/generated/bindings";
import { openRecord, useContents } from "../../model/contents";
import { say } from "../say";
import { isGone, useAnswer } from "../use_answer";
import { blankRecord } from "./fields";
import { focusList } from "./focus";
import { RecordFields } from "./record_fields";
import { RecordUses } from "./record_uses";

interface RecordPaneProps {
  readonly kind: SharedKind;
}

/** The open record: to be written, and what uses it. */
export function RecordPane({ kind }: RecordPaneProps) {
  const open = useContents((contents) => contents.open);
  if (open === null) {
    return (
      <div className="record-pane" data-empty>
        <p className="quiet">{say("contents-choose")}</p>
      </div>
    );
  }
  return (
    <section className="record-pane" aria-label={say("contents-record")}>
      <Button className="text-button record-back" onPress={leave}>
        <ArrowLeft aria-hidden size="0.875rem" /> {say("contents-back")}
      </Button>
      {open === "" ? (
        <RecordFields kind={kind} of={null} view={{ record: blankRecord(kind), names: [] }} />
      ) : (
        <Known key={`${kind} ${open}`} kind={kind} id={open} />
      )}
    </section>
  );
}

function leave(): void {
  openRecord(null);
  focusList();
}

function Known({ kind, id }: { readonly kind: SharedKind; readonly id: string }) {
  // What is not there any more is closed by the list.
  const { result } = useAnswer("get_record", { kind, id }, isGone);
  if (!result || result.record.kind !== kind) return null;
  return (
    <>
      <RecordFields kind={kind} of={id} view={result} />
      <RecordUses kind={kind} id={id} name={nameOf(result)} />
    </>
  );
}

const nameOf = ({ record }: RecordView): string =>
  "title" in record ? record.title : "name" in record ? record.name : "";
