import type { ReactNode } from "react";
import { useIsLater } from "../model/clocks";
import { openInspector } from "../model/frame";
import { select } from "../model/selection";
import { focusInspector } from "./inspector/focus";
import { say } from "./say";

interface EventLinkProps {
  readonly event: number;
  /** Its first possible day; it is dimmed while that is after the day asked about. */
  readonly earliest?: string | null;
  /** -1 where the keys reach it another way. */
  readonly tabIndex?: number;
  readonly children: ReactNode;
}

/** The name of an event, wherever it stands: leads to the event in the inspector. */
export function EventLink({ event, earliest = null, tabIndex, children }: EventLinkProps) {
  const isLater = useIsLater()(earliest);
  return (
    <a
      className="event-link"
      dir="auto"
      data-later={isLater || undefined}
      href={`#event-${event}`}
      tabIndex={tabIndex}
      onClick={(click) => {
        click.preventDefault();
        select(event);
        openInspector();
        focusInspector();
      }}
    >
      {children}
      {isLater && <span className="visually-hidden"> ({say("clock-not-yet")})</span>}
    </a>
  );
}
