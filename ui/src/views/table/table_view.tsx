import "./table.css";
import { useMemo } from "react";
import { useCasebook } from "../../model/casebook";
import { openEntry } from "../../model/entry";
import { previewImport } from "../../model/exchange";
import { clearFilter, useFilter } from "../../model/filter";
import { clearSearch } from "../../model/search";
import { useTable } from "../../model/table";
import { Empty } from "../empty";
import { say } from "../say";
import { Grid } from "./grid";
import { RowsFailed } from "./rows_failed";
import { TableBar } from "./table_bar";
import { useRows } from "./use_rows";

/** The events as rows: sorted by any column, drawn only where they are seen. */
export function TableView() {
  const events = useCasebook(({ state }) =>
    state.kind === "open" ? state.summary.counts.events : 0,
  );
  const filter = useFilter(({ filter }) => filter);
  const sort = useTable((table) => table.sort);
  const descending = useTable((table) => table.descending);
  const listing = useMemo(() => ({ filter, sort, descending }), [filter, sort, descending]);
  const rows = useRows(listing);

  if (events === 0) {
    return (
      <Empty
        title={say("timeline-empty-title")}
        text={say("timeline-empty-text")}
        action={{ label: say("timeline-empty-action"), run: () => void previewImport() }}
        first={{ label: say("timeline-empty-add"), run: openEntry }}
      />
    );
  }
  if (rows.total === 0 && rows.isCounted) {
    return (
      <Empty
        title={say("timeline-none-title")}
        text={say("timeline-none-text")}
        action={{
          label: say("timeline-none-action"),
          run: () => {
            clearSearch();
            clearFilter();
          },
        }}
      />
    );
  }
  const total = rows.total ?? events;
  return (
    <div className="table">
      <TableBar total={total} listing={listing} />
      <RowsFailed error={rows.failure} onRetry={rows.retry} />
      <Grid rows={rows} total={total} listing={listing} />
    </div>
  );
}
