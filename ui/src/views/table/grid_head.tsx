import { ArrowDown, ArrowUp } from "lucide-react";
import { memo, useRef } from "react";
import { type Column, resizeColumn, sortBy, widthOf } from "../../model/table";
import { say } from "../say";
import { headId } from "./ids";

interface GridHeadProps {
  readonly columns: readonly Column[];
  readonly widths: Readonly<Partial<Record<Column, number>>>;
  readonly sort: Column;
  readonly descending: boolean;
  /** The column that the keyboard is in, while it is in the headings. */
  readonly active: Column | null;
}

/** The headings: chosen to sort, dragged at their edges to make a column wider. */
export const GridHead = memo(function GridHead(props: GridHeadProps) {
  const { columns, widths, sort, descending, active } = props;
  return (
    <div className="grid-row grid-head" role="row" aria-rowindex={1} tabIndex={-1}>
      {columns.map((column, place) => (
        <div
          key={column}
          id={headId(column)}
          role="columnheader"
          className="grid-cell"
          tabIndex={-1}
          aria-colindex={place + 1}
          data-active={active === column}
          aria-sort={sort === column ? (descending ? "descending" : "ascending") : undefined}
        >
          <button
            type="button"
            className="sort-button"
            tabIndex={-1}
            onClick={() => sortBy(column)}
          >
            {say(`table-${column}`)}
            {sort === column &&
              (descending ? (
                <ArrowDown aria-hidden size="0.875rem" />
              ) : (
                <ArrowUp aria-hidden size="0.875rem" />
              ))}
          </button>
          <Edge column={column} width={widthOf({ widths }, column)} />
        </div>
      ))}
    </div>
  );
});

/** Only for the pointer: the keyboard makes a column wider from its heading. */
function Edge({ column, width }: { readonly column: Column; readonly width: number }) {
  const start = useRef<{ x: number; width: number } | null>(null);
  const rem = (): number =>
    Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return (
    <span
      className="grid-edge"
      aria-hidden
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        // The title takes what room is left, so what is seen is what is changed.
        const seen = event.currentTarget.parentElement?.getBoundingClientRect().width;
        start.current = { x: event.clientX, width: seen ? seen / rem() : width };
      }}
      onPointerMove={(event) => {
        if (!start.current) return;
        const by = (event.clientX - start.current.x) / rem();
        resizeColumn(column, start.current.width + by);
      }}
      onPointerUp={() => {
        start.current = null;
      }}
      onPointerCancel={() => {
        start.current = null;
      }}
      onDoubleClick={() => resizeColumn(column, null)}
    />
  );
}
