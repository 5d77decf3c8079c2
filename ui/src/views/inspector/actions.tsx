import { CopyPlus, Pencil, Trash2 } from "lucide-react";
import { Button } from "react-aria-components";
import type { EventTarget } from "../../ipc/generated/bindings";
import { mayEdit } from "../../model/casebook";
import { openEventForm } from "../../model/event_form";
import { openDialog } from "../../model/frame";
import { say } from "../say";

/** What can be done with the event itself. */
export function Actions({ event: key }: { readonly event: number }) {
  const open = (of: EventTarget) => () => void openEventForm(of);
  return (
    <div className="button-row event-actions">
      <Button className="button small" onPress={open({ of: "event", key })}>
        <Pencil aria-hidden size="0.875rem" />
        {say("event-edit")}
      </Button>
      <Button className="button small" onPress={open({ of: "copy", key })}>
        <CopyPlus aria-hidden size="0.875rem" />
        {say("event-duplicate")}
      </Button>
      <Button
        className="button small"
        onPress={() => {
          if (!mayEdit()) return;
          openDialog({ kind: "delete", keys: [key] });
        }}
      >
        <Trash2 aria-hidden size="0.875rem" />
        {say("event-delete")}
      </Button>
    </div>
  );
}
