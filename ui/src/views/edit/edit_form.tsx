import "./edit.css";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import type { CommandError } from "../../ipc/commands";
import { say } from "../say";

interface Refusal {
  readonly error: CommandError | null;
  /** Names the fields that can say themselves what was wrong with them. */
  readonly fields: Set<string>;
}

const RefusalContext = createContext<Refusal>({ error: null, fields: new Set() });

/** What was wrong with a field when it was last saved. */
export function useFieldError(field: string): string | null {
  const { error, fields } = useContext(RefusalContext);
  useEffect(() => {
    fields.add(field);
    return () => void fields.delete(field);
  }, [fields, field]);
  return error?.field === field ? sentence(error) : null;
}

const sentence = ({ message, hint }: CommandError): string =>
  // That nothing was changed goes without saying while the form is still there.
  hint && hint !== say("error-bad-value-hint") ? `${message}. ${hint}` : message;

interface EditFormProps {
  readonly label: string;
  /** Saves, or answers why not. */
  readonly onSave: () => Promise<CommandError | null>;
  readonly onLeave: () => void;
  readonly onDelete?: (() => Promise<void>) | undefined;
  readonly deleteLabel?: string;
  readonly saveLabel?: string;
  /** Whether there is anything to save or to give up. */
  readonly isChanged?: boolean;
  readonly children: ReactNode;
}

/** A form in its place. Enter or Ctrl Enter saves, Esc leaves everything as it was. */
export function EditForm({
  label,
  onSave,
  onLeave,
  onDelete,
  deleteLabel = say("edit-delete"),
  saveLabel = say("edit-save"),
  isChanged = true,
  children,
}: EditFormProps) {
  const [error, setError] = useState<CommandError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [fields] = useState(() => new Set<string>());
  const form = useRef<HTMLFormElement>(null);

  const save = async (): Promise<void> => {
    if (isBusy || !isChanged) return;
    setBusy(true);
    const refused = await onSave();
    setBusy(false);
    setError(refused);
  };
  const remove = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    await onDelete?.();
    setBusy(false);
  };
  // The reader is led to what was refused.
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
  }, [error]);
  const isPlaced = error?.field !== undefined && fields.has(error.field);

  return (
    <form
      ref={form}
      className="edit-form"
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.defaultPrevented) return;
        if (event.key === "Escape") {
          event.preventDefault();
          onLeave();
        } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void save();
        }
      }}
    >
      <RefusalContext value={{ error, fields }}>{children}</RefusalContext>
      {error && !isPlaced && (
        <p className="field-error" role="alert">
          {sentence(error)}
        </p>
      )}
      <div className="edit-foot">
        {/* A button that is disabled while it works would lose the focus for good. */}
        <Button type="submit" className="button small primary" isDisabled={!isChanged}>
          {saveLabel}
        </Button>
        <Button className="button small" onPress={() => onLeave()} isDisabled={!isChanged}>
          {say("edit-cancel")}
        </Button>
        {onDelete && (
          <Button className="button small danger" onPress={() => void remove()}>
            {deleteLabel}
          </Button>
        )}
      </div>
    </form>
  );
}
