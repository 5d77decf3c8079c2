import { memo, useDeferredValue, useEffect, useState } from "react";
import type { EventRow } from "../../ipc/generated/bindings";
import { useFilter } from "../../model/filter";
import { openInspector } from "../../model/frame";
import { select, useSelection } from "../../model/selection";
import { focusInspector } from "../inspector/focus";
import { say, sayOr } from "../say";
import { useAnswer } from "../use_answer";

const ROWS = 100;

/**
 * The events of the timeline as a real table, for those who cannot see the drawing. Its
 * buttons are reached by a screen reader; Tab passes over them, because the timeline is
 * one stop.
 */
export function EventTwin() {
  const filter = useFilter(({ filter }) => filter);
  const selected = useSelection((selection) => selection.key);
  const [offset, setOffset] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter starts anew
  useEffect(() => setOffset(0), [filter]);
  const { result } = useAnswer("list_events", {
    filter,
    sort: "date",
    descending: false,
    offset,
    limit: ROWS,
  });
  // Its hundred rows are drawn when nothing else is to be done: nobody sees them.
  const page = useDeferredValue(result);
  if (!page) return null;
  const { total, rows } = page;
  return (
    <div className="visually-hidden">
      {offset > 0 && (
        <button type="button" tabIndex={-1} onClick={() => setOffset(offset - ROWS)}>
          {say("timeline-twin-earlier")}
        </button>
      )}
      <table aria-rowcount={total + 1} aria-label={say("timeline-twin")}>
        <caption>
          {say("timeline-twin-shown", {
            first: total === 0 ? 0 : page.offset + 1,
            last: page.offset + rows.length,
            total,
          })}
        </caption>
        <thead>
          <tr aria-rowindex={1}>
            {["date", "title", "kind", "lane", "court"].map((column) => (
              <th key={column} scope="col">
                {say(`table-${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <TwinRow
              key={row.key}
              row={row}
              index={page.offset + index + 2}
              isSelected={row.key === selected}
            />
          ))}
        </tbody>
      </table>
      {offset + rows.length < total && (
        <button type="button" tabIndex={-1} onClick={() => setOffset(offset + ROWS)}>
          {say("timeline-twin-later")}
        </button>
      )}
    </div>
  );
}

interface TwinRowProps {
  readonly row: EventRow;
  readonly index: number;
  readonly isSelected: boolean;
}

const TwinRow = memo(function TwinRow({ row, index, isSelected }: TwinRowProps) {
  return (
    <tr aria-rowindex={index}>
      <td>{row.date_words}</td>
      <th scope="row">
        <button
          type="button"
          tabIndex={-1}
          aria-pressed={isSelected}
          aria-label={say("timeline-select", { title: row.title })}
          onClick={() => choose(row.key)}
        >
          {row.title}
        </button>
      </th>
      <td>{sayOr("kind", row.kind)}</td>
      <td>{row.lane_name}</td>
      <td>{row.court}</td>
    </tr>
  );
});

function choose(key: number): void {
  select(key);
  openInspector();
  focusInspector();
}
