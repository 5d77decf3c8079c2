import "./event_form.css";
import { type ReactNode, useId } from "react";
import type { EventDraft, NamedRef } from "../../ipc/generated/bindings";
import { leaveField, useEventForm, write } from "../../model/event_form";
import { DateReadingLines, useDateReading } from "../date_field";
import { FieldFrame, hintId } from "../field_frame";
import { say } from "../say";
import { isNewName, NameInput } from "./name_input";

/** The fields that are one text each. */
export type TextField = {
  [F in keyof EventDraft]: EventDraft[F] extends string ? F : never;
}[keyof EventDraft];

/** What a field is called, by its name in the file. */
export const labelOf = (field: string): string =>
  say(`history-field-name-${field.replaceAll("_", "-")}`);

const useProblem = (field: string): string | null =>
  useEventForm(
    ({ form }) => form?.problems.find((problem) => problem.field === field)?.message ?? null,
  );

const useText = (field: TextField): string =>
  useEventForm(({ form }) => form?.draft[field] ?? "");

interface EventFrameProps {
  readonly field: string;
  readonly id: string;
  /** What stands below while nothing is wrong. */
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

/** A field of an event, and what is wrong with it below. */
function EventFrame({ field, id, hint, children }: EventFrameProps) {
  const problem = useProblem(field);
  return (
    <FieldFrame
      look="event"
      id={id}
      name={field}
      label={labelOf(field)}
      error={problem}
      hint={problem === null && hint}
    >
      {children}
    </FieldFrame>
  );
}

interface FieldProps {
  readonly field: TextField;
}

export function LineField({ field, hint }: FieldProps & { readonly hint?: string }) {
  const id = useId();
  const value = useText(field);
  const problem = useProblem(field);
  return (
    <EventFrame field={field} id={id} hint={hint && <p>{hint}</p>}>
      <input
        id={id}
        className="field"
        value={value}
        autoComplete="off"
        aria-invalid={problem !== null}
        aria-describedby={hintId(id)}
        onChange={(event) => write({ [field]: event.target.value })}
        onBlur={() => void leaveField(field)}
      />
    </EventFrame>
  );
}

export function TextAreaField({ field, rows }: FieldProps & { readonly rows: number }) {
  const id = useId();
  const value = useText(field);
  return (
    <EventFrame field={field} id={id}>
      <textarea
        id={id}
        className="field event-text"
        rows={rows}
        value={value}
        aria-describedby={hintId(id)}
        onChange={(event) => write({ [field]: event.target.value })}
      />
    </EventFrame>
  );
}

/** A date as people write it, with how it is read below. */
export function EventDateField({ field }: FieldProps) {
  const id = useId();
  const value = useText(field);
  const problem = useProblem(field);
  const reading = useDateReading(value);
  // What is read in two ways says so itself, and offers both.
  const isOffered = (reading?.readings.length ?? 0) > 0;
  return (
    <FieldFrame
      look="event"
      id={id}
      name={field}
      label={labelOf(field)}
      error={isOffered ? null : problem}
      hint={
        reading && (
          <DateReadingLines
            reading={reading}
            onChoose={(edtf) => {
              write({ [field]: edtf });
              document.getElementById(id)?.focus();
            }}
          />
        )
      }
      isDate
    >
      <input
        id={id}
        className="field"
        value={value}
        placeholder={field === "date" ? say("date-example") : undefined}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={problem !== null}
        aria-describedby={hintId(id)}
        onChange={(event) => write({ [field]: event.target.value })}
        onBlur={() => void leaveField(field)}
      />
    </FieldFrame>
  );
}

interface ChoiceFieldProps extends FieldProps {
  readonly options: readonly { readonly id: string; readonly name: string }[];
  /** What an empty choice is called; without it, one must be chosen. */
  readonly none?: string;
}

export function ChoiceField({ field, options, none }: ChoiceFieldProps) {
  const id = useId();
  const value = useText(field);
  const problem = useProblem(field);
  return (
    <EventFrame field={field} id={id}>
      <select
        id={id}
        className="field"
        value={value}
        aria-invalid={problem !== null}
        aria-describedby={hintId(id)}
        onChange={(event) => write({ [field]: event.target.value })}
        onBlur={() => void leaveField(field)}
      >
        {(none !== undefined || value === "") && <option value="">{none ?? ""}</option>}
        {options.map(({ id: word, name }) => (
          <option key={word} value={word}>
            {name}
          </option>
        ))}
      </select>
    </EventFrame>
  );
}

interface NameFieldProps extends FieldProps {
  readonly names: readonly NamedRef[];
  /** Said of a name that nothing has yet. */
  readonly unknown: string;
}

/** One of those that are there, or a new one by its name. */
export function NameField({ field, names, unknown }: NameFieldProps) {
  const id = useId();
  const value = useText(field);
  const problem = useProblem(field);
  const isNew = isNewName(value, names);
  return (
    <EventFrame field={field} id={id} hint={isNew && <p>{unknown}</p>}>
      <NameInput
        id={id}
        label={labelOf(field)}
        value={value}
        names={names}
        isWrong={problem !== null}
        onChange={(name) => write({ [field]: name })}
        onLeave={() => void leaveField(field)}
      />
    </EventFrame>
  );
}
