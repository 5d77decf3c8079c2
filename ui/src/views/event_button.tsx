import type { ReactNode } from "react";
import { openInspector } from "../model/frame";
import { select } from "../model/selection";
import { focusInspector } from "./inspector/focus";

/** The name of an event, wherever it stands: leads to the event in the inspector. */
export function EventButton({
  event,
  children,
}: {
  readonly event: number;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      className="event-button"
      onClick={() => {
        select(event);
        openInspector();
        focusInspector();
      }}
    >
      {children}
    </button>
  );
}
