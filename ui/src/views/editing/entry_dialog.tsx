import "./editing.css";
import { Check } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { Button } from "react-aria-components";
import type { EntryReading } from "../../ipc/generated/bindings";
import { addEntry, chooseInEntry, entryToForm, useEntry, writeLine } from "../../model/entry";
import { openDialog } from "../../model/frame";
import { DateReadingLines } from "../date_field";
import { Dialog } from "../dialog";
import { say, sayOr } from "../say";
import { useAnswer } from "../use_answer";

/** An event in one line; how it is read stands below before Enter takes it. */
export function EntryDialog() {
  const { line, choice, added } = useEntry();
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const isWritten = line.trim() !== "";
  const { result } = useAnswer("read_entry", isWritten ? { line, choice } : null);
  const reading = isWritten && result?.input === line ? result : null;
  useEffect(() => field.current?.focus(), []);
  return (
    <Dialog heading={say("entry-heading")} onClose={() => openDialog(null)}>
      <form
        className="edit-body"
        onSubmit={(event) => {
          event.preventDefault();
          if (reading) void addEntry(reading);
          field.current?.focus();
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void entryToForm(reading);
        }}
      >
        <label className="visually-hidden" htmlFor={id}>
          {say("entry-label")}
        </label>
        <input
          ref={field}
          id={id}
          className="field entry-line"
          value={line}
          autoComplete="off"
          spellCheck={false}
          placeholder={say("entry-example")}
          aria-describedby={`${id}-reading`}
          onChange={(event) => writeLine(event.target.value)}
        />
        <div id={`${id}-reading`} role="status">
          {reading ? (
            <Reading reading={reading} />
          ) : (
            <p className="quiet">{say("entry-hint")}</p>
          )}
        </div>
        {added.length > 0 && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by the keyboard
          <ul className="edit-list" tabIndex={0}>
            {added.map(({ key, words }) => (
              <li key={key}>
                <Check aria-hidden size="0.875rem" /> {words}
              </li>
            ))}
          </ul>
        )}
        <div className="button-row end">
          <Button className="button" onPress={() => void entryToForm(reading)}>
            {say("entry-all-fields")}
          </Button>
          <Button
            type="submit"
            className="button primary"
            isDisabled={reading === null || reading.problem !== null}
          >
            {say("entry-add")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const KINDS =
  "warrant order ruling contempt opinion statute regulation agreement bill petition appeal motion filing argument letter statement disclosure other".split(
    " ",
  );

function Reading({ reading }: { readonly reading: EntryReading }) {
  const { date, title, lane, kind, kind_is_named, problem } = reading;
  const id = useId();
  return (
    <dl className="entry-reading">
      <dt>{say("history-field-name-date")}</dt>
      <dd className="date-reading">
        {date && (
          <DateReadingLines reading={date} onChoose={(edtf) => chooseInEntry({ date: edtf })} />
        )}
      </dd>
      <dt>{say("history-field-name-title")}</dt>
      <dd className="entry-title">{title}</dd>
      <dt>{say("history-field-name-lane")}</dt>
      <dd>
        {lane?.name} {lane?.is_new && <span className="tag">{say("entry-new-lane")}</span>}
      </dd>
      <dt>
        <label htmlFor={id}>{say("history-field-name-kind")}</label>
      </dt>
      <dd>
        <select
          id={id}
          className="field"
          value={kind}
          onChange={(event) => chooseInEntry({ kind: event.target.value })}
        >
          {KINDS.map((word) => (
            <option key={word} value={word}>
              {sayOr("kind", word)}
            </option>
          ))}
        </select>
        {kind_is_named && <span className="quiet"> {say("entry-kind-named")}</span>}
      </dd>
      {problem !== null && !date?.readings.length && (
        <dd className="field-error entry-problem">{problem}</dd>
      )}
    </dl>
  );
}
