import type { EventPart } from "../../ipc/generated/bindings";
import { useKept } from "../edit/kept";
import type { Option } from "../edit/picker";
import { choiceOf, RecordPicker } from "../edit/pickers";
import { say } from "../say";
import { PartForm } from "./part_form";

/** The lists of an event that only name records. */
type NamedKind = "principle" | "place";

const partOf = (kind: NamedKind, option: Option | null): EventPart =>
  kind === "principle"
    ? { part: "principle", principle: choiceOf(option) }
    : { part: "place", place: choiceOf(option) };

interface NamedFormProps {
  readonly kind: NamedKind;
  readonly event: string;
  readonly entry: Option | null;
  /** Those that the event names already. */
  readonly named: readonly { readonly id: string }[];
  readonly onLeave: (isGone?: boolean) => void;
}

/** Which principle or place an event names. */
export function NamedForm({ kind, event, entry, named, onLeave }: NamedFormProps) {
  const [option, setOption] = useKept<Option | null>("entry", entry);
  return (
    <PartForm
      label={say(entry ? `part-change-${kind}` : `part-add-${kind}`)}
      event={event}
      old={entry && partOf(kind, entry)}
      fresh={() => partOf(kind, option)}
      onLeave={onLeave}
      about={entry?.id ? { kind, id: entry.id } : null}
    >
      <RecordPicker
        kind={kind}
        name={kind}
        label={say(`part-${kind}`)}
        value={option}
        onChange={setOption}
        without={named.map(({ id }) => id).filter((id) => id !== entry?.id)}
        mayMake
        isFirst
      />
    </PartForm>
  );
}
