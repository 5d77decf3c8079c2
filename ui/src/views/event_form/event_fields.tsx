import { memo, type ReactNode, useEffect, useId, useRef } from "react";
import { useEventForm, write } from "../../model/event_form";
import { say, sayOr } from "../say";
import {
  ChoiceField,
  EventDateField,
  LineField,
  labelOf,
  NameField,
  TextAreaField,
} from "./fields";
import { Citations, LinesField, Principles } from "./lists";

/**
 * The fields of an event, what is always asked for first. Each follows what is typed into
 * it; all of them change only with what can be chosen.
 */
export const EventFields = memo(function EventFields() {
  const choices = useEventForm(({ form }) => form?.choices);
  const before = useEventForm(({ form }) => form?.before);
  if (!choices || !before) return null;
  const { kinds, confidences, lanes, courts, proceedings, principles } = choices;
  const named = (prefix: string, words: readonly string[]) =>
    words.map((id) => ({ id, name: sayOr(prefix, id) }));
  const trust = named("confidence", confidences);
  const isFilled = (...fields: readonly (keyof typeof before)[]): boolean =>
    fields.some((field) => before[field].toString() !== "");
  return (
    <>
      <div className="event-grid">
        <div className="event-wide">
          <TitleField />
        </div>
        <EventDateField field="date" />
        <ChoiceField field="kind" options={named("kind", kinds)} />
        <NameField field="lane" names={lanes} unknown={say("event-form-new-lane")} />
        <LineField field="short_title" hint={say("event-form-short-title")} />
        <div className="event-wide">
          <TextAreaField field="summary" rows={4} />
        </div>
      </div>

      <h3 className="section-heading">{say("event-form-court")}</h3>
      <div className="event-grid">
        <NameField field="court" names={courts} unknown={say("event-form-new-court")} />
        <NameField
          field="proceeding"
          names={proceedings}
          unknown={say("event-form-new-proceeding")}
        />
        <LineField field="docket" />
        <LineField field="docket_sequence" hint={say("event-form-docket-sequence")} />
        <EventDateField field="filed" />
        <EventDateField field="entered" />
        <div className="event-wide">
          <Citations confidences={confidences} />
        </div>
      </div>

      <h3 className="section-heading">{say("event-form-trust")}</h3>
      <div className="event-grid">
        <ChoiceField field="confidence" options={trust} none={say("event-form-unsaid")} />
        <EventDateField field="public_from" />
        <div className="event-wide">
          <MainCase />
          <Principles names={principles} />
        </div>
      </div>

      <Part
        heading={say("event-form-dates")}
        isOpen={isFilled("stated_date", "refined_date", "date_note")}
      >
        <EventDateField field="stated_date" />
        <EventDateField field="stated_end" />
        <EventDateField field="refined_date" />
        <ChoiceField
          field="refined_confidence"
          options={trust}
          none={say("event-form-unsaid")}
        />
        <div className="event-wide">
          <TextAreaField field="date_note" rows={2} />
        </div>
      </Part>
      <Part
        heading={say("event-form-more")}
        isOpen={isFilled("jurisdictions", "from_knowledge")}
      >
        <LineField field="id" hint={say("event-form-id")} />
        <LinesField field="jurisdictions" rows={2} />
        <div className="event-wide">
          <LinesField field="from_knowledge" rows={2} />
        </div>
      </Part>
    </>
  );
});

interface PartProps {
  readonly heading: string;
  readonly isOpen: boolean;
  readonly children: ReactNode;
}

/** What few events have, folded away where this one has nothing of it. */
function Part({ heading, isOpen, children }: PartProps) {
  return (
    <details className="event-part" open={isOpen}>
      <summary>{heading}</summary>
      <div className="event-grid">{children}</div>
    </details>
  );
}

/** The first field: whoever opens the form can write at once. */
function TitleField() {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => frame.current?.querySelector("input")?.focus(), []);
  return (
    <div ref={frame}>
      <LineField field="title" />
    </div>
  );
}

function MainCase() {
  const isMain = useEventForm(({ form }) => form?.draft.main_case ?? false);
  const id = useId();
  return (
    <label className="check-row" htmlFor={id}>
      <input
        id={id}
        type="checkbox"
        checked={isMain}
        onChange={(event) => write({ main_case: event.target.checked })}
      />
      <span>{labelOf("main_case")}</span>
    </label>
  );
}
