import "./table.css";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { EventRow, SortBy } from "../../ipc/generated/bindings";
import { useCasebook } from "../../model/casebook";
import { previewImport } from "../../model/exchange";
import { clearFilter, useFilter } from "../../model/filter";
import { openInspector } from "../../model/frame";
import { clearSearch } from "../../model/search";
import { select, useSelection } from "../../model/selection";
import { useSettings } from "../../model/settings";
import { Empty } from "../empty";
import { focusInspector } from "../inspector/focus";
import { say, sayOr } from "../say";
import { useRows } from "./use_rows";

const COLUMNS: readonly SortBy[] = ["date", "title", "kind", "lane", "court"];
const ROW_REM = 2.75;
const SPARE_ROWS = 12;

/** The events as rows: sorted by any column, drawn only where they are seen. */
export function TableView() {
  const events = useCasebook(({ state }) =>
    state.kind === "open" ? state.summary.counts.events : 0,
  );
  const filter = useFilter(({ filter }) => filter);
  const [sort, setSort] = useState<{ by: SortBy; descending: boolean }>({
    by: "date",
    descending: false,
  });
  const rows = useRows(filter, sort.by, sort.descending);

  if (events === 0) {
    return (
      <Empty
        title={say("timeline-empty-title")}
        text={say("timeline-empty-text")}
        action={{ label: say("timeline-empty-action"), run: () => void previewImport() }}
      />
    );
  }
  if (rows.total === 0) {
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
  return (
    <Grid
      total={rows.total ?? 0}
      rowAt={rows.rowAt}
      see={rows.see}
      sort={sort}
      onSort={(by) => setSort({ by, descending: sort.by === by ? !sort.descending : false })}
    />
  );
}

interface GridProps {
  readonly total: number;
  readonly rowAt: (index: number) => EventRow | undefined;
  readonly see: (first: number, last: number) => void;
  readonly sort: { readonly by: SortBy; readonly descending: boolean };
  readonly onSort: (by: SortBy) => void;
}

function Grid({ total, rowAt, see, sort, onSort }: GridProps) {
  const selected = useSelection((selection) => selection.key);
  const textSize = useSettings((settings) => settings.textSize);
  const rowHeight = ROW_REM * 16 * textSize;
  const scroller = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(0);
  const first = Math.max(0, Math.floor(top / rowHeight) - SPARE_ROWS);
  const last = Math.min(total, Math.ceil((top + height) / rowHeight) + SPARE_ROWS);
  const shown = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
  const active = shown.find((index) => rowAt(index)?.key === selected) ?? -1;

  useEffect(() => see(first, last), [see, first, last]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = (): void => setHeight(element.clientHeight);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);

  const goTo = (index: number): void => {
    const at = Math.min(Math.max(index, 0), total - 1);
    const row = rowAt(at);
    if (row) select(row.key, "place");
    const element = scroller.current;
    if (!element) return;
    // The heading stays over the first row of what is scrolled.
    const room = element.clientHeight - rowHeight;
    if (at * rowHeight < element.scrollTop) element.scrollTop = at * rowHeight;
    else if ((at + 1) * rowHeight > element.scrollTop + room)
      element.scrollTop = (at + 1) * rowHeight - room;
  };
  const page = Math.max(1, Math.floor(height / rowHeight) - 2);

  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.target !== scroller.current) return;
    const to: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active < 0 ? 0 : active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: total - 1,
    };
    const index = to[event.key];
    if (index !== undefined) goTo(index);
    else if (event.key === "Enter" && active >= 0) {
      openInspector();
      focusInspector();
    } else return;
    event.preventDefault();
  };

  return (
    <div className="grid-frame">
      <div
        ref={scroller}
        className="grid"
        role="grid"
        aria-label={say("table-label")}
        aria-rowcount={total + 1}
        aria-colcount={COLUMNS.length}
        aria-activedescendant={active >= 0 ? `row-${active}` : undefined}
        tabIndex={0}
        onScroll={(event) => setTop(event.currentTarget.scrollTop)}
        onKeyDown={onKeyDown}
      >
        <div className="grid-row grid-head" role="row" aria-rowindex={1} tabIndex={-1}>
          {COLUMNS.map((column) => (
            <div
              key={column}
              role="columnheader"
              className="grid-cell"
              tabIndex={-1}
              aria-sort={
                sort.by === column ? (sort.descending ? "descending" : "ascending") : undefined
              }
            >
              <button type="button" className="sort-button" onClick={() => onSort(column)}>
                {say(`table-${column}`)}
                {sort.by === column &&
                  (sort.descending ? (
                    <ArrowDown aria-hidden size="0.875rem" />
                  ) : (
                    <ArrowUp aria-hidden size="0.875rem" />
                  ))}
              </button>
            </div>
          ))}
        </div>
        <div role="rowgroup" className="grid-body" style={{ height: `${total * ROW_REM}rem` }}>
          {shown.map((index) => (
            <Row
              key={index}
              index={index}
              row={rowAt(index)}
              isSelected={index === active}
              onPress={() => {
                goTo(index);
                openInspector();
                scroller.current?.focus();
              }}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

interface RowProps {
  readonly index: number;
  readonly row: EventRow | undefined;
  readonly isSelected: boolean;
  readonly onPress: () => void;
}

function Row({ index, row, isSelected, onPress }: RowProps) {
  return (
    // The keyboard moves in the grid that owns the rows.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={`row-${index}`}
      className="grid-row"
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-colour={row?.colour}
      style={{ top: `${index * ROW_REM}rem` }}
      onClick={onPress}
    >
      <Cell className="grid-date" text={row?.date_words} />
      <Cell className="grid-title" text={row?.title} />
      <Cell text={row && sayOr("kind", row.kind)} />
      <div className="grid-cell grid-lane" role="gridcell" tabIndex={-1} title={row?.lane_name}>
        {row && <span className="swatch" aria-hidden />}
        <span className="grid-text">{row?.lane_name}</span>
      </div>
      <Cell text={row?.court ?? undefined} />
    </div>
  );
}

function Cell({
  text,
  className = "",
}: {
  readonly text: string | undefined;
  readonly className?: string;
}) {
  return (
    <div className={`grid-cell ${className}`} role="gridcell" tabIndex={-1} title={text}>
      <span className="grid-text">{text}</span>
    </div>
  );
}
