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
  type EventFormState,
  keepWriting,
  leaveForm,
  saveForm,
  useEventForm,
} from "../../model/event_form";
import { say } from "../say";
import { EventFields } from "./event_fields";

/** One event, to be written. Ctrl Enter saves; Esc leaves, and asks where that loses something. */
export function EventDialog() {
  const form = useEventForm(({ form }) => form);
  const body = useRef<HTMLDivElement>(null);
  const refusals = form?.refusals ?? 0;
  useEffect(() => {
    if (refusals === 0) return;
    const wrong = body.current?.querySelector<HTMLElement>("[aria-invalid='true']");
    // What is wrong may stand in a part that is closed.
    const part = wrong?.closest("details");
    if (part) part.open = true;
    wrong?.focus();
  }, [refusals]);
  if (!form) return null;
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
                if (form.isLeaving) keepWriting();
                else leaveForm();
              }
            }}
          >
            <div className="dialog-head">
              <Heading slot="title" level={2}>
                {say(`event-form-${form.target.of}`)}
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
              <EventFields form={form} />
            </div>
            <Foot form={form} />
          </div>
        </PlainDialog>
      </Modal>
    </ModalOverlay>
  );
}

function Foot({ form }: { readonly form: EventFormState }) {
  const keep = useRef<HTMLButtonElement>(null);
  const { isLeaving, isSaving, problems } = form;
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
      <p role="status" className={problems.length > 0 ? "field-error" : "quiet"}>
        {isLeaving
          ? say("event-form-leaving")
          : problems.length > 0
            ? say("event-form-problems", { count: problems.length })
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
