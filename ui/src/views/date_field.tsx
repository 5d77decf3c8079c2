import { useEffect, useId, useState } from "react";
import { dayFromIso } from "../base/civil";
import type { CommandError } from "../ipc/commands";
import type { DateReading } from "../ipc/generated/bindings";
import { sayDay } from "./days";
import { FieldFrame, hintId } from "./field_frame";
import { say } from "./say";
import { useAnswer } from "./use_answer";

/** The day in words; years beyond four digits stay as they are written. */
function bound(iso: string | null): string {
  const day = iso === null ? null : dayFromIso(iso);
  return day === null ? (iso ?? say("date-open")) : sayDay(day);
}

interface DateFieldProps {
  readonly label: string;
  /** The date that holds now, as it was typed; empty for none. */
  readonly applied: string;
  /** Takes a date over, or says why not. */
  readonly onApply: (text: string) => Promise<CommandError | null>;
}

/**
 * A date as people write it. How it is read stands below while it is typed; it is taken
 * over when the field is left or Enter is pressed, and never guessed.
 */
export function DateField({ label, applied, onApply }: DateFieldProps) {
  const [text, setText] = useState(applied);
  const [error, setError] = useState<CommandError | null>(null);
  const id = useId();
  const isTyped = text.trim() !== "" && text.trim() !== applied;
  const reading = useDateReading(isTyped ? text : "");
  useEffect(() => {
    setText(applied);
    setError(null);
  }, [applied]);

  const apply = async (wanted: string): Promise<void> => {
    if (wanted.trim() !== applied || error) setError(await onApply(wanted));
  };
  return (
    <FieldFrame
      look="tool"
      id={id}
      label={label}
      error={error && [error.message, error.hint].filter(Boolean).join(" ")}
      hint={
        reading && (
          <DateReadingLines
            reading={reading}
            onChoose={(edtf) => {
              setText(edtf);
              void apply(edtf);
            }}
          />
        )
      }
      isDate
    >
      <input
        id={id}
        className="field"
        value={text}
        placeholder={say("date-example")}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={error !== null}
        aria-describedby={hintId(id)}
        onChange={(event) => {
          setText(event.target.value);
          setError(null);
        }}
        onBlur={(event) => {
          // Whoever goes on to choose a reading has not finished with the field.
          const field = event.currentTarget.closest(".date-field");
          if (!field?.contains(event.relatedTarget)) void apply(text);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") void apply(text);
          if (event.key === "Escape") {
            setText(applied);
            setError(null);
          }
        }}
      />
    </FieldFrame>
  );
}

/** How a date is read while it is typed; `null` until that is known. */
export function useDateReading(typed: string): DateReading | null {
  const text = typed.trim();
  const { result } = useAnswer("explain_date", text === "" ? null : { text });
  return text !== "" && result?.input === text ? result : null;
}

/** How a date is read, or the two ways in which it can be. */
export function DateReadingLines({
  reading,
  onChoose,
}: {
  readonly reading: DateReading;
  readonly onChoose: (edtf: string) => void;
}) {
  const { words, edtf, earliest, latest, readings } = reading;
  return (
    <>
      {words && (
        <p>
          {words} · <code>{edtf}</code>
          {earliest !== latest && (
            <span className="date-bounds">
              {say("date-bounds", { first: bound(earliest), last: bound(latest) })}
            </span>
          )}
        </p>
      )}
      {readings.length > 0 && (
        <>
          <p>{say("date-ambiguous")}</p>
          {readings.map((possible) => (
            <button
              key={possible.edtf}
              type="button"
              className="text-button"
              onClick={() => onChoose(possible.edtf)}
            >
              {possible.words}
            </button>
          ))}
        </>
      )}
    </>
  );
}
