import { ChevronDown, ChevronUp } from "lucide-react";
import { Button } from "react-aria-components";
import {
  ALL_COLUMNS,
  ALWAYS,
  arrangeAsUsual,
  moveColumn,
  showColumn,
  USUAL,
  useTable,
} from "../../model/table";
import { say } from "../say";

/** Which columns are shown, and in what order. */
export function ColumnChoice() {
  const columns = useTable((table) => table.columns);
  const widths = useTable((table) => table.widths);
  const hidden = ALL_COLUMNS.filter((column) => !columns.includes(column));
  const isUsual = columns === USUAL.columns && Object.keys(widths).length === 0;
  return (
    <div className="column-choice">
      <ul>
        {[...columns, ...hidden].map((column, place) => {
          const name = say(`table-${column}`);
          return (
            <li key={column}>
              <label className="choice-row">
                <input
                  type="checkbox"
                  checked={place < columns.length}
                  disabled={column === ALWAYS}
                  onChange={(event) => showColumn(column, event.target.checked)}
                />
                <span>{name}</span>
              </label>
              {place < columns.length && (
                <>
                  <Button
                    className="icon-button small"
                    aria-label={say("table-column-earlier", { name })}
                    isDisabled={place === 0}
                    onPress={() => moveColumn(column, -1)}
                  >
                    <ChevronUp aria-hidden size="0.875rem" />
                  </Button>
                  <Button
                    className="icon-button small"
                    aria-label={say("table-column-later", { name })}
                    isDisabled={place === columns.length - 1}
                    onPress={() => moveColumn(column, 1)}
                  >
                    <ChevronDown aria-hidden size="0.875rem" />
                  </Button>
                </>
              )}
            </li>
          );
        })}
      </ul>
      <p className="side-note">{say("table-columns-hint")}</p>
      <Button className="button small" isDisabled={isUsual} onPress={arrangeAsUsual}>
        {say("table-columns-usual")}
      </Button>
    </div>
  );
}
