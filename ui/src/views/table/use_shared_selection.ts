import { useEffect, useRef } from "react";
import { countOf, type Ranges } from "../../base/ranges";
import { asCommandError } from "../../ipc/errors";
import type { Listing } from "../../ipc/generated/bindings";
import { useCasebook } from "../../model/casebook";
import { ask } from "../../model/program";
import {
  holdKeys,
  keysOfRows,
  MOST_CHANGED,
  placedNow,
  placeRows,
  type Stand,
} from "../../model/row_keys";
import { select, selectedNow, useSelection } from "../../model/selection";
import { paidDue, placeSelection, useTable } from "../../model/table";
import { report } from "../../model/toasts";
import type { Rows } from "./use_rows";

/**
 * One selection for all views: the event of the active row is shown by the others, an
 * event that is selected elsewhere is gone to, and neither an edit nor another order
 * changes which events are selected.
 */
export function useSharedSelection(
  listing: Listing,
  { rowAt, total, isCounted }: Rows,
  goTo: (row: number) => void,
): void {
  const key = useSelection((selection) => selection.key);
  const { rows, active, owed } = useTable();
  const path = useCasebook(({ state }) => (state.kind === "open" ? state.summary.path : ""));
  const revision = useCasebook(({ state }) =>
    state.kind === "open" ? state.summary.revision : 0,
  );
  const stand = JSON.stringify({ path, revision, listing } satisfies Stand);
  const arrive = useRef(goTo);
  useEffect(() => {
    arrive.current = goTo;
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are of the listing in which they were selected
  useEffect(() => {
    if (owed !== null) placeRows(JSON.parse(stand), selectedNow());
    const placed = placedNow();
    // Whoever needs them asks again, and tells of a refusal.
    if (placed && isFollowed(rows)) keysOfRows(rows, placed.stand).catch(() => {});
  }, [rows]);

  const row = owed === null ? undefined : rowAt(owed);
  useEffect(() => {
    if (owed === null) return;
    const now: Stand = JSON.parse(stand);
    const show = (key: number): void => {
      paidDue();
      placeRows(now, key);
      if (key !== selectedNow()) select(key, "place");
    };
    if (row) {
      show(row.key);
      return;
    }
    // The active row is in sight and being read; another may be far away.
    if (owed === active) return;
    let isStale = false;
    const only = [{ first: owed, last: owed }];
    const { listing, revision } = now;
    ask("keys_of_rows", { listing, rows: only, revision }).then(
      (keys) => {
        const [key] = keys ?? [];
        if (!isStale && key !== undefined) show(key);
      },
      (reason) => report(asCommandError(reason)),
    );
    return () => {
      isStale = true;
    };
  }, [row, owed, active, stand]);

  useEffect(() => {
    const now: Stand = JSON.parse(stand);
    const before = placedNow();
    if (before?.key === key && JSON.stringify(before.stand) === stand) return;
    const { rows, active } = useTable.getState();
    if (key === null) {
      // The keyboard keeps its place, also where nothing is selected any more.
      if (rows.length > 0) placeSelection([], active);
      return;
    }
    const isSameEvent = before?.key === key;
    let isStale = false;
    follow(isSameEvent ? before.stand : null, rows, now.listing, key).then(
      ([rows, active]) => {
        if (isStale) return;
        placeRows(now, key);
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
  }, [key, stand]);

  // Where nothing is selected there is nothing to follow, and rows may have gone.
  useEffect(() => {
    if (key !== null || active === null || !isCounted || total === null) return;
    if (active >= total) placeSelection([], total > 0 ? total - 1 : null);
  }, [key, isCounted, active, total]);
}

/** Whether these rows are found again after an edit by their events. */
function isFollowed(rows: Ranges): boolean {
  const count = countOf(rows);
  return count > 1 && count <= MOST_CHANGED;
}

/** Where the selected rows of `before` and the selected event stand in another listing. */
async function follow(
  before: Stand | null,
  rows: Ranges,
  listing: Listing,
  key: number,
): Promise<[rows: Ranges, active: number | null]> {
  const position = await ask("event_position", { listing, key });
  const alone = position === null ? [] : [{ first: position, last: position }];
  const keys = before && isFollowed(rows) ? await keysOfRows(rows, before) : null;
  if (keys === null) return [alone, position];
  const moved = await ask("rows_of_keys", { listing, keys });
  if (countOf(moved) === keys.length) holdKeys(moved, keys);
  return [moved, position];
}
