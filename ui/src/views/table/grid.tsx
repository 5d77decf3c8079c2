import { useEffect, useRef, useState } from "react";
import { holds, NO_RANGES } from "../../base/ranges";
import type { Listing } from "../../ipc/generated/bindings";
import { useIsLater } from "../../model/clocks";
import { openInspector } from "../../model/frame";
import { clearSelection } from "../../model/selection";
import { useSettings } from "../../model/settings";
import {
  type Column,
  copyRows,
  goToRow,
  moveColumn,
  placeSelection,
  resizeColumn,
  selectAllRows,
  sortBy,
  useTable,
  widthOf,
} from "../../model/table";
import { focusInspector } from "../inspector/focus";
import { say } from "../say";
import { GridHead } from "./grid_head";
import { GridRow } from "./grid_row";
import { cellId, headId, rowId, TABLE_GRID } from "./ids";
import { type Move, moveOf } from "./keys";
import type { Rows } from "./use_rows";
import { useScroll } from "./use_scroll";
import { useSharedSelection } from "./use_shared_selection";

const ROW_REM = 2.75;
const HEAD_REM = 2.25;
/** Rows beyond the edges of what is seen, so that a wheel finds them there. */
const SPARE_ROWS = 8;
/** Rows are placed from a line that moves only now and then, so that few change. */
const STRETCH = 512;

interface GridProps {
  readonly rows: Rows;
  readonly total: number;
  readonly listing: Listing;
}

/** The rows, and the keyboard among them. The focus stays on the grid itself. */
export function Grid({ rows, total, listing }: GridProps) {
  const { columns, widths, sort, descending, rows: selected, active } = useTable();
  const isLater = useIsLater();
  const textSize = useSettings((settings) => settings.textSize);
  const scroller = useRef<HTMLDivElement>(null);
  const [column, setColumn] = useState(-1);
  /** The column whose heading the keyboard is in; null while it is in the rows. */
  const [heading, setHeading] = useState<number | null>(null);
  const isInHead = heading !== null;
  const rowHeight = ROW_REM * 16 * textSize;
  const scroll = useScroll(scroller, total, rowHeight, HEAD_REM * 16 * textSize);
  const { top, view, scrollTo } = scroll;

  const first = Math.max(0, Math.floor(top / rowHeight) - SPARE_ROWS);
  const end = Math.min(total, Math.ceil((top + view) / rowHeight) + SPARE_ROWS);
  const start = Math.floor(first / STRETCH) * STRETCH;
  const drawn = Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
  // What the keyboard is in must be there to be told of, wherever it is.
  if (active !== null && active < first) drawn.unshift(active);
  else if (active !== null && active >= end && active < total) drawn.push(active);

  const topRow = Math.min(Math.ceil(top / rowHeight), Math.max(0, total - 1));

  const { see } = rows;
  useEffect(() => see(first, end), [see, first, end]);

  const bring = (row: number): void => {
    if (row * rowHeight < top) scrollTo(row * rowHeight);
    else if ((row + 1) * rowHeight > top + view) scrollTo((row + 1) * rowHeight - view);
  };
  useSharedSelection(listing, rows, bring);

  // Coming back to the table leads back to where its reader was.
  const isBack = useRef(false);
  useEffect(() => {
    if (isBack.current || view === 0) return;
    isBack.current = true;
    if (active !== null) bring(active);
  });

  const at = Math.min(heading ?? column, columns.length - 1);
  const activeColumn: Column | null = columns[at] ?? null;
  useEffect(() => {
    if (activeColumn === null || !scroller.current) return;
    const head = document.getElementById(headId(activeColumn));
    if (head) bringAcross(scroller.current, head);
  }, [activeColumn]);

  const act = (move: Move): void => {
    switch (move.kind) {
      case "row":
        goToRow(move.row, move.choosing);
        bring(move.row);
        break;
      case "column":
        (isInHead ? setHeading : setColumn)(Math.min(move.column, columns.length - 1));
        break;
      case "head":
        setHeading(Math.max(0, at));
        break;
      case "rows":
        // Who was in a cell goes on below the heading, who was in a row is in it again.
        if (column >= 0) setColumn(at);
        setHeading(null);
        if (active === null) goToRow(topRow);
        bring(active ?? topRow);
        break;
      case "sort":
        if (activeColumn) sortBy(activeColumn);
        break;
      case "resize":
        if (activeColumn)
          resizeColumn(activeColumn, widthOf({ widths }, activeColumn) + move.by);
        break;
      case "shift":
        if (!activeColumn) break;
        moveColumn(activeColumn, move.by);
        setHeading(Math.max(0, Math.min(at + move.by, columns.length - 1)));
        break;
      case "open":
        if (active === null) break;
        if (selected.length === 0) goToRow(active);
        openInspector();
        focusInspector();
        break;
      case "toggle":
        if (active !== null) goToRow(active, "toggle");
        break;
      case "all":
        selectAllRows(total);
        break;
      case "copy":
        void copyRows(listing);
        break;
      case "leave":
        setColumn(-1);
        if (active !== null && selected.length > 0 && !isOnly(selected, active)) {
          goToRow(active);
        } else {
          // The keyboard goes on from here.
          placeSelection(NO_RANGES, active);
          clearSelection();
        }
    }
  };

  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.target !== scroller.current || event.altKey) return;
    const move = moveOf(
      { key: event.key, ctrl: event.ctrlKey || event.metaKey, shift: event.shiftKey },
      { row: isInHead ? -1 : active, column: at },
      {
        rows: total,
        columns: columns.length,
        page: Math.max(1, Math.floor(view / rowHeight) - 1),
        top: topRow,
      },
    );
    if (!move) return;
    event.preventDefault();
    act(move);
  };

  const onClick = (event: React.MouseEvent): void => {
    // A heading that was clicked would keep the focus, and the keys would be nobody's.
    scroller.current?.focus({ preventScroll: true });
    const target = event.target instanceof Element ? event.target : null;
    const row = target?.closest("[data-row]")?.getAttribute("data-row");
    if (row === undefined || row === null) return;
    const isMore = event.ctrlKey || event.metaKey;
    setHeading(null);
    goToRow(Number(row), isMore ? "toggle" : event.shiftKey ? "extend" : "one");
    bring(Number(row));
    if (!isMore && !event.shiftKey) openInspector();
  };

  // A row that is on its way says nothing; it is told of when it is there.
  const told = active !== null && rows.rowAt(active) ? active : null;

  const place = (row: number): number => {
    // A row far away waits just out of sight: no element is millions of pixels down.
    const seen = Math.max(
      top - 4 * rowHeight,
      Math.min(row * rowHeight, top + view + 4 * rowHeight),
    );
    return (row >= first && row < end ? row * rowHeight : seen) - start * rowHeight;
  };

  return (
    <div className="grid-frame">
      <div
        ref={scroller}
        id={TABLE_GRID}
        className="grid"
        role="grid"
        aria-label={say("table-label")}
        aria-describedby="table-hint"
        aria-multiselectable
        aria-rowcount={total + 1}
        aria-colcount={columns.length}
        aria-activedescendant={activeId(isInHead, told, activeColumn)}
        tabIndex={0}
        style={gridStyle(columns, widths)}
        onScroll={scroll.onScroll}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <GridHead
          columns={columns}
          widths={widths}
          sort={sort}
          descending={descending}
          active={isInHead ? activeColumn : null}
        />
        <div
          className="grid-reach"
          role="presentation"
          style={{ height: `${scroll.height}px` }}
        >
          <div
            className="grid-window"
            role="rowgroup"
            style={{ height: `${Math.min(view, scroll.content)}px` }}
          >
            <div
              role="presentation"
              style={{ transform: `translateY(${start * rowHeight - top}px)` }}
            >
              {drawn.map((index) => (
                <GridRow
                  key={index}
                  index={index}
                  row={rows.rowAt(index)}
                  isFailed={rows.failure !== null}
                  isLater={isLater(rows.rowAt(index)?.earliest ?? null)}
                  columns={columns}
                  isSelected={holds(selected, index)}
                  isActive={!isInHead && index === active}
                  activeColumn={!isInHead && index === active ? activeColumn : null}
                  top={place(index)}
                />
              ))}
            </div>
          </div>
        </div>
      </div>
      <p id="table-hint" hidden>
        {say("table-hint")}
      </p>
    </div>
  );
}

const isOnly = (selected: readonly { first: number; last: number }[], row: number): boolean =>
  selected.length === 1 && selected[0]?.first === row && selected[0].last === row;

function activeId(isInHead: boolean, row: number | null, column: Column | null) {
  if (isInHead) return column === null ? undefined : headId(column);
  if (row === null) return undefined;
  return column === null ? rowId(row) : cellId(row, column);
}

/** The title takes what the others leave. */
function gridStyle(
  columns: readonly Column[],
  widths: Readonly<Partial<Record<Column, number>>>,
): React.CSSProperties {
  const rems = columns.map((column) => widthOf({ widths }, column));
  const tracks = columns.map((column, place) =>
    column === "title" ? `minmax(${rems[place]}rem, 1fr)` : `${rems[place]}rem`,
  );
  const least = rems.reduce((sum, rem) => sum + rem, 0);
  return {
    "--grid-columns": tracks.join(" "),
    "--grid-least": `${least}rem`,
  } as React.CSSProperties;
}

/** Scrolls sideways until a heading, and the column below it, is in sight. */
function bringAcross(scroller: HTMLElement, head: HTMLElement): void {
  const { left, right } = head.getBoundingClientRect();
  const seen = scroller.getBoundingClientRect();
  const end = seen.left + scroller.clientWidth;
  if (left < seen.left) scroller.scrollLeft -= seen.left - left;
  else if (right > end) scroller.scrollLeft += Math.min(right - end, left - seen.left);
}
