import "./editing.css";
import { useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { deleteEvents } from "../../model/bulk";
import { openDialog } from "../../model/frame";
import { Dialog } from "../dialog";
import { say } from "../say";
import { useAnswer } from "../use_answer";

/** What goes with the events, before they go. */
export function DeleteDialog({ keys }: { readonly keys: readonly number[] }) {
  const count = keys.length;
  const { result: preview } = useAnswer("preview_deletion", { keys });
  const [isBusy, setBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const isShown = preview !== null;
  // Not before it can be read what goes.
  useEffect(() => {
    if (isShown) button.current?.focus();
  }, [isShown]);
  const close = (): void => openDialog(null);
  const carryOut = async (): Promise<void> => {
    setBusy(true);
    if (await deleteEvents(keys)) close();
    else setBusy(false);
  };
  const title = preview?.titles[0];
  const isAlone = preview && preview.relations + preview.notes + preview.disputed_dates === 0;
  return (
    <Dialog
      heading={
        count === 1 && title !== undefined
          ? say("delete-heading-one", { title })
          : say("delete-heading", { count })
      }
      onClose={close}
    >
      {preview && (
        <div className="edit-body">
          {count > 1 && <Listed words={preview.titles} total={preview.events} />}
          {isAlone ? (
            <p>{say("delete-alone", { count })}</p>
          ) : (
            <>
              <p>{say("delete-with")}</p>
              {preview.relations > 0 && (
                <section>
                  <h3>{say("delete-relations", { count: preview.relations })}</h3>
                  <Listed words={preview.relation_words} total={preview.relations} />
                </section>
              )}
              {preview.notes > 0 && (
                <section>
                  <h3>{say("delete-notes", { count: preview.notes })}</h3>
                  <Listed words={preview.note_words} total={preview.notes} />
                </section>
              )}
              {preview.disputed_dates > 0 && (
                <h3>{say("delete-disputes", { count: preview.disputed_dates })}</h3>
              )}
            </>
          )}
          <p className="quiet">{say("delete-undo")}</p>
        </div>
      )}
      <div className="button-row end">
        <Button className="button" onPress={close}>
          {say("event-form-cancel")}
        </Button>
        <Button
          ref={button}
          className="button primary"
          isDisabled={!preview || isBusy}
          onPress={() => void carryOut()}
        >
          {say("delete-carry-out", { count })}
        </Button>
      </div>
    </Dialog>
  );
}

/** The first of a list, and how many more there are. */
export function Listed({
  words,
  total,
}: {
  readonly words: readonly string[];
  readonly total: number;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by the keyboard
    <ul className="edit-list" tabIndex={0}>
      {words.map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines may be alike and stay in place
        <li key={place}>{line}</li>
      ))}
      {total > words.length && (
        <li className="quiet">{say("edit-more", { count: total - words.length })}</li>
      )}
    </ul>
  );
}
