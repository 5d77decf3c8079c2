import { create } from "zustand";
import { Latest } from "../base/latest";
import { asCommandError } from "../ipc/errors";
import type { MoveBy, MovedDate, MovePart } from "../ipc/generated/bindings";
import { say } from "./bulk";
import { ask } from "./program";
import { useSelection } from "./selection";
import { useTimeline } from "./timeline";
import { report, warn } from "./toasts";

/** A move of an event that is not made yet. */
export interface Move {
  readonly key: number;
  readonly part: MovePart;
  readonly by: MoveBy;
  /** Where it starts, and where it leads as far as the program has said. */
  readonly start: MovedDate | null;
  readonly now: MovedDate | null;
  /** The keyboard moves it, and says when it has come to its place. */
  readonly byKeys: boolean;
  readonly isSaving: boolean;
}

export const useMove = create<{ readonly move: Move | null }>(() => ({ move: null }));

export const moveNow = (): Move | null => useMove.getState().move;

type Question = Pick<Move, "key" | "part" | "by">;

const previews = new Latest<Question, MovedDate>(
  ({ key, part, by }) => ask("preview_move", { key, part, by }),
  (date, { key, by }) => {
    const move = moveNow();
    if (!move || move.key !== key || move.isSaving) return;
    const start = move.start ?? (by.count === 0 ? date : null);
    useMove.setState({ move: { ...move, start, now: date } });
  },
  (reason) => {
    cancelMove();
    report(asCommandError(reason));
  },
);

export function startMove(key: number, part: MovePart, byKeys = false): void {
  const by: MoveBy = byKeys ? { in: "steps", count: 0 } : { in: "days", count: 0 };
  const move = { key, part, by, start: null, now: null, byKeys, isSaving: false };
  useMove.setState({ move });
  // The first answer tells where it stands; what is asked meanwhile waits for it.
  previews.ask({ key, part, by });
}

export function moveBy(by: MoveBy): void {
  const move = moveNow();
  if (!move || move.isSaving || (by.in === move.by.in && by.count === move.by.count)) return;
  useMove.setState({ move: { ...move, by } });
  previews.ask({ key: move.key, part: move.part, by });
}

export const moveBySteps = (steps: number): void => {
  const move = moveNow();
  if (move) moveBy({ in: "steps", count: move.by.count + steps });
};

const PARTS = ["whole", "start", "end"] as const satisfies readonly MovePart[];

/** The whole, the beginning, the end: each in turn, from where it stands. */
export function movePart(by: 1 | -1): void {
  const move = moveNow();
  if (!move || move.isSaving) return;
  const next = PARTS.at((PARTS.indexOf(move.part) + by) % PARTS.length) ?? "whole";
  startMove(move.key, next, move.byKeys);
}

export const cancelMove = (): void => useMove.setState({ move: null });

/** Makes the move, as one step that can be undone; one that is refused says why. */
export async function finishMove(): Promise<void> {
  const move = moveNow();
  if (!move || move.isSaving) return;
  const { key, part, by } = move;
  if (by.count === 0) {
    cancelMove();
    return;
  }
  useMove.setState({ move: { ...move, isSaving: true } });
  try {
    // The answer that stands there may be of an earlier place, and the mark waits in its own.
    const date = await ask("preview_move", { key, part, by });
    if (date.refused !== null) warn({ id: "toast-not-moved", args: { reason: date.refused } });
    else if (date.is_changed) {
      useMove.setState({ move: { ...move, now: date, isSaving: true } });
      const outcome = await ask("move_event", { key, part, by });
      const drawn = nextPicture();
      say(outcome);
      // Until the new picture is there, the mark would jump back.
      await drawn;
    }
  } catch (reason) {
    report(asCommandError(reason));
  } finally {
    if (moveNow()?.isSaving && moveNow()?.key === key) cancelMove();
  }
}

const LONGEST_MS = 500;

const nextPicture = (): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      stop();
      clearTimeout(timer);
      resolve();
    };
    const stop = useTimeline.subscribe(({ picture }, before) => {
      if (picture !== before.picture) done();
    });
    const timer = setTimeout(done, LONGEST_MS);
  });

/** A move is of the selected event; it ends with the selection. */
export const followMove = (): (() => void) =>
  useSelection.subscribe(({ key }) => {
    const move = moveNow();
    if (move && !move.isSaving && move.key !== key) cancelMove();
  });
