import { create } from "zustand";
import { dayFromIso, isoFromDay } from "../base/civil";
import { type Day, day } from "../base/units";
import { asCommandError } from "../ipc/errors";
import { summaryNow, useCasebook } from "./casebook";
import { changeFilter } from "./filter";
import { ask } from "./program";
import type { Words } from "./words";

/** The two clocks: the day that is asked about, and how far its knowledge goes. */
export interface Clocks {
  /** What stood at the end of this day; `null` is the last day of the casebook. */
  readonly asOf: Day | null;
  /** Only what was public by the end of this day; `null` is all that is known. */
  readonly asKnown: Day | null;
}

export type Clock = keyof Clocks;

const UNSET: Clocks = { asOf: null, asKnown: null };

export const useClocks = create<Clocks>(() => UNSET);

export function setClock(clock: Clock, value: Day | null): void {
  // A filter that only seems to be another one would have everything asked for again.
  if (useClocks.getState()[clock] === value) return;
  useClocks.setState({ [clock]: value });
  // What was not public yet is in no view; what had not happened yet is only dimmed.
  if (clock === "asKnown") {
    changeFilter({ known_on: value === null ? null : isoFromDay(value) });
  }
}

export const knownOnNow = (): string | null => {
  const { asKnown } = useClocks.getState();
  return asKnown === null ? null : isoFromDay(asKnown);
};

/** A known-on day as the program takes it. */
export const useKnownOn = (): string | null =>
  useClocks(({ asKnown }) => (asKnown === null ? null : isoFromDay(asKnown)));

/** The day that is asked about, as {@link useAsOfDay} says it. */
export const asOfDayNow = (): Day | null =>
  asOfDay(useClocks.getState(), summaryNow()?.extent?.last ?? null);

/** The clocks as the program takes them. */
export function clocksNow(): { as_of: string | null; known_on: string | null } {
  const { asOf, asKnown } = useClocks.getState();
  const iso = (value: Day | null) => (value === null ? null : isoFromDay(value));
  return { as_of: iso(asOf), known_on: iso(asKnown) };
}

/** Whether a day lies after the day that is asked about; an open beginning never does. */
export function useIsLater(): (earliest: string | null) => boolean {
  const asOf = useClocks((clocks) => clocks.asOf);
  return (earliest) => {
    const first = earliest === null || asOf === null ? null : dayFromIso(earliest);
    return first !== null && asOf !== null && first > asOf;
  };
}

/**
 * The day that is asked about. With none chosen it is the last day that is told of, of
 * the casebook or of what is known, and not today: nothing changes after it, so the
 * answer is the same for every reader, in every time zone and in every year.
 */
export function useAsOfDay(): Day | null {
  const clocks = useClocks();
  const last = useCasebook(({ state }) =>
    state.kind === "open" ? (state.summary.extent?.last ?? null) : null,
  );
  return asOfDay(clocks, last);
}

function asOfDay({ asOf, asKnown }: Clocks, last: number | null): Day | null {
  if (asOf !== null || last === null) return asOf;
  return day(Math.floor(Math.min(last, asKnown ?? last)));
}

/** Takes a typed day for a clock, or says why not. Nothing typed clears the clock. */
export async function typeClock(clock: Clock, text: string): Promise<Words | null> {
  if (text.trim() === "") {
    setClock(clock, null);
    return null;
  }
  try {
    const { earliest, latest, error, readings } = await ask("explain_date", { text });
    if (readings.length > 1) return { id: "date-ambiguous" };
    if (error !== null) return { text: error };
    const value = earliest !== null && earliest === latest ? dayFromIso(earliest) : null;
    if (value === null) return { id: "clock-one-day" };
    setClock(clock, value);
    return null;
  } catch (reason) {
    return { text: asCommandError(reason).message };
  }
}

/** Another casebook has other days. */
export function followClocks(): () => void {
  let path = summaryNow()?.path;
  return useCasebook.subscribe(() => {
    const now = summaryNow()?.path;
    if (now !== path) {
      setClock("asOf", null);
      setClock("asKnown", null);
    }
    path = now;
  });
}
