import type { Choice, SharedKind } from "../../ipc/generated/bindings";
import { filterNow, NO_FILTER } from "../../model/filter";
import { ask } from "../../model/program";
import { say } from "../say";
import { type Option, Picker } from "./picker";

const MOST = 20;

interface EventPickerProps {
  readonly name: string;
  readonly label: string;
  readonly value: Option | null;
  readonly onChange: (value: Option | null) => void;
  /** The identifier of an event that makes no sense here. */
  readonly without?: string;
  readonly isFirst?: boolean;
}

/** Another event, found by words of its title or of what is said of it. */
export function EventPicker({ without, ...field }: EventPickerProps) {
  const find = async (text: string): Promise<readonly Option[]> => {
    // What was not public yet is not there to be named.
    const { known_on } = filterNow();
    const filter = { ...NO_FILTER, known_on, search: text };
    const { hits } = await ask("search_events", { filter, limit: MOST });
    return hits
      .filter(({ id }) => id !== without)
      .map(({ id, title, date_words, colour }) => ({
        id,
        name: title,
        detail: date_words,
        colour,
      }));
  };
  return <Picker {...field} find={find} placeholder={say("picker-event")} isQuietWhenBlank />;
}

interface RecordPickerProps {
  readonly name: string;
  readonly label: string;
  readonly kind: SharedKind;
  readonly value: Option | null;
  readonly onChange: (value: Option | null) => void;
  /** Whether what is not there yet may be made. */
  readonly mayMake?: boolean;
  readonly without?: readonly string[];
  readonly isFirst?: boolean;
}

export function RecordPicker({ kind, mayMake, without = [], ...field }: RecordPickerProps) {
  const find = async (text: string): Promise<readonly Option[]> => {
    const limit = MOST + without.length;
    const query = { kind, find: text };
    const { rows } = await ask("list_records", { query, offset: 0, limit });
    return rows
      .filter(({ id }) => !without.includes(id))
      .map(({ id, name, detail, colour }) => ({ id, name, detail, colour }));
  };
  return (
    <Picker
      {...field}
      find={find}
      placeholder={say(`picker-${kind}`)}
      {...(mayMake ? { newLabel: "picker-new" } : {})}
    />
  );
}

/** What was picked, as the program takes it; nothing is an identifier that is blank. */
export const choiceOf = (option: Option | null): Choice =>
  option === null ? { id: "" } : option.id === null ? { name: option.name } : { id: option.id };
