import type { ReactNode } from "react";

interface FieldFrameProps {
  /** Where it stands: in a form in its place, in that of an event, among tools. */
  readonly look: "edit" | "event" | "tool";
  /** Of the control, which is described by what stands below it. */
  readonly id: string;
  readonly label: string;
  /** What is wrong with it. */
  readonly error: string | null;
  /** What else there is to say of what stands in it. */
  readonly hint?: ReactNode;
  /** Whether that is how a date is read. */
  readonly isDate?: boolean;
  /** Its name, where somebody has to find it. */
  readonly name?: string;
  readonly children: ReactNode;
}

const LOOKS = {
  edit: { field: "edit-field", below: "" },
  event: { field: "event-field", below: "event-hint" },
  tool: { field: "date-field", below: "" },
} as const;

/** A label, its control, and below what there is to say of what stands in it. */
export function FieldFrame({
  look,
  id,
  label,
  error,
  hint,
  isDate = false,
  name,
  children,
}: FieldFrameProps) {
  const { field, below } = LOOKS[look];
  return (
    <div className={field} data-field={name}>
      <label htmlFor={id}>{label}</label>
      {children}
      <div
        id={hintId(id)}
        className={[below, isDate && "date-reading"].filter(Boolean).join(" ")}
        role="status"
      >
        {hint}
        {error !== null && <p className="field-error">{error}</p>}
      </div>
    </div>
  );
}

/** What describes the control. */
export const hintId = (id: string): string => `${id}-hint`;
