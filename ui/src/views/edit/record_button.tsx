import { Pencil } from "lucide-react";
import { Button } from "react-aria-components";
import type { SharedKind } from "../../ipc/generated/bindings";
import { goToRecord } from "../../model/contents";
import { say } from "../say";

interface RecordButtonProps {
  readonly kind: SharedKind;
  readonly id: string;
  readonly name: string;
}

/** Goes to a record in Contents, where it is written. */
export function RecordButton({ kind, id, name }: RecordButtonProps) {
  return (
    <Button
      className="icon-button small"
      aria-label={say("record-change-named", { name })}
      onPress={() => goToRecord(kind, id)}
    >
      <Pencil aria-hidden size="0.8125rem" />
    </Button>
  );
}
