import "./event_form.css";
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import {
  Button,
  Heading,
  Modal,
  ModalOverlay,
  Dialog as PlainDialog,
} from "react-aria-components";
import {
  discardForm,
  keepWriting,
  leaveForm,
  saveForm,
  useEventForm,
} from "../../model/event_form";
import { say } from "../say";
import { EventFields } from "./event_fields";

/** One event, to be written. Ctrl Enter saves; Esc leaves, and asks where that loses something. */
export function EventDialog() {
  const of = useEventForm(({ form }) => form?.target.of);
  const refusals = useEventForm(({ form }) => form?.refusals ?? 0);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusals === 0) return;
    const wrong = body.current?.querySelector<HTMLElement>("[aria-invalid='true']");
    // What is wrong may stand in a part that is closed.
    const part = wrong?.closest("details");
    if (part) part.open = true;
    wrong?.focus();
  }, [refusals]);
  if (!of) return null;
  return (
    <ModalOverlay className="overlay" isOpen isKeyboardDismissDisabled>
      <Modal className="modal event-modal">
        <PlainDialog className="dialog event-dialog">
          {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole form */}
          <div
            className="event-form"
            ref={body}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
                event.preventDefault();
                void saveForm();
              } else if (event.key === "Escape" && !isListOpen(event)) {
                event.preventDefault();
                if (useEventForm.getState().form?.isLeaving) keepWriting();
                else leaveForm();
              }
            }}
          >
            <div className="dialog-head">
              <Heading slot="title" level={2}>
                {say(`event-form-${of}`)}
              </Heading>
              <Button
                className="icon-button"
                aria-label={say("action-close")}
                onPress={leaveForm}
              >
                <X aria-hidden size="1.125rem" />
              </Button>
            </div>
            <div className="event-fields">
              <EventFields />
            </div>
            <Foot />
          </div>
        </PlainDialog>
      </Modal>
    </ModalOverlay>
  );
}

function Foot() {
  const keep = useRef<HTMLButtonElement>(null);
  const isLeaving = useEventForm(({ form }) => form?.isLeaving ?? false);
  const isSaving = useEventForm(({ form }) => form?.isSaving ?? false);
  const problems = useEventForm(({ form }) => form?.problems.length ?? 0);
  useEffect(() => {
    if (!isLeaving) return;
    const written = document.activeElement;
    keep.current?.focus();
    return () => {
      // Who goes on writing does so where they were.
      if (written instanceof HTMLElement) written.focus();
    };
  }, [isLeaving]);
  return (
    <div className="event-foot">
      <p role="status" className={problems > 0 ? "field-error" : "quiet"}>
        {isLeaving
          ? say("event-form-leaving")
          : problems > 0
            ? say("event-form-problems", { count: problems })
            : say("event-form-hint")}
      </p>
      {isLeaving ? (
        <div className="button-row end">
          <Button className="button" onPress={discardForm}>
            {say("event-form-discard")}
          </Button>
          <Button ref={keep} className="button primary" onPress={keepWriting}>
            {say("event-form-keep")}
          </Button>
        </div>
      ) : (
        <div className="button-row end">
          <Button className="button" onPress={leaveForm}>
            {say("event-form-cancel")}
          </Button>
          <Button
            className="button primary"
            isDisabled={isSaving}
            onPress={() => void saveForm()}
          >
            {say("event-form-save")}
          </Button>
        </div>
      )}
    </div>
  );
}

/** A list of choices that is open is what Esc closes. */
const isListOpen = ({ target, defaultPrevented }: React.KeyboardEvent): boolean =>
  defaultPrevented ||
  (target instanceof HTMLElement && target.getAttribute("aria-expanded") === "true");
