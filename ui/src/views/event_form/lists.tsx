import "./event_form.css";
import { Plus, X } from "lucide-react";
import { useId } from "react";
import { Button } from "react-aria-components";
import type { CitationDraft, NamedRef } from "../../ipc/generated/bindings";
import { useEventForm, write } from "../../model/event_form";
import { say, sayOr } from "../say";
import { labelOf } from "./fields";

/** Reporter citations, each with how far it can be trusted. */
export function Citations({ confidences }: { readonly confidences: readonly string[] }) {
  const citations = useEventForm(({ form }) => form?.draft.citations) ?? [];
  const put = (place: number, part: Partial<CitationDraft>): void =>
    write({
      citations: citations.map((one, index) => (index === place ? { ...one, ...part } : one)),
    });
  return (
    <fieldset className="event-field">
      <legend>{labelOf("citations")}</legend>
      {citations.map((citation, place) => {
        const number = { number: place + 1 };
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
          <div className="event-line" key={place}>
            <input
              className="field"
              value={citation.text}
              autoComplete="off"
              spellCheck={false}
              aria-label={say("event-form-citation", number)}
              placeholder={say("event-form-citation-example")}
              onChange={(event) => put(place, { text: event.target.value })}
            />
            <select
              className="field"
              value={citation.confidence}
              aria-label={say("event-form-citation-trust", number)}
              onChange={(event) => put(place, { confidence: event.target.value })}
            >
              <option value="">{say("event-form-unsaid")}</option>
              {confidences.map((word) => (
                <option key={word} value={word}>
                  {sayOr("confidence", word)}
                </option>
              ))}
            </select>
            <Button
              className="icon-button"
              aria-label={say("event-form-citation-remove", number)}
              onPress={() =>
                write({ citations: citations.filter((_, index) => index !== place) })
              }
            >
              <X aria-hidden size="1rem" />
            </Button>
          </div>
        );
      })}
      <Button
        className="button small"
        onPress={() => write({ citations: [...citations, { text: "", confidence: "" }] })}
      >
        <Plus aria-hidden size="0.875rem" />
        {say("event-form-citation-add")}
      </Button>
    </fieldset>
  );
}

/** The codes of the coding scheme that the event is given. */
export function Principles({ names }: { readonly names: readonly NamedRef[] }) {
  const chosen = useEventForm(({ form }) => form?.draft.principles) ?? [];
  if (names.length === 0) return null;
  return (
    <fieldset className="event-field">
      <legend>{labelOf("principles")}</legend>
      {names.map(({ id, name }) => (
        <label className="check-row" key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) =>
              write({
                principles: event.target.checked
                  ? [...chosen, id]
                  : chosen.filter((known) => known !== id),
              })
            }
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** A list with one entry on a line. */
export function LinesField({
  field,
  rows,
}: {
  readonly field: "jurisdictions" | "from_knowledge";
  readonly rows: number;
}) {
  const id = useId();
  const lines = useEventForm(({ form }) => form?.draft[field]) ?? [];
  return (
    <div className="event-field">
      <label htmlFor={id}>{labelOf(field)}</label>
      <textarea
        id={id}
        className="field"
        rows={rows}
        value={lines.join("\n")}
        aria-describedby={`${id}-hint`}
        onChange={(event) => write({ [field]: event.target.value.split("\n") })}
      />
      <div id={`${id}-hint`} className="event-hint">
        <p>{say("event-form-lines")}</p>
      </div>
    </div>
  );
}
