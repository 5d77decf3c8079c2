import "./edit.css";
import { Button } from "react-aria-components";
import type { CommandError } from "../../ipc/commands";
import { say } from "../say";

interface UnreadProps {
  readonly error: CommandError;
  readonly onLeave: () => void;
}

/** In the place of a form whose record could not be read: why, and the way out. */
export function Unread({ error: { message, hint }, onLeave }: UnreadProps) {
  return (
    <div className="edit-form">
      <p className="field-error">{[message, hint].filter(Boolean).join(" ")}</p>
      <div className="edit-foot">
        <Button className="button small" autoFocus onPress={() => onLeave()}>
          {say("action-close")}
        </Button>
      </div>
    </div>
  );
}
