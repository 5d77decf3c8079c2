import { X } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { NamedRef, SharedKind } from "../../ipc/generated/bindings";
import { RecordPicker } from "../edit/pickers";
import { say } from "../say";

interface RecordsFieldProps {
  readonly name: string;
  readonly label: string;
  readonly of: SharedKind;
  readonly ids: readonly string[];
  readonly names: readonly NamedRef[];
  readonly isReadOnly: boolean;
  readonly onChange: (ids: readonly string[]) => void;
}

/** Other records that a record names, each of which can be taken out again. */
export function RecordsField({
  name,
  label,
  of,
  ids,
  names,
  isReadOnly,
  onChange,
}: RecordsFieldProps) {
  const [picked, setPicked] = useState<readonly NamedRef[]>([]);
  const [picks, setPicks] = useState(0);
  const nameOf = (id: string): string =>
    [...picked, ...names].find((one) => one.id === id)?.name ?? id;
  return (
    <div className="records-field">
      {isReadOnly ? (
        <p className="records-label">{label}</p>
      ) : (
        <RecordPicker
          key={picks}
          kind={of}
          name={name}
          label={label}
          value={null}
          without={ids}
          isFirst={picks > 0}
          onChange={(option) => {
            if (!option?.id) return;
            setPicked([...picked, { id: option.id, name: option.name }]);
            setPicks(picks + 1);
            onChange([...ids, option.id]);
          }}
        />
      )}
      {ids.length > 0 && (
        <ul className="records-chosen" aria-label={label}>
          {ids.map((id) => (
            <li key={id}>
              <span>{nameOf(id)}</span>
              {!isReadOnly && (
                <Button
                  className="icon-button small"
                  aria-label={say("contents-let-go", { name: nameOf(id) })}
                  onPress={() => onChange(ids.filter((other) => other !== id))}
                >
                  <X aria-hidden size="0.75rem" />
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
