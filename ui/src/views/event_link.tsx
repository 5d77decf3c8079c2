import type { ReactNode } from "react";
import { openInspector } from "../model/frame";
import { select } from "../model/selection";
import { focusInspector } from "./inspector/focus";

interface EventLinkProps {
  readonly event: number;
  readonly children: ReactNode;
}

/** The name of an event, wherever it stands: leads to the event in the inspector. */
export function EventLink({ event, children }: EventLinkProps) {
  return (
    <a
      className="event-link"
      href={`#event-${event}`}
      onClick={(click) => {
        click.preventDefault();
        select(event);
        openInspector();
        focusInspector();
      }}
    >
      {children}
    </a>
  );
}
