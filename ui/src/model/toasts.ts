import { create } from "zustand";
import type { CommandError } from "../ipc/commands";
import type { Words } from "./words";

export interface Toast {
  readonly number: number;
  /** An error stays until it is dismissed; what was done fades by itself. */
  readonly tone: "done" | "error";
  readonly message: Words;
  readonly details: readonly Words[];
  readonly action: { readonly label: Words; readonly run: () => void } | null;
}

export const useToasts = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }));

let count = 0;

/** Shows that a command was refused: what happened and what to do next. */
export function report(error: CommandError): void {
  const details = error.hint ? [{ text: error.hint }] : [];
  add({ tone: "error", message: { text: error.message }, details, action: null });
}

/** Shows what the reader should know before they go on; it stays until dismissed. */
export function warn(message: Words): void {
  add({ tone: "error", message, details: [], action: null });
}

export function tell(
  message: Words,
  extra: { details?: readonly Words[]; action?: Toast["action"] } = {},
): void {
  add({ tone: "done", message, details: extra.details ?? [], action: extra.action ?? null });
}

export function dismiss(number: number): void {
  useToasts.setState(({ toasts }) => ({
    toasts: toasts.filter((toast) => toast.number !== number),
  }));
}

function add(toast: Omit<Toast, "number">): void {
  count += 1;
  const added = { ...toast, number: count };
  useToasts.setState(({ toasts }) => {
    const others = toasts.filter((other) => !sameWords(other.message, toast.message));
    return { toasts: [...others, added].slice(-4) };
  });
}

const sameWords = (a: Words, b: Words): boolean => JSON.stringify(a) === JSON.stringify(b);
