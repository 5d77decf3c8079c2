import { create } from "zustand";
import type { Record as CaseRecord, SharedKind } from "../ipc/generated/bindings";
import { useCasebook } from "./casebook";
import { openInspector, show } from "./frame";
import { holdBack } from "./leaving";

export const SHARED_KINDS = [
  "lane",
  "actor",
  "court",
  "proceeding",
  "principle",
  "source",
  "place",
] as const satisfies readonly SharedKind[];

/** A record while it is written. */
export interface RecordDraft {
  /** What stood in the form when writing began. */
  readonly before: CaseRecord;
  readonly record: CaseRecord;
}

/** Which of the things that events share is looked at. */
export interface ContentsState {
  readonly kind: SharedKind;
  readonly find: string;
  /** The identifier of the record that is open; "" for one that is made, `null` for none. */
  readonly open: string | null;
  /** What was typed and not saved yet, by kind and identifier. */
  readonly drafts: ReadonlyMap<string, RecordDraft>;
}

export const useContents = create<ContentsState>(() => ({
  kind: "lane",
  find: "",
  open: null,
  drafts: new Map(),
}));

export const draftKey = (kind: SharedKind, id: string): string => `${kind} ${id}`;

export const chooseKind = (kind: SharedKind): void =>
  useContents.setState({ kind, find: "", open: null });

export const openRecord = (open: string | null): void => useContents.setState({ open });

/** Goes to a record, from wherever it is named. */
export function goToRecord(kind: SharedKind, id: string): void {
  useContents.setState({ kind, find: "", open: id });
  show("contents");
  // Where there is little room, it would lie over what was asked for.
  openInspector(false);
}

/** Keeps what is typed, or forgets it. */
export function keepDraft(key: string, draft: RecordDraft | null): void {
  const drafts = new Map(useContents.getState().drafts);
  if (draft) drafts.set(key, draft);
  else drafts.delete(key);
  useContents.setState({ drafts });
}

/**
 * A record was saved as it was `sent`. What was typed since goes on as a draft of the record
 * that it became; answers whether there is any.
 */
export function settleDraft(kind: SharedKind, of: string | null, sent: CaseRecord, id: string) {
  const key = draftKey(kind, of ?? "");
  const record = useContents.getState().drafts.get(key)?.record;
  keepDraft(key, null);
  if (!record || record === sent) return false;
  const isNamed = "id" in record && "id" in sent && record.id === sent.id;
  keepDraft(draftKey(kind, id), {
    before: { ...sent, id } as CaseRecord,
    record: isNamed ? { ...record, id } : record,
  });
  return true;
}

const hasDrafts = (): boolean => useContents.getState().drafts.size > 0;

/** What was typed belongs to the casebook that was open then, and keeps the window open. */
export function followContents(): () => void {
  holdBack(hasDrafts);
  return useCasebook.subscribe(({ state }, { state: before }) => {
    if (state.kind !== "open" || before.kind !== "open") return;
    if (state.summary.path !== before.summary.path)
      useContents.setState({ find: "", open: null, drafts: new Map() });
  });
}
