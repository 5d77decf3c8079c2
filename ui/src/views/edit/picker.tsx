import "./edit.css";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { Latest } from "../../base/latest";
import { asCommandError } from "../../ipc/errors";
import { report } from "../../model/toasts";
import { FieldFrame, hintId } from "../field_frame";
import { say } from "../say";
import { useFieldError } from "./edit_form";
import { useFirst } from "./fields";

/** Something that can be chosen: a record that is there, or a name for a new one. */
export interface Option {
  /** `null` for what would be made. */
  readonly id: string | null;
  readonly name: string;
  readonly detail?: string | null;
  readonly colour?: number | null;
}

interface PickerProps {
  readonly name: string;
  readonly label: string;
  readonly value: Option | null;
  readonly onChange: (value: Option | null) => void;
  /** What fits what is typed, best first. */
  readonly find: (text: string) => Promise<readonly Option[]>;
  /** Offers to make what is typed, where nothing is called so; `$name` goes in. */
  readonly newLabel?: string;
  readonly placeholder?: string;
  readonly isFirst?: boolean;
  /** What no list is asked for: the field opens it when something is typed. */
  readonly isQuietWhenBlank?: boolean;
}

const PAUSE_MS = 60;

/** A field that finds as one types. Arrows go through what was found, Enter chooses. */
export function Picker(props: PickerProps) {
  const { name, label, value, onChange, find, newLabel, placeholder } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [options, setOptions] = useState<readonly Option[]>([]);
  const [active, setActive] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const [answered, setAnswered] = useState<string | null>(null);
  const error = useFieldError(name);
  const input = useFirst<HTMLInputElement>(props.isFirst ?? false);
  const list = useRef<HTMLDivElement>(null);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const finder = useRef(find);
  finder.current = find;

  const questions = useMemo(
    () =>
      new Latest<string, readonly Option[]>(
        (text) => finder.current(text),
        (found, text) => {
          setOptions(found);
          setAnswered(text);
          setActive(0);
        },
        (reason) => {
          // There is no answer to wait for.
          setOpen(false);
          report(asCommandError(reason));
        },
      ),
    [],
  );
  useEffect(() => () => clearTimeout(pause.current), []);
  useEffect(() => {
    if (isOpen) list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active, isOpen]);

  const text = typed ?? value?.name ?? "";
  const wanted = (typed ?? "").trim();
  const ask = (wish: string, wait: number): void => {
    clearTimeout(pause.current);
    if (wish === "" && props.isQuietWhenBlank) {
      setOptions([]);
      setAnswered(null);
      return;
    }
    pause.current = setTimeout(() => questions.ask(wish), wait);
  };
  const isAnswered = answered === wanted;
  const isCalledSo = options.some((option) => same(option.name, wanted));
  const offered: readonly Option[] =
    newLabel && wanted !== "" && isAnswered && !isCalledSo
      ? [...options, { id: null, name: wanted }]
      : options;
  const isListed = isOpen && (offered.length > 0 || (isAnswered && wanted !== ""));
  /** What is listed, if anything is, was found for other words than those that stand there. */
  const isWaiting = isOpen && !isAnswered && !(wanted === "" && props.isQuietWhenBlank);

  const choose = (option: Option): void => {
    onChange(option);
    setTyped(null);
    setOpen(false);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) {
      event.preventDefault();
      if (!isOpen) {
        setOpen(true);
        ask(wanted, 0);
      } else if (offered.length > 0) {
        setActive((active + by + offered.length) % offered.length);
      }
      return;
    }
    // Fingers are faster than answers: only what was found for these words is meant.
    const option = isAnswered ? offered[active] : undefined;
    const isEnter = event.key === "Enter" && !event.ctrlKey && !event.metaKey;
    if (isEnter && (isListed || isWaiting)) {
      event.preventDefault();
      if (option) choose(option);
    } else if (event.key === "Tab" && isListed && wanted !== "" && option) {
      choose(option);
    } else if (event.key === "Escape" && isListed) {
      event.preventDefault();
      setOpen(false);
      setTyped(null);
    }
  };

  return (
    <FieldFrame look="edit" id={id} label={label} error={error}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the list closes with the field */}
      <div
        className="picker"
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
        }}
      >
        <input
          ref={input}
          id={id}
          className="field"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          value={text}
          placeholder={placeholder}
          title={value?.name}
          aria-expanded={isListed}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={isListed && offered[active] ? `${id}-${active}` : undefined}
          aria-invalid={error !== null}
          aria-describedby={hintId(id)}
          onFocus={(event) => event.target.select()}
          onMouseDown={() => {
            setOpen(true);
            ask(wanted, 0);
          }}
          onChange={(event) => {
            setTyped(event.target.value);
            if (value) onChange(null);
            setOpen(true);
            ask(event.target.value.trim(), PAUSE_MS);
          }}
          onKeyDown={onKeyDown}
        />
        <div className="picker-panel" hidden={!isListed}>
          <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} tabIndex={-1}>
            {offered.map((option, index) => (
              // The keyboard chooses in the field that owns this list.
              // biome-ignore lint/a11y/useKeyWithClickEvents: see above
              <div
                key={option.id ?? "new"}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                className="picker-option"
                aria-selected={index === active}
                data-colour={option.colour ?? undefined}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => choose(option)}
              >
                {typeof option.colour === "number" && <span className="swatch" aria-hidden />}
                <span className="picker-name">
                  {option.id === null && newLabel
                    ? say(newLabel, { name: option.name })
                    : option.name}
                </span>
                {option.detail && <span className="picker-detail">{option.detail}</span>}
              </div>
            ))}
          </div>
          {offered.length === 0 && (
            <p className="picker-none">{say("picker-none", { text: wanted })}</p>
          )}
        </div>
      </div>
    </FieldFrame>
  );
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
