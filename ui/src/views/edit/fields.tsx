import "./edit.css";
import { useEffect, useId, useRef } from "react";
import { DateReadingLines, useDateReading } from "../date_field";
import { FieldFrame, hintId } from "../field_frame";
import { say } from "../say";
import { useFieldError } from "./edit_form";
import { useTakesFocus } from "./kept";

interface FieldProps {
  /** As the program names it when it refuses. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly isFirst?: boolean;
  readonly isReadOnly?: boolean;
}

/** Puts the caret where writing begins, once. */
export function useFirst<E extends HTMLElement>(isFirst: boolean): React.RefObject<E | null> {
  const element = useRef<E>(null);
  const takesFocus = useTakesFocus();
  const wants = useRef(isFirst && takesFocus);
  useEffect(() => {
    if (wants.current) element.current?.focus();
  }, []);
  return element;
}

export function TextField(props: FieldProps & { readonly list?: readonly string[] }) {
  const { name, label, value, onChange, placeholder, isFirst, isReadOnly, list } = props;
  const id = useId();
  const error = useFieldError(name);
  const input = useFirst<HTMLInputElement>(isFirst ?? false);
  return (
    <FieldFrame look="edit" id={id} label={label} error={error}>
      <input
        ref={input}
        id={id}
        className="field"
        value={value}
        placeholder={placeholder}
        readOnly={isReadOnly}
        autoComplete="off"
        list={list && `${id}-list`}
        aria-invalid={error !== null}
        aria-describedby={hintId(id)}
        onChange={(event) => onChange(event.target.value)}
      />
      {list && (
        <datalist id={`${id}-list`}>
          {list.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      )}
    </FieldFrame>
  );
}

/** Text of any length; Enter begins a line, Ctrl Enter saves. */
export function AreaField(props: FieldProps) {
  const { name, label, value, onChange, placeholder, isFirst, isReadOnly } = props;
  const id = useId();
  const error = useFieldError(name);
  const area = useFirst<HTMLTextAreaElement>(isFirst ?? false);
  return (
    <FieldFrame look="edit" id={id} label={label} error={error}>
      <textarea
        ref={area}
        id={id}
        className="field edit-area"
        rows={2}
        value={value}
        placeholder={placeholder}
        readOnly={isReadOnly}
        aria-invalid={error !== null}
        aria-describedby={hintId(id)}
        onChange={(event) => onChange(event.target.value)}
      />
    </FieldFrame>
  );
}

/** A date as people write it; how it is read stands below while it is typed. */
export function DateTextField(props: FieldProps) {
  const { name, label, value, onChange, placeholder, isFirst, isReadOnly } = props;
  const id = useId();
  const error = useFieldError(name);
  const input = useFirst<HTMLInputElement>(isFirst ?? false);
  const reading = useDateReading(value);
  return (
    <FieldFrame
      look="edit"
      id={id}
      label={label}
      error={error}
      hint={reading && <DateReadingLines reading={reading} onChoose={onChange} />}
      isDate
    >
      <input
        ref={input}
        id={id}
        className="field"
        value={value}
        placeholder={placeholder ?? say("date-example")}
        readOnly={isReadOnly}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={error !== null}
        aria-describedby={hintId(id)}
        onChange={(event) => onChange(event.target.value)}
      />
    </FieldFrame>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}

interface SelectProps extends Omit<FieldProps, "placeholder"> {
  readonly choices?: readonly Choice[];
  readonly groups?: readonly ChoiceGroup[];
}

export function SelectField(props: SelectProps) {
  const {
    name,
    label,
    value,
    onChange,
    choices = [],
    groups = [],
    isFirst,
    isReadOnly,
  } = props;
  const id = useId();
  const error = useFieldError(name);
  const select = useFirst<HTMLSelectElement>(isFirst ?? false);
  const options = (list: readonly Choice[]) =>
    list.map((choice) => (
      <option key={choice.value} value={choice.value}>
        {choice.label}
      </option>
    ));
  return (
    <FieldFrame look="edit" id={id} label={label} error={error}>
      <select
        ref={select}
        id={id}
        className="field"
        value={value}
        disabled={isReadOnly}
        aria-invalid={error !== null}
        aria-describedby={hintId(id)}
        onChange={(event) => onChange(event.target.value)}
      >
        {options(choices)}
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {options(group.choices)}
          </optgroup>
        ))}
      </select>
    </FieldFrame>
  );
}

/** How sure something is, where that is said. */
export function ConfidenceField(props: Omit<FieldProps, "placeholder">) {
  return (
    <SelectField
      {...props}
      choices={[
        { value: "", label: say("relation-basis-none") },
        { value: "confirmed", label: say("confidence-confirmed") },
        { value: "known", label: say("confidence-known") },
      ]}
    />
  );
}

interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly isReadOnly?: boolean;
}

export function CheckField({ label, checked, onChange, isReadOnly }: CheckProps) {
  return (
    <label className="check-row edit-check">
      <input
        type="checkbox"
        checked={checked}
        disabled={isReadOnly}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}
