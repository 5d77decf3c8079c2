import { memo } from "react";
import type { EventRow } from "../../ipc/generated/bindings";
import type { Column } from "../../model/table";
import { say, sayOr } from "../say";
import { cellId, rowId } from "./ids";

interface GridRowProps {
  readonly index: number;
  /** Nothing while it is on its way, or when it could not be read. */
  readonly row: EventRow | undefined;
  readonly isFailed: boolean;
  /** It had not happened by the day that is asked about. */
  readonly isLater: boolean;
  readonly columns: readonly Column[];
  readonly isSelected: boolean;
  readonly isActive: boolean;
  /** The column that the keyboard is in, while it is in a cell of this row. */
  readonly activeColumn: Column | null;
  /** Pixels below the beginning of the part that is drawn. */
  readonly top: number;
}

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { index, row, isFailed, isLater, columns, isSelected, isActive, activeColumn, top } =
    props;
  return (
    <div
      id={rowId(index)}
      className="grid-row"
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-busy={(!row && !isFailed) || undefined}
      data-row={index}
      data-active={isActive && activeColumn === null}
      data-colour={row?.colour}
      data-later={isLater || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      {columns.map((column, place) => (
        <div
          key={column}
          id={cellId(index, column)}
          role="gridcell"
          className={`grid-cell grid-${column}`}
          tabIndex={-1}
          aria-colindex={place + 1}
          data-column={column}
          data-active={activeColumn === column}
          title={row && textOf(row, column)}
        >
          {row ? (
            <>
              {column === "lane" && <span className="swatch" aria-hidden />}
              <span className="grid-text" dir="auto">
                {textOf(row, column)}
              </span>
              {isLater && column === "date" && (
                <span className="visually-hidden"> ({say("clock-not-yet")})</span>
              )}
            </>
          ) : (
            <span className="grid-waits" data-share={waitShare(index, place)}>
              {place === 0 && (
                <span className="visually-hidden">
                  {say(isFailed ? "table-unread" : "table-loading")}
                </span>
              )}
            </span>
          )}
        </div>
      ))}
    </div>
  );
});

/** Bars of uneven length look like text that is to come. */
const waitShare = (index: number, place: number): number => (index * 7 + place * 5) % 3;

function textOf(row: EventRow, column: Column): string {
  switch (column) {
    case "date":
      return row.date_words;
    case "title":
      return row.title;
    case "kind":
      return sayOr("kind", row.kind);
    case "lane":
      return row.lane_name;
    case "court":
      return row.court ?? "";
    case "proceeding":
      return row.proceeding ?? "";
    case "docket":
      return row.docket ?? "";
    case "confidence":
      return row.confidence === null ? "" : sayOr("confidence", row.confidence);
    case "notes":
      return row.notes === 0 ? "" : String(row.notes);
    case "disputed":
      return row.disputed ? say("table-is-disputed") : "";
  }
}
