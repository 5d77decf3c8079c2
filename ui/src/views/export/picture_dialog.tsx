import { type ReactNode, useId, useState } from "react";
import { Button } from "react-aria-components";
import type { PicturePage, PictureScale } from "../../ipc/generated/bindings";
import {
  currentView,
  exportPicture,
  PICTURE_FORMATS,
  type PictureChoices,
} from "../../model/exchange";
import { openDialog } from "../../model/frame";
import { Dialog } from "../dialog";
import { say } from "../say";

const PAGES: readonly PicturePage[] = ["a4", "letter", "a3", "sheet"];
const SCALES: readonly PictureScale[] = [1, 2, 3, 4];
const WIDTHS: readonly number[] = [1200, 2400, 4800, 9600];

const FIRST: PictureChoices = {
  format: "pdf",
  shows: "whole",
  width: null,
  scale: 2,
  page: "a4",
};

/** How much of the timeline a picture shows, and on what; where it goes is asked next. */
export function PictureDialog() {
  const [choices, setChoices] = useState(FIRST);
  const choose = (change: Partial<PictureChoices>) => setChoices({ ...choices, ...change });
  const { format, shows, width, scale, page } = choices;
  const hasView = currentView() !== null;
  const widthId = useId();
  return (
    <Dialog heading={say("picture-heading")} onClose={() => openDialog(null)}>
      <div className="picture-choices">
        <Choice legend={say("picture-format")} hint={say(`export-${format}-text`)}>
          {PICTURE_FORMATS.map((name) => (
            <Radio
              key={name}
              group="picture-format"
              isChosen={format === name}
              onChoose={() => choose({ format: name })}
            >
              {say(`export-${name}`)}
            </Radio>
          ))}
        </Choice>
        <Choice legend={say("picture-shows")} hint={say(`picture-shows-${shows}-text`)}>
          <Radio
            group="picture-shows"
            isChosen={shows === "whole"}
            onChoose={() => choose({ shows: "whole" })}
          >
            {say("picture-shows-whole")}
          </Radio>
          <Radio
            group="picture-shows"
            isChosen={shows === "view"}
            isDisabled={!hasView}
            onChoose={() => choose({ shows: "view" })}
          >
            {say("picture-shows-view")}
          </Radio>
        </Choice>
        {format === "pdf" && (
          <Choice legend={say("picture-pages")}>
            {PAGES.map((name) => (
              <Radio
                key={name}
                group="picture-page"
                isChosen={page === name}
                onChoose={() => choose({ page: name })}
              >
                {say(`picture-page-${name}`)}
              </Radio>
            ))}
          </Choice>
        )}
        {format === "png" && (
          <Choice legend={say("picture-scale")} hint={say("picture-scale-text")}>
            {SCALES.map((times) => (
              <Radio
                key={times}
                group="picture-scale"
                isChosen={scale === times}
                onChoose={() => choose({ scale: times })}
              >
                {say("picture-scale-value", { times })}
              </Radio>
            ))}
          </Choice>
        )}
        {shows === "whole" && (
          <div className="picture-width">
            <label htmlFor={widthId}>{say("picture-width")}</label>
            <select
              id={widthId}
              className="field"
              value={width ?? ""}
              onChange={({ target }) =>
                choose({ width: target.value === "" ? null : Number(target.value) })
              }
            >
              <option value="">{say("picture-width-needed")}</option>
              {WIDTHS.map((pixels) => (
                <option key={pixels} value={pixels}>
                  {say("picture-width-value", { pixels })}
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
      <div className="button-row end">
        <Button className="button" onPress={() => openDialog({ kind: "export" })}>
          {say("action-back")}
        </Button>
        <Button className="button primary" onPress={() => void exportPicture(choices)}>
          {say("picture-confirm")}
        </Button>
      </div>
    </Dialog>
  );
}

interface ChoiceProps {
  readonly legend: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

function Choice({ legend, hint, children }: ChoiceProps) {
  const hintId = useId();
  return (
    <fieldset aria-describedby={hint ? hintId : undefined}>
      <legend>{legend}</legend>
      <div className="picture-row">{children}</div>
      {hint && (
        <p className="quiet" id={hintId}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}

interface RadioProps {
  readonly group: string;
  readonly isChosen: boolean;
  readonly isDisabled?: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

function Radio({ group, isChosen, isDisabled = false, onChoose, children }: RadioProps) {
  return (
    <label className="radio-row">
      <input
        type="radio"
        name={group}
        checked={isChosen}
        disabled={isDisabled}
        onChange={onChoose}
      />
      {children}
    </label>
  );
}
