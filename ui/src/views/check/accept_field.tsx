import { useEffect, useId, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { say } from "../say";

interface AcceptFieldProps {
  readonly describedBy: string;
  /** Answers whether it was taken. */
  readonly onAccept: (reason: string) => Promise<boolean>;
  readonly onLeave: () => void;
}

/** Why a finding may stand: nothing is accepted without a reason. */
export function AcceptField({ describedBy, onAccept, onLeave }: AcceptFieldProps) {
  const [reason, setReason] = useState("");
  const [isSaving, setSaving] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const isReady = reason.trim() !== "" && !isSaving;
  useEffect(() => field.current?.focus(), []);

  const accept = async (): Promise<void> => {
    if (!isReady) return;
    setSaving(true);
    if (!(await onAccept(reason.trim()))) setSaving(false);
  };

  return (
    <form
      className="accept-field"
      onSubmit={(event) => {
        event.preventDefault();
        void accept();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onLeave();
      }}
    >
      <label htmlFor={id}>{say("findings-reason")}</label>
      <input
        ref={field}
        id={id}
        className="field"
        value={reason}
        autoComplete="off"
        aria-describedby={describedBy}
        placeholder={say("findings-reason-example")}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="button-row">
        <Button type="submit" className="button small primary" isDisabled={!isReady}>
          {say("findings-reason-accept")}
        </Button>
        <Button className="button small" onPress={onLeave}>
          {say("findings-reason-cancel")}
        </Button>
      </div>
    </form>
  );
}
