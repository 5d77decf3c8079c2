import { Columns3, Copy } from "lucide-react";
import { Button, DialogTrigger, Popover } from "react-aria-components";
import { countOf } from "../../base/ranges";
import type { Listing } from "../../ipc/generated/bindings";
import { copyRows, useTable } from "../../model/table";
import { ChosenActions } from "../editing/chosen_actions";
import { say } from "../say";
import { ColumnChoice } from "./column_choice";

interface TableBarProps {
  readonly total: number;
  readonly listing: Listing;
}

/** Above the rows: how many there are, how many are selected, and what can be done. */
export function TableBar({ total, listing }: TableBarProps) {
  const count = useTable(({ rows }) => countOf(rows));
  return (
    <div className="table-bar">
      <p className="table-count" role="status">
        {count > 1
          ? say("table-selected", { count, total })
          : say("table-count", { count: total })}
      </p>
      <Button
        className="button small"
        isDisabled={count === 0}
        onPress={() => void copyRows(listing)}
      >
        <Copy aria-hidden size="0.875rem" />
        {say("table-copy", { count: Math.max(1, count) })}
      </Button>
      {count > 1 && <ChosenActions count={count} />}
      <DialogTrigger>
        <Button className="button small">
          <Columns3 aria-hidden size="0.875rem" />
          {say("table-columns")}
        </Button>
        <Popover className="popover" placement="bottom end">
          <ColumnChoice />
        </Popover>
      </DialogTrigger>
    </div>
  );
}
