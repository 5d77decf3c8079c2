import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import type { CommandError } from "../../ipc/commands";
import { asCommandError } from "../../ipc/errors";
import type { EventRow, Listing } from "../../ipc/generated/bindings";
import { useRevision } from "../../model/casebook";
import { ask } from "../../model/program";
import { RowPages } from "../../model/row_pages";

export interface Rows {
  /** How many there are; null until the first page ever came. */
  readonly total: number | null;
  /** Whether `total` is that of this listing, or still that of the one before. */
  readonly isCounted: boolean;
  readonly rowAt: (index: number) => EventRow | undefined;
  /** Rows from `first` up to `last` are in sight and are read if they are not yet. */
  readonly see: (first: number, last: number) => void;
  /** Why rows in sight could not be read; null while they are there or on their way. */
  readonly failure: CommandError | null;
  /** Reads them once more. */
  readonly retry: () => void;
}

/** The rows of a listing. Those of another are gone at once; their number stays till then. */
export function useRows(listing: Listing): Rows {
  const revision = useRevision();
  const question = JSON.stringify(listing);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [failure, setFailure] = useState<CommandError | null>(null);
  const counted = useRef<number | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision reads anew
  const pages = useMemo(() => {
    const { filter, sort, descending } = JSON.parse(question) as Listing;
    return new RowPages(
      (offset, limit) => ask("list_events", { filter, sort, descending, offset, limit }),
      () => {
        setFailure(null);
        redraw();
      },
      (reason) => setFailure(asCommandError(reason)),
    );
  }, [question, revision]);

  useEffect(() => {
    pages.open();
    setFailure(null);
    return () => pages.close();
  }, [pages]);

  if (pages.total !== null) counted.current = pages.total;
  const see = useCallback((first: number, last: number) => pages.see(first, last), [pages]);
  const retry = useCallback(() => {
    setFailure(null);
    pages.retry();
  }, [pages]);
  return {
    total: counted.current,
    isCounted: pages.total !== null,
    rowAt: (index) => pages.at(index),
    see,
    failure,
    retry,
  };
}
