import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import type { EventPart, SharedKind } from "../../ipc/generated/bindings";
import { goToRecord } from "../../model/contents";
import { edit, editAndTell } from "../../model/edits";
import { EditForm } from "../edit/edit_form";
import { say } from "../say";

interface PartFormProps {
  readonly label: string;
  /** The identifier of the event. */
  readonly event: string;
  /** The entry that is changed; `null` for one that is added. */
  readonly old: EventPart | null;
  readonly fresh: () => EventPart;
  readonly onLeave: (isGone?: boolean) => void;
  /** The record that the entry names, to be changed itself. */
  readonly about?: { readonly kind: SharedKind; readonly id: string } | null;
  readonly children: ReactNode;
}

/** One entry of a list of an event: added, changed or taken out. */
export function PartForm({
  label,
  event,
  old,
  fresh,
  onLeave,
  about,
  children,
}: PartFormProps) {
  const save = async () => {
    const outcome = await edit("change_event_part", { event, old, new: fresh() });
    if ("error" in outcome) return outcome.error;
    onLeave();
    return null;
  };
  const takeOut = async (): Promise<void> => {
    if (await editAndTell("change_event_part", { event, old, new: null })) onLeave(true);
  };
  return (
    <EditForm
      label={label}
      onSave={save}
      onLeave={onLeave}
      onDelete={old === null ? undefined : takeOut}
      deleteLabel={say("part-take-out")}
    >
      {children}
      {about && (
        <Button
          className="text-button edit-about"
          onPress={() => goToRecord(about.kind, about.id)}
        >
          {say(`part-open-${about.kind}`)}
        </Button>
      )}
    </EditForm>
  );
}
