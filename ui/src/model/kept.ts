import { useCasebook } from "./casebook";
import { holdBack } from "./leaving";

/** What was typed into a form that was not left: by its scope, then by its field. */
const typed = new Map<string, Map<string, unknown>>();
/** Which form of a list is open, by the scope of the list. */
const openForms = new Map<string, string>();

export const keptValue = (scope: string, field: string): unknown =>
  typed.get(scope)?.get(field);

export function keepValue(scope: string, field: string, value: unknown): void {
  const fields = typed.get(scope) ?? new Map<string, unknown>();
  typed.set(scope, fields.set(field, value));
}

/** What stands in the field is what stood there before anything was typed. */
export function dropValue(scope: string, field: string): void {
  const fields = typed.get(scope);
  fields?.delete(field);
  if (fields?.size === 0) typed.delete(scope);
}

export const keptForm = (list: string): string | null => openForms.get(list) ?? null;

export const keepForm = (list: string, entry: string): void => void openForms.set(list, entry);

/** Whether something was typed into a form and neither saved nor put back. */
export const isWritten = (list: string, entry: string): boolean =>
  typed.has(scopeOf(list, entry));

/** The form was left: what was typed is saved, or not wanted. */
export function forgetForm(list: string, entry: string | null): void {
  openForms.delete(list);
  typed.delete(scopeOf(list, entry));
}

export const scopeOf = (list: string, entry: string | null): string => `${list} ${entry}`;

const hasKept = (): boolean => typed.size > 0;

/** What was typed belongs to the casebook that was open then, and keeps the window open. */
export function followKept(): () => void {
  holdBack(hasKept);
  return useCasebook.subscribe(({ state }, { state: before }) => {
    if (state.kind !== "open" || before.kind !== "open") return;
    if (state.summary.path === before.summary.path) return;
    typed.clear();
    openForms.clear();
  });
}
