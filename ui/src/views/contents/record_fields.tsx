import type {
  Record as CaseRecord,
  NamedRef,
  RecordView,
  SharedKind,
} from "../../ipc/generated/bindings";
import { useIsReadOnly } from "../../model/casebook";
import {
  draftKey,
  keepDraft,
  openRecord,
  settleDraft,
  useContents,
} from "../../model/contents";
import { edit } from "../../model/edits";
import { EditForm } from "../edit/edit_form";
import {
  AreaField,
  CheckField,
  ConfidenceField,
  DateTextField,
  TextField,
} from "../edit/fields";
import { say } from "../say";
import {
  ACTOR_TYPES,
  FIELDS,
  type FieldOf,
  type FieldValue,
  type FieldValues,
  fieldValue,
  withValues,
} from "./fields";
import { focusList } from "./focus";
import { MembershipFields } from "./membership_fields";
import { RecordsField } from "./records_field";

interface RecordFieldsProps {
  readonly kind: SharedKind;
  /** The identifier of the record; `null` for one that is made. */
  readonly of: string | null;
  readonly view: RecordView;
}

/** The fields of a record. What is typed and not saved is kept while others are read. */
export function RecordFields({ kind, of, view }: RecordFieldsProps) {
  const key = draftKey(kind, of ?? "");
  const draft = useContents(({ drafts }) => drafts.get(key));
  // The casebook may change while one writes: what is saved is told from where one began.
  const { before, record } = draft ?? { before: view.record, record: view.record };
  const isReadOnly = useIsReadOnly();
  const write = (values: FieldValues): void => {
    const written = withValues(record, values);
    keepDraft(key, same(written, before) ? null : { before, record: written });
  };
  const fields = groupsOf(FIELDS[kind]).map((group) => {
    if (group[0]?.kind.as === "membership" && record.kind === "actor")
      return (
        <MembershipFields
          key="membership"
          actor={record}
          names={view.names}
          isReadOnly={isReadOnly}
          onChange={write}
        />
      );
    const shown = group.map((field) => (
      <Field
        key={field.name}
        field={field}
        record={record}
        names={view.names}
        isReadOnly={isReadOnly}
        isFirst={of === null && field === FIELDS[kind][0]}
        onChange={(value) => write({ [field.name]: value })}
      />
    ));
    return group.length > 1 ? (
      <div className="edit-pair" key={group[0]?.name}>
        {shown}
      </div>
    ) : (
      shown
    );
  });
  if (isReadOnly) return <div className="edit-form record-form">{fields}</div>;

  const save = async () => {
    const outcome = await edit("put_record", {
      of: of === null ? null : { id: of, record: before },
      record,
    });
    if ("error" in outcome) return outcome.error;
    const { id } = outcome.did;
    const goesOn = settleDraft(kind, of, record, id);
    const { activeElement: focused } = document;
    if (id !== of) openRecord(id);
    // A button that has nothing to save any more cannot keep the focus; a field can.
    if (!goesOn && (id !== of || focused?.matches("[type=submit]"))) focusList();
    return null;
  };
  const cancel = (): void => {
    keepDraft(key, null);
    if (of === null) openRecord(null);
    focusList();
  };
  return (
    <div className="record-form">
      <EditForm
        label={say("contents-record")}
        onSave={save}
        onLeave={cancel}
        isChanged={of === null || draft !== undefined}
      >
        {fields}
      </EditForm>
    </div>
  );
}

const same = (a: CaseRecord, b: CaseRecord): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Fields that share a line stand together. */
function groupsOf(fields: readonly FieldOf[]): FieldOf[][] {
  const groups: FieldOf[][] = [];
  for (const field of fields) {
    const last = groups.at(-1);
    if (field.isHalf && last?.length === 1 && last[0]?.isHalf) last.push(field);
    else groups.push([field]);
  }
  return groups;
}

interface FieldProps {
  readonly field: FieldOf;
  readonly record: CaseRecord;
  readonly names: readonly NamedRef[];
  readonly isReadOnly: boolean;
  readonly isFirst: boolean;
  readonly onChange: (value: FieldValue) => void;
}

/** One field; `null` for what is written in a part of its own. */
function Field({ field, record, names, isReadOnly, isFirst, onChange }: FieldProps) {
  const { name, kind } = field;
  const value = fieldValue(record, name);
  const label = say(`record-field-${name}`);
  const common = { name, label, value: String(value), onChange, isReadOnly, isFirst };
  switch (kind.as) {
    case "text":
      return <TextField {...common} />;
    case "area":
      return <AreaField {...common} />;
    case "date":
      return <DateTextField {...common} />;
    case "type":
      return <TextField {...common} list={ACTOR_TYPES} />;
    case "check":
      return (
        <CheckField
          label={label}
          checked={value === true}
          onChange={onChange}
          isReadOnly={isReadOnly}
        />
      );
    case "confidence":
      return <ConfidenceField {...common} />;
    case "membership":
      return null;
    case "records":
      return (
        <RecordsField
          {...common}
          of={kind.of}
          ids={Array.isArray(value) ? value : []}
          names={names}
        />
      );
  }
}
