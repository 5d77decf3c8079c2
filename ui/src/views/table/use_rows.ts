import { useCallback, useEffect, useRef, useState } from "react";
import { asCommandError } from "../../ipc/errors";
import type { EventRow, Filter, SortBy } from "../../ipc/generated/bindings";
import { useRevision } from "../../model/casebook";
import { ask } from "../../model/program";
import { report } from "../../model/toasts";

const PAGE = 100;

interface Rows {
  /** How many there are; null until the first page came. */
  readonly total: number | null;
  readonly rowAt: (index: number) => EventRow | undefined;
  /** Rows from `first` up to `last` are in sight and are read if they are not yet. */
  readonly see: (first: number, last: number) => void;
}

/** The rows of the table, a page at a time and only those that are looked at. */
export function useRows(filter: Filter, sort: SortBy, descending: boolean): Rows {
  const revision = useRevision();
  const subject = JSON.stringify([filter, sort, descending, revision]);
  const [total, setTotal] = useState<number | null>(null);
  const [, setArrived] = useState(0);
  const pages = useRef({ subject, pages: new Map<number, readonly EventRow[] | "asked">() });

  const read = useCallback(
    (page: number): void => {
      if (pages.current.subject !== subject) pages.current = { subject, pages: new Map() };
      const held = pages.current.pages;
      if (held.has(page)) return;
      held.set(page, "asked");
      ask("list_events", { filter, sort, descending, offset: page * PAGE, limit: PAGE }).then(
        (answer) => {
          if (pages.current.subject !== subject) return;
          held.set(page, answer.rows);
          setTotal(answer.total);
          setArrived((count) => count + 1);
        },
        (reason) => {
          held.delete(page);
          if (pages.current.subject === subject) report(asCommandError(reason));
        },
      );
    },
    [subject, filter, sort, descending],
  );

  useEffect(() => read(0), [read]);

  const see = useCallback(
    (first: number, last: number): void => {
      for (let page = Math.floor(first / PAGE); page * PAGE < last; page += 1) read(page);
    },
    [read],
  );

  const rowAt = (index: number): EventRow | undefined => {
    if (pages.current.subject !== subject) return undefined;
    const page = pages.current.pages.get(Math.floor(index / PAGE));
    return page === undefined || page === "asked" ? undefined : page[index % PAGE];
  };

  return { total, rowAt, see };
}
