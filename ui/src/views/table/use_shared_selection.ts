import { useEffect, useRef } from "react";
import { countOf } from "../../base/ranges";
import { asCommandError } from "../../ipc/errors";
import type { Listing } from "../../ipc/generated/bindings";
import { useRevision } from "../../model/casebook";
import { ask } from "../../model/program";
import { select, selectedNow, useSelection } from "../../model/selection";
import { MOST_COPIED, paidDue, placeSelection, useTable } from "../../model/table";
import { report } from "../../model/toasts";
import type { Rows } from "./use_rows";

/** The listing that the selected rows are rows of, and the event of the active one. */
interface Placed {
  readonly listing: Listing;
  readonly revision: string;
  readonly key: number | null;
}

/** The table may be closed and opened in between. */
let placed: Placed | null = null;

/**
 * One selection for all views: the event of the active row is shown by the others, an
 * event that is selected elsewhere is gone to, and another order keeps what is selected.
 */
export function useSharedSelection(
  listing: Listing,
  { rowAt, total, isCounted }: Rows,
  goTo: (row: number) => void,
): void {
  const key = useSelection((selection) => selection.key);
  const active = useTable((table) => table.active);
  const isOwed = useTable((table) => table.isOwed);
  const revision = useRevision();
  const question = JSON.stringify(listing);
  const arrive = useRef(goTo);
  useEffect(() => {
    arrive.current = goTo;
  });

  const row = isOwed && active !== null ? rowAt(active) : undefined;
  useEffect(() => {
    if (!row) return;
    paidDue();
    placed = { listing: JSON.parse(question) as Listing, revision, key: row.key };
    if (row.key !== selectedNow()) select(row.key, "place");
  }, [row, question, revision]);

  useEffect(() => {
    const now: Listing = JSON.parse(question);
    const isSameList =
      placed?.revision === revision && JSON.stringify(placed.listing) === question;
    if (isSameList && placed?.key === key) return;
    const before = placed;
    if (key === null && useTable.getState().active === null) return;
    let isStale = false;
    follow(before?.revision === revision ? before : null, now, key).then(
      ([rows, active]) => {
        if (isStale) return;
        placed = { listing: now, revision, key };
        placeSelection(rows, active);
        if (active !== null) arrive.current(active);
      },
      (reason) => {
        if (!isStale) report(asCommandError(reason));
      },
    );
    return () => {
      isStale = true;
    };
  }, [key, question, revision]);

  // Rows that the filter has taken away cannot stay selected.
  useEffect(() => {
    if (isCounted && active !== null && total !== null && active >= total) {
      placeSelection([], null);
    }
  }, [isCounted, active, total]);
}

/** Where the selected rows and the selected event stand in another listing. */
async function follow(
  before: Placed | null,
  next: Listing,
  key: number | null,
): Promise<[rows: { first: number; last: number }[], active: number | null]> {
  const position = key === null ? null : await ask("event_position", { listing: next, key });
  const alone = position === null ? [] : [{ first: position, last: position }];
  const { rows } = useTable.getState();
  const count = countOf(rows);
  if (!before || before.key !== key || count < 2 || count > MOST_COPIED)
    return [alone, position];
  const { listing } = before;
  return [await ask("follow_rows", { listing, rows: [...rows], next }), position];
}
