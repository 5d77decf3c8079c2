import { useState } from "react";
import type { ActorForm, NamedRef } from "../../ipc/generated/bindings";
import { AreaField, ConfidenceField, DateTextField, SelectField } from "../edit/fields";
import { say } from "../say";
import { type FieldValues, NO_MEMBERSHIP } from "./fields";
import { RecordsField } from "./records_field";

interface MembershipFieldsProps {
  readonly actor: ActorForm;
  readonly names: readonly NamedRef[];
  readonly isReadOnly: boolean;
  readonly onChange: (values: FieldValues) => void;
}

/** Whether an actor belongs to the group, and how that is known; "not said" takes it out. */
export function MembershipFields({
  actor,
  names,
  isReadOnly,
  onChange,
}: MembershipFieldsProps) {
  const field = (name: "member" | "joined" | "member_basis" | "member_confidence") => ({
    name,
    label: say(`record-field-${name}`),
    value: actor[name],
    isReadOnly,
    onChange: (value: string) => onChange({ [name]: value }),
  });
  // Most people in most casebooks have nothing to do with the group. What is open stays
  // so while one writes in it.
  const [wasSaid] = useState(actor.member !== "");
  return (
    <details className="edit-part" open={wasSaid}>
      <summary>{say("membership-group")}</summary>
      <fieldset className="edit-group" aria-label={say("membership-group")}>
        <div className="edit-pair">
          <SelectField
            {...field("member")}
            choices={[
              { value: "", label: say("membership-unsaid") },
              { value: "yes", label: say("membership-yes") },
              { value: "no", label: say("membership-no") },
            ]}
            onChange={(member) => onChange(member === "" ? NO_MEMBERSHIP : { member })}
          />
          {actor.member !== "" && <ConfidenceField {...field("member_confidence")} />}
        </div>
        {actor.member !== "" && (
          <>
            <DateTextField {...field("joined")} />
            <AreaField {...field("member_basis")} />
            <RecordsField
              name="member_sources"
              label={say("record-field-member_sources")}
              of="source"
              ids={actor.member_sources}
              names={names}
              isReadOnly={isReadOnly}
              onChange={(member_sources) => onChange({ member_sources })}
            />
          </>
        )}
      </fieldset>
    </details>
  );
}
