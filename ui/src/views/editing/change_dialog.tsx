import "../event_form/event_form.css";
import "./editing.css";
import { type ReactNode, useId, useState } from "react";
import { Button } from "react-aria-components";
import type { BulkChange, EventChoices, ShiftUnit } from "../../ipc/generated/bindings";
import { changeEvents, UNCHANGED } from "../../model/bulk";
import { openDialog } from "../../model/frame";
import { Dialog } from "../dialog";
import { labelOf } from "../event_form/fields";
import { isNewName, NameInput } from "../event_form/name_input";
import { FieldFrame } from "../field_frame";
import { say, sayOr } from "../say";
import { useAnswer } from "../use_answer";
import { useSettled } from "../use_settled";
import { Listed } from "./delete_dialog";

const UNITS: readonly ShiftUnit[] = ["days", "months", "years"];

interface ChangeDialogProps {
  readonly keys: readonly number[];
}

/** One change for all events that are selected; what is left alone stays as it is. */
export function ChangeDialog({ keys }: ChangeDialogProps) {
  const count = keys.length;
  const { result: form } = useAnswer("event_form", { target: { of: "new" } });
  const [change, setChange] = useState<BulkChange>(UNCHANGED);
  const [isShiftWrong, setShiftWrong] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const close = (): void => openDialog(null);
  const put = (part: Partial<BulkChange>): void => setChange({ ...change, ...part });
  const isSomething =
    JSON.stringify({ ...change, shift: null }) !== JSON.stringify(UNCHANGED) ||
    (change.shift?.count ?? 0) !== 0;
  const mayCarryOut = isSomething && !isShiftWrong && !isBusy;
  const carryOut = async (): Promise<void> => {
    if (!mayCarryOut) return;
    setBusy(true);
    if (await changeEvents(keys, change)) close();
    else setBusy(false);
  };
  return (
    <Dialog heading={say("bulk-heading", { count })} onClose={close}>
      {form && (
        // biome-ignore lint/a11y/noStaticElementInteractions: a key of the whole form
        <div
          className="edit-body"
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            void carryOut();
          }}
        >
          <Fields choices={form.choices} change={change} put={put}>
            <Shift put={put} isWrong={isShiftWrong} setWrong={setShiftWrong} />
          </Fields>
          {change.shift !== null && change.shift.count !== 0 && (
            <ShiftPreview keys={keys} change={change} />
          )}
        </div>
      )}
      <div className="button-row end">
        <Button className="button" onPress={close}>
          {say("event-form-cancel")}
        </Button>
        <Button
          className="button primary"
          isDisabled={!mayCarryOut}
          onPress={() => void carryOut()}
        >
          {say("bulk-carry-out", { count })}
        </Button>
      </div>
    </Dialog>
  );
}

interface FieldsProps {
  readonly choices: EventChoices;
  readonly change: BulkChange;
  readonly put: (part: Partial<BulkChange>) => void;
  readonly children: ReactNode;
}

function Fields({ choices, change, put, children }: FieldsProps) {
  const laneId = useId();
  const { lane } = change;
  const principles = choices.principles;
  return (
    <div className="event-grid">
      <FieldFrame
        look="event"
        id={laneId}
        label={labelOf("lane")}
        error={null}
        hint={isNewName(lane ?? "", choices.lanes) && <p>{say("event-form-new-lane")}</p>}
      >
        <NameInput
          id={laneId}
          label={labelOf("lane")}
          value={lane ?? ""}
          names={choices.lanes}
          placeholder={say("bulk-as-it-is")}
          onChange={(name) => put({ lane: name.trim() === "" ? null : name })}
        />
      </FieldFrame>
      <Select
        label={labelOf("kind")}
        value={change.kind}
        options={choices.kinds.map((kind) => [kind, sayOr("kind", kind)])}
        onChange={(kind) => put({ kind })}
      />
      <Select
        label={labelOf("confidence")}
        value={change.confidence}
        options={[
          ...choices.confidences.map((word): [string, string] => [
            word,
            sayOr("confidence", word),
          ]),
          ["", say("event-form-unsaid")],
        ]}
        onChange={(confidence) => put({ confidence })}
      />
      <Select
        label={labelOf("main_case")}
        value={change.main_case === null ? null : String(change.main_case)}
        options={[
          ["true", say("history-yes")],
          ["false", say("history-no")],
        ]}
        onChange={(word) => put({ main_case: word === null ? null : word === "true" })}
      />
      {principles.length > 0 &&
        (["add_principles", "remove_principles"] as const).map((field) => (
          <Select
            key={field}
            label={say(`bulk-${field.replaceAll("_", "-")}`)}
            value={change[field][0] ?? null}
            none={say("bulk-none")}
            options={principles.map(({ id, name }) => [id, name])}
            onChange={(id) => put({ [field]: id === null ? [] : [id] })}
          />
        ))}
      {children}
    </div>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string | null;
  readonly none?: string;
  readonly options: readonly (readonly [word: string, name: string])[];
  readonly onChange: (word: string | null) => void;
}

/** No word of a list is this. */
const AS_IT_IS = "\u0000";

function Select({ label, value, none, options, onChange }: SelectProps) {
  const id = useId();
  return (
    <FieldFrame look="event" id={id} label={label} error={null}>
      <select
        id={id}
        className="field"
        value={value ?? AS_IT_IS}
        onChange={({ target }) => onChange(target.value === AS_IT_IS ? null : target.value)}
      >
        <option value={AS_IT_IS}>{none ?? say("bulk-as-it-is")}</option>
        {options.map(([word, name]) => (
          <option key={word} value={word}>
            {name}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

interface ShiftProps extends Pick<FieldsProps, "put"> {
  /** What was typed is no number, and nothing is carried out while it stands. */
  readonly isWrong: boolean;
  readonly setWrong: (isWrong: boolean) => void;
}

function Shift({ put, isWrong, setWrong }: ShiftProps) {
  const [text, setText] = useState("");
  const [unit, setUnit] = useState<ShiftUnit>("days");
  const [way, setWay] = useState<1 | -1>(1);
  const id = useId();
  const tell = (count: string, unit: ShiftUnit, way: 1 | -1): void => {
    const isNumber = /^\d{1,6}$/.test(count.trim());
    const number = isNumber ? Number(count) : 0;
    setWrong(!isNumber && count.trim() !== "");
    put({ shift: number === 0 ? null : { unit, count: number * way } });
  };
  return (
    <fieldset className="event-field event-wide bulk-shift">
      <legend>{say("bulk-shift")}</legend>
      <input
        id={id}
        className="field"
        inputMode="numeric"
        autoComplete="off"
        value={text}
        aria-label={say("bulk-shift-count")}
        placeholder="0"
        aria-invalid={isWrong}
        aria-describedby={`${id}-error`}
        onChange={(event) => {
          setText(event.target.value);
          tell(event.target.value, unit, way);
        }}
      />
      <select
        className="field"
        value={unit}
        aria-label={say("bulk-shift-unit")}
        onChange={(event) => {
          const next = event.target.value as ShiftUnit;
          setUnit(next);
          tell(text, next, way);
        }}
      >
        {UNITS.map((name) => (
          <option key={name} value={name}>
            {say(`bulk-unit-${name}`)}
          </option>
        ))}
      </select>
      <select
        className="field"
        value={way}
        aria-label={say("bulk-shift-way")}
        onChange={(event) => {
          const next = event.target.value === "1" ? 1 : -1;
          setWay(next);
          tell(text, unit, next);
        }}
      >
        <option value={1}>{say("bulk-later")}</option>
        <option value={-1}>{say("bulk-earlier")}</option>
      </select>
      <p id={`${id}-error`} className="field-error" role="status" hidden={!isWrong}>
        {isWrong && say("bulk-shift-wrong")}
      </p>
    </fieldset>
  );
}

/** What the first date becomes, and which dates stay because they are not so fine. */
function ShiftPreview({ keys, change }: ChangeDialogProps & { change: BulkChange }) {
  const settled = useSettled(change);
  const { result } = useAnswer("preview_change", { keys, change: settled });
  if (!result) return null;
  const { example, not_shifted, reasons } = result;
  return (
    <div role="status">
      {example && (
        <p>{say("bulk-example", { from: example.from_words, to: example.to_words })}</p>
      )}
      {not_shifted > 0 && (
        <>
          <p className="field-error">{say("bulk-not-shifted", { count: not_shifted })}</p>
          <Listed
            words={reasons.map(
              ({ title, date_words, reason }) => `${title} (${date_words}): ${reason}`,
            )}
            total={not_shifted}
          />
        </>
      )}
    </div>
  );
}
