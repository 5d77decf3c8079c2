import { useEffect, useRef, useState } from "react";
import { forgetForm, isWritten, keepForm, keptForm } from "../../model/kept";
import { warn } from "../../model/toasts";

export interface Editing {
  /** Names the list among all lists of all events. */
  readonly list: string;
  /** Which entry is being written; "new" for one that is added, `null` for none. */
  readonly open: string | null;
  /** Whether the form was just opened, and not found open. */
  readonly isFresh: boolean;
  /** Opens a form, unless something is written in another one, which is gone to then. */
  readonly begin: (entry: string) => void;
  /** Closes the form and gives the focus back to the button that opened it, if that stays. */
  readonly end: (isGone?: boolean) => void;
  readonly root: React.RefObject<HTMLElement | null>;
}

export const NEW = "new";

const FIELD = ".edit-form :is(input, select, textarea)";

/**
 * One form at a time in a list. Buttons say which entry they open in `data-edit`. Whoever
 * goes to look at another event finds the form as it was.
 */
export function useEditing(list: string): Editing {
  const [open, setOpen] = useState(() => keptForm(list));
  const [isFresh, setFresh] = useState(false);
  /** The button that is to have the focus, once it is there. */
  const [left, setLeft] = useState<string | null>(null);
  const root = useRef<HTMLElement>(null);
  useEffect(() => {
    if (left === null) return;
    const buttons = [...(root.current?.querySelectorAll<HTMLElement>("[data-edit]") ?? [])];
    const own = buttons.find(({ dataset }) => dataset.edit === left);
    (own ?? buttons.find(({ dataset }) => dataset.edit === NEW))?.focus();
    setLeft(null);
  }, [left]);
  const begin = (entry: string): void => {
    if (open !== null && (open === entry || isWritten(list, open))) {
      if (open !== entry) warn({ id: "toast-unsaved-first" });
      root.current?.querySelector<HTMLElement>(FIELD)?.focus();
      return;
    }
    forgetForm(list, open);
    keepForm(list, entry);
    setFresh(true);
    setOpen(entry);
  };
  const end = (isGone = false): void => {
    forgetForm(list, open);
    setOpen(null);
    setLeft(isGone ? NEW : open);
  };
  return { list, open, isFresh, begin, end, root };
}
