import { create } from "zustand";
import { dayFromIso, isoFromDay } from "../base/civil";
import { type Day, day } from "../base/units";
import { asCommandError } from "../ipc/errors";
import { summaryNow, useCasebook } from "./casebook";
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

export const setClock = (clock: Clock, value: Day | null): void =>
  useClocks.setState({ [clock]: value });

export const knownOnNow = (): string | null => {
  const { asKnown } = useClocks.getState();
  return asKnown === null ? null : isoFromDay(asKnown);
};

/** A known-on day as the program takes it. */
export const useKnownOn = (): string | null =>
  useClocks(({ asKnown }) => (asKnown === null ? null : isoFromDay(asKnown)));

/** The day that is asked about, as {@link useAsOfDay} says it. */
export function asOfDayNow(): Day | null {
  const last = summaryNow()?.extent?.last ?? null;
  return useClocks.getState().asOf ?? (last === null ? null : day(Math.floor(last)));
}

/**
 * The day that is asked about. With none chosen it is the last day of the casebook and
 * not today: nothing in the casebook changes after it, so the answer is the same, and it
 * is the same for every reader, in every time zone and in every year.
 */
export function useAsOfDay(): Day | null {
  const asOf = useClocks((clocks) => clocks.asOf);
  const last = useCasebook(({ state }) =>
    state.kind === "open" ? (state.summary.extent?.last ?? null) : null,
  );
  return asOf ?? (last === null ? null : day(Math.floor(last)));
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
    if (now !== path) useClocks.setState(UNSET);
    path = now;
  });
}
