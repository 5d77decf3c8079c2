import "./event_form.css";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from "react-aria-components";
import type { NamedRef } from "../../ipc/generated/bindings";
import { hintId } from "../field_frame";
import { say } from "../say";

export function isNewName(value: string, names: readonly NamedRef[]): boolean {
  const text = value.trim();
  return text !== "" && !names.some(({ id, name }) => name === text || id === text);
}

interface NameInputProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly names: readonly NamedRef[];
  readonly isWrong?: boolean;
  readonly placeholder?: string;
  readonly onChange: (name: string) => void;
  readonly onLeave?: () => void;
}

/** A name that is typed, with those that there are to choose from. */
export function NameInput(props: NameInputProps) {
  const { id, label, value, names, isWrong = false, placeholder, onChange, onLeave } = props;
  // Whoever opens the list without typing sees all of it.
  const [isSearching, setSearching] = useState(false);
  const wanted = value.trim().toLowerCase();
  const shown = isSearching
    ? names.filter(({ name }) => name.toLowerCase().includes(wanted))
    : names;
  return (
    <ComboBox
      aria-label={label}
      allowsCustomValue
      menuTrigger="input"
      items={shown}
      inputValue={value}
      onInputChange={(name) => {
        if (name === value) return;
        setSearching(true);
        onChange(name);
      }}
      onSelectionChange={(key) => {
        const name = names.find((known) => known.id === key)?.name;
        if (name !== undefined) onChange(name);
      }}
      onOpenChange={(isOpen) => {
        if (!isOpen) setSearching(false);
      }}
    >
      <div className="name-input">
        <Input
          id={id}
          className="field"
          autoComplete="off"
          placeholder={placeholder ?? ""}
          aria-invalid={isWrong}
          aria-describedby={hintId(id)}
          onBlur={() => onLeave?.()}
        />
        <Button className="name-open" aria-label={say("event-form-choose")}>
          <ChevronDown aria-hidden size="0.875rem" />
        </Button>
      </div>
      <Popover className="popover name-list">
        <ListBox className="menu" items={shown}>
          {({ id: word, name }: NamedRef) => (
            <ListBoxItem className="menu-item" id={word} textValue={name}>
              {name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
