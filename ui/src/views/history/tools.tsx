import { X } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "react-aria-components";
import type { CommandError } from "../../ipc/commands";
import { asCommandError } from "../../ipc/errors";
import { changeHistoryFilter, useHistory } from "../../model/history";
import { ask } from "../../model/program";
import { useSelection } from "../../model/selection";
import { DateField } from "../date_field";
import { endOfDay } from "../moments";
import { say } from "../say";

/** So long after the last letter the text is looked for. */
const TYPING_MS = 250;

/** What the history is narrowed to: an event, who did it, a text, and where it begins. */
export function HistoryTools() {
  const { filter, authors } = useHistory();
  const selected = useSelection(({ detail }) => detail);
  const author = useId();
  return (
    <div className="page-tools history-tools" role="search">
      <TextField />
      {authors.length > 1 && (
        <div className="history-author">
          <label htmlFor={author}>{say("history-by")}</label>
          <select
            id={author}
            className="field"
            value={filter.author ?? ""}
            onChange={({ target }) => changeHistoryFilter({ author: target.value || null })}
          >
            <option value="">{say("history-by-anybody")}</option>
            {authors.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </div>
      )}
      <DateField
        label={say("history-until")}
        applied={filter.until?.typed ?? ""}
        onApply={applyDay}
      />
      {filter.event ? (
        <span className="history-event">
          <span>{say("history-only-event", { title: filter.event.title })}</span>
          <Button
            className="icon-button small"
            aria-label={say("history-every-event")}
            onPress={() => changeHistoryFilter({ event: null })}
          >
            <X aria-hidden size="0.875rem" />
          </Button>
        </span>
      ) : (
        selected && (
          <Button
            className="button small"
            onPress={() =>
              changeHistoryFilter({ event: { key: selected.key, title: selected.title } })
            }
          >
            {say("history-only-selected")}
          </Button>
        )
      )}
    </div>
  );
}

function TextField() {
  const applied = useHistory(({ filter }) => filter.text);
  const [text, setText] = useState(applied);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setText(applied), [applied]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const apply = (wanted: string): void => {
    clearTimeout(timer.current);
    if (wanted !== applied) changeHistoryFilter({ text: wanted });
  };
  return (
    <input
      className="field"
      type="search"
      value={text}
      aria-label={say("history-find")}
      placeholder={say("history-find")}
      autoComplete="off"
      onChange={({ target }) => {
        setText(target.value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => apply(target.value), TYPING_MS);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter") apply(text);
        if (event.key === "Escape" && text !== "") {
          event.preventDefault();
          setText("");
          apply("");
        }
      }}
    />
  );
}

/** The history begins at the end of a day, in the reader's own time. */
async function applyDay(typed: string): Promise<CommandError | null> {
  const text = typed.trim();
  if (text === "") {
    changeHistoryFilter({ until: null });
    return null;
  }
  try {
    const { latest, error, readings } = await ask("explain_date", { text });
    const refused = (message: string) => ({ code: "bad-date", message, hint: null });
    if (readings.length > 1) return refused(say("date-ambiguous"));
    if (error !== null) return refused(error);
    if (latest === null) return refused(say("clock-one-day"));
    changeHistoryFilter({ until: { moment: endOfDay(latest), typed: text } });
    return null;
  } catch (reason) {
    return asCommandError(reason);
  }
}
