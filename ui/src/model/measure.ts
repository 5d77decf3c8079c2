import { create } from "zustand";
import { useCasebook } from "./casebook";

/** The event that time is measured from. */
export interface Origin {
  readonly key: number;
  readonly title: string;
}

export const useMeasure = create<{ readonly origin: Origin | null }>(() => ({ origin: null }));

export const measureFrom = (origin: Origin | null): void => useMeasure.setState({ origin });

/** Another casebook has other events. */
export const followOrigin = (): (() => void) =>
  useCasebook.subscribe(({ state }, { state: before }) => {
    const path = state.kind === "open" ? state.summary.path : null;
    if (path !== (before.kind === "open" ? before.summary.path : null)) measureFrom(null);
  });
