import { create } from "zustand";
import { asCommandError } from "../ipc/errors";
import { arrangementNow } from "./arrangement";
import { useCasebook } from "./casebook";
import { filterNow, useFilter } from "./filter";
import { useFrame } from "./frame";
import { ask } from "./program";
import { chosenInTable } from "./row_keys";
import { select, selectedNow, step, stepInto, useSelection } from "./selection";
import { report, tell } from "./toasts";

/** Events that are selected together on the timeline; the table has rows of its own. */
export interface ChosenState {
  readonly keys: ReadonlySet<number>;
}

const NONE: ReadonlySet<number> = new Set();

export const useChosen = create<ChosenState>(() => ({ keys: NONE }));

const chosenNow = (): ReadonlySet<number> => useChosen.getState().keys;

export function clearChosen(): void {
  if (chosenNow().size > 0) useChosen.setState({ keys: NONE });
}

/** Takes an event to those that are selected together, or out of them. */
export function toggleChosen(key: number): void {
  const keys = new Set(chosenNow());
  const selected = selectedNow();
  if (keys.size === 0 && selected !== null && selected !== key) keys.add(selected);
  if (keys.has(key)) keys.delete(key);
  else keys.add(key);
  useChosen.setState({ keys });
  if (keys.has(key)) select(key, "place");
}

/** The selected event joins the others, or leaves them: the keyboard's way. */
export function toggleSelected(): void {
  const key = selectedNow();
  if (key === null) return;
  const keys = new Set(chosenNow());
  if (keys.has(key)) keys.delete(key);
  else keys.add(key);
  useChosen.setState({ keys });
}

/** Steps to another event, which joins the others with the one that was left. */
export function stepExtending(to: Parameters<typeof step>[0]): void {
  const left = selectedNow();
  if (left === null) {
    step(to);
    return;
  }
  join(left);
  step(to, (footing) => {
    // Let go meanwhile, they take nothing to them any more.
    if (chosenNow().has(left)) join(footing.key);
    stepInto(footing);
  });
}

const join = (key: number): void =>
  useChosen.setState({ keys: new Set([...chosenNow(), key]) });

/** Everything that the lanes show in time from the selected event to this one. */
export async function chooseUpTo(key: number): Promise<void> {
  const anchor = selectedNow();
  if (anchor === null) return select(key, "place");
  const between = { filter: filterNow(), lanes: arrangementNow(), from: anchor, to: key };
  try {
    const { keys, total } = await ask("events_between", between);
    if (keys.length === 0) return;
    useChosen.setState({ keys: new Set([...chosenNow(), ...keys]) });
    const count = keys.length;
    if (count < total) tell({ id: "toast-chosen-some", args: { count, total } });
  } catch (reason) {
    report(asCommandError(reason));
  }
}

/** The events that a command means. */
export async function chosenEvents(): Promise<readonly number[]> {
  const { view } = useFrame.getState();
  if (view === "table") return chosenInTable();
  const keys = [...chosenNow()];
  if (view === "timeline" && keys.length > 1) return keys;
  const selected = selectedNow();
  return selected === null ? [] : [selected];
}

/** Two chosen events, the one that the inspector shows first. */
export function chosenPair(keys: readonly number[]): readonly [number, number] | null {
  const [first, second, ...more] = keys;
  if (first === undefined || second === undefined || more.length > 0) return null;
  return selectedNow() === second ? [second, first] : [first, second];
}

/** Events that are selected together stay so until something else is asked for. */
export function followChosen(): () => void {
  const stops = [
    useSelection.subscribe(({ key }, before) => {
      if (key === before.key) return;
      if (key === null || !chosenNow().has(key)) clearChosen();
    }),
    useFilter.subscribe(clearChosen),
    useCasebook.subscribe(({ state }, { state: before }) => {
      const path = state.kind === "open" ? state.summary.path : null;
      if (path !== (before.kind === "open" ? before.summary.path : null)) clearChosen();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
