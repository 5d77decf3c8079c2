import type { CommandError } from "./commands";

/** Whatever a call was refused with, as an error that can be shown. */
export function asCommandError(reason: unknown): CommandError {
  if (isCommandError(reason)) return reason;
  return {
    code: "unexpected",
    message: reason instanceof Error ? reason.message : String(reason),
    hint: null,
  };
}

const isCommandError = (reason: unknown): reason is CommandError =>
  typeof reason === "object" &&
  reason !== null &&
  "code" in reason &&
  typeof reason.code === "string" &&
  "message" in reason &&
  typeof reason.message === "string" &&
  "hint" in reason;
