import "./standing.css";
import type { ReactNode } from "react";
import { day } from "../base/units";
import type { StandingSpan } from "../ipc/generated/bindings";
import { isOpen, toneOf } from "../model/standing";
import { sayDay } from "./days";
import { say } from "./say";
import { sayStandingWhole } from "./standing_words";

interface StandingStretchProps {
  readonly span: StandingSpan;
  /** Its first day. */
  readonly from: number;
  /** In hundredths of the bar. */
  readonly left: number;
  readonly width: number;
  readonly children?: ReactNode;
}

/** One standing in a bar of them; its word and first day show under the pointer. */
export function StandingStretch({ span, from, left, width, children }: StandingStretchProps) {
  const standing = sayStandingWhole(span);
  return (
    <span
      className="stretch"
      data-tone={toneOf(span)}
      data-open={isOpen(span) || undefined}
      data-part={span.part !== null || undefined}
      title={say("standing-since", { standing, day: sayDay(day(from)) })}
      style={{ left: `${left}%`, width: `${width}%` }}
    >
      {children}
    </span>
  );
}
