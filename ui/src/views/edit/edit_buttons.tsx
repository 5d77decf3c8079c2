import { Pencil, Plus } from "lucide-react";
import { Button } from "react-aria-components";
import { type Editing, NEW } from "./use_editing";

interface EditButtonProps {
  readonly label: string;
  readonly entry: string;
  readonly editing: Editing;
}

/** Opens the form of a row. */
export function EditButton({ label, entry, editing }: EditButtonProps) {
  return (
    <Button
      className="icon-button small row-edit"
      aria-label={label}
      data-edit={entry}
      onPress={() => editing.begin(entry)}
    >
      <Pencil aria-hidden size="0.8125rem" />
    </Button>
  );
}

/** Opens the form of a new row. */
export function AddButton({ label, editing }: Omit<EditButtonProps, "entry">) {
  return (
    <Button className="add-button" data-edit={NEW} onPress={() => editing.begin(NEW)}>
      <Plus aria-hidden size="0.8125rem" />
      {label}
    </Button>
  );
}
