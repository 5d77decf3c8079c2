import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { dismiss, type Toast, useToasts } from "../../model/toasts";
import { say, sayWords } from "../say";

const STAYS_MS = 8000;

/** What was done and what went wrong, at the lower edge, read aloud when it appears. */
export function Toasts() {
  const toasts = useToasts(({ toasts }) => toasts);
  const of = (tone: Toast["tone"]) =>
    toasts
      .filter((toast) => toast.tone === tone)
      .map((toast) => <ToastCard key={toast.number} toast={toast} />);
  return (
    // A dialog makes inert what is outside it, and messages say what came of what it did.
    <section className="toasts" aria-label={say("frame-messages")} data-react-aria-top-layer>
      <div role="alert">{of("error")}</div>
      <div role="status">{of("done")}</div>
    </section>
  );
}

function ToastCard({ toast }: { readonly toast: Toast }) {
  const { number, tone, message, details, action } = toast;
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (tone === "error" || isHeld) return;
    const timer = setTimeout(() => dismiss(number), STAYS_MS);
    return () => clearTimeout(timer);
  }, [number, tone, isHeld]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the message only stays while read
    <div
      className="toast"
      data-tone={tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div className="toast-text">
        <p>{sayWords(message)}</p>
        {details.map((detail) => (
          <p className="quiet" key={sayWords(detail)}>
            {sayWords(detail)}
          </p>
        ))}
      </div>
      {action && (
        <Button
          className="button"
          onPress={() => {
            dismiss(number);
            action.run();
          }}
        >
          {sayWords(action.label)}
        </Button>
      )}
      <Button
        className="icon-button"
        aria-label={say("action-dismiss")}
        onPress={() => dismiss(number)}
      >
        <X aria-hidden size="1rem" />
      </Button>
    </div>
  );
}
