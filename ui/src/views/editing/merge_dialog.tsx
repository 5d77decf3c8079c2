import "./editing.css";
import { ArrowLeftRight } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { MergedField } from "../../ipc/generated/bindings";
import { mergeEvents } from "../../model/bulk";
import { openDialog } from "../../model/frame";
import { Dialog } from "../dialog";
import { labelOf } from "../event_form/fields";
import { say } from "../say";
import { useAnswer } from "../use_answer";
import { Listed } from "./delete_dialog";

interface MergeDialogProps {
  readonly keep: number;
  readonly other: number;
}

/** Two events side by side: where they differ one is chosen, and the rest comes together. */
export function MergeDialog(props: MergeDialogProps) {
  const [isTurned, setTurned] = useState(false);
  const [keep, other] = isTurned ? [props.other, props.keep] : [props.keep, props.other];
  const { result: preview } = useAnswer("preview_merge", { keep, other });
  const [take, setTake] = useState<readonly string[]>([]);
  const [isBusy, setBusy] = useState(false);
  const close = (): void => openDialog(null);
  const shown = preview?.keep.key === keep ? preview : null;
  const choose = (field: string, isOther: boolean): void =>
    setTake(isOther ? [...take, field] : take.filter((name) => name !== field));
  const carryOut = async (): Promise<void> => {
    setBusy(true);
    if (await mergeEvents({ keep, other, take: [...take] })) close();
    else setBusy(false);
  };
  return (
    <Dialog heading={say("merge-heading")} onClose={close} size="wide">
      {shown && (
        <div className="edit-body">
          <div className="merge-heads">
            <p>
              <span className="quiet">{say("merge-keep")}</span>
              <strong>{shown.keep.title}</strong>
              <span className="quiet">{shown.keep.date_words}</span>
            </p>
            <Button
              className="icon-button"
              aria-label={say("merge-turn")}
              onPress={() => {
                setTake([]);
                setTurned(!isTurned);
              }}
            >
              <ArrowLeftRight aria-hidden size="1rem" />
            </Button>
            <p>
              <span className="quiet">{say("merge-other")}</span>
              <strong>{shown.other.title}</strong>
              <span className="quiet">{shown.other.date_words}</span>
            </p>
          </div>
          {shown.fields.length > 0 && (
            <section>
              <h3>{say("merge-choose")}</h3>
              {shown.fields.map((field) => (
                <Choice
                  key={field.field}
                  field={field}
                  isOther={take.includes(field.field)}
                  onChoose={(isOther) => choose(field.field, isOther)}
                />
              ))}
              <p className="quiet">{say("merge-kept")}</p>
            </section>
          )}
          {shown.joined.length > 0 && (
            <section>
              <h3>{say("merge-joined")}</h3>
              <Listed words={shown.joined} total={shown.joined.length} />
            </section>
          )}
          {shown.between.length > 0 && (
            <section>
              <h3>{say("merge-between")}</h3>
              <Listed words={shown.between} total={shown.between.length} />
            </section>
          )}
          <p className="quiet">{say("delete-undo")}</p>
        </div>
      )}
      <div className="button-row end">
        <Button className="button" onPress={close}>
          {say("event-form-cancel")}
        </Button>
        <Button
          className="button primary"
          isDisabled={!shown || isBusy}
          onPress={() => void carryOut()}
        >
          {say("merge-carry-out")}
        </Button>
      </div>
    </Dialog>
  );
}

interface ChoiceProps {
  readonly field: MergedField;
  readonly isOther: boolean;
  readonly onChoose: (isOther: boolean) => void;
}

function Choice({ field: { field, keep, other }, isOther, onChoose }: ChoiceProps) {
  return (
    <fieldset className="merge-field">
      <legend>{labelOf(field)}</legend>
      {[keep, other].map((value, place) => (
        <label key={place === 0 ? "keep" : "other"} data-chosen={isOther === (place === 1)}>
          <input
            type="radio"
            name={`merge-${field}`}
            checked={isOther === (place === 1)}
            onChange={() => onChoose(place === 1)}
          />
          <span>{value}</span>
        </label>
      ))}
    </fieldset>
  );
}
