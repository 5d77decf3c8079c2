import { createContext, type ReactNode, useContext, useState } from "react";
import { dropValue, keepValue, keptValue, scopeOf } from "../../model/kept";
import type { Editing } from "./use_editing";

interface KeptScope {
  /** `null` where nothing is kept. */
  readonly scope: string | null;
  readonly takesFocus: boolean;
}

const ScopeContext = createContext<KeptScope>({ scope: null, takesFocus: true });

/** The form that is open in a list: what is typed in it stays until it is left. */
export function Kept({
  editing,
  children,
}: {
  readonly editing: Editing;
  readonly children: ReactNode;
}) {
  const scope = scopeOf(editing.list, editing.open);
  return <ScopeContext value={{ scope, takesFocus: editing.isFresh }}>{children}</ScopeContext>;
}

/** Whether a form may take the focus: not one that is only found open again. */
export const useTakesFocus = (): boolean => useContext(ScopeContext).takesFocus;

/** A value of a form, kept while its form is open. */
export function useKept<T>(field: string, initial: T): [value: T, write: (value: T) => void] {
  const { scope } = useContext(ScopeContext);
  const [value, setValue] = useState<T>(() => {
    const kept = scope === null ? undefined : keptValue(scope, field);
    return kept === undefined ? initial : (kept as T);
  });
  const write = (next: T): void => {
    if (scope !== null && isSame(next, initial)) dropValue(scope, field);
    else if (scope !== null) keepValue(scope, field, next);
    setValue(next);
  };
  return [value, write];
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
