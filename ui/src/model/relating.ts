import { create } from "zustand";
import { mayEdit } from "./casebook";
import { openInspector } from "./frame";
import { selectedNow } from "./selection";

/** The event that is to be related to another one, asked for from elsewhere. */
const useWish = create<{ readonly event: number | null }>(() => ({ event: null }));

/** Asks for the form that relates the selected event to another one. */
export function relateSelected(): void {
  const event = selectedNow();
  if (event === null || !mayEdit()) return;
  openInspector();
  useWish.setState({ event });
}

export const useIsRelating = (event: number): boolean =>
  useWish((wish) => wish.event === event);

export const takeWish = (): void => useWish.setState({ event: null });
