import { isoFromDay } from "../base/civil";
import { day } from "../base/units";
import type { Filter, GroupBy } from "../ipc/generated/bindings";
import { changeFilter } from "./filter";
import { show } from "./frame";
import type { Days } from "./spans";

/** Events of one lane that are counted together. */
export interface Crowd extends Days {
  readonly by: GroupBy;
  readonly lane: string;
}

type Field = "lanes" | "kinds" | "actors" | "principles";

/** What of the filter says the same as a lane does; of an event there is one lane and kind. */
const FIELDS: Partial<Record<GroupBy, { readonly field: Field; readonly isOne: boolean }>> = {
  lane: { field: "lanes", isOne: true },
  kind: { field: "kinds", isOne: true },
  actor: { field: "actors", isOne: false },
  principle: { field: "principles", isOne: false },
};

/** Lanes of what has no value, and of all values that have no lane of their own. */
const NOT_A_VALUE: readonly string[] = ["", "…"];

/**
 * The filter that leaves these events, and with them what else lies on their days: in their
 * lane where a filter can say so, in any where not.
 */
export function filterOf({ by, lane, first, last }: Crowd, filter: Filter): Filter {
  const days = {
    from: isoFromDay(day(Math.floor(first))),
    to: isoFromDay(day(Math.max(Math.floor(first), Math.ceil(last) - 1))),
    span: "possibly",
  } as const;
  const means = FIELDS[by];
  // Of several that an event may have, another choice would let others in.
  const isSaid = means && (means.isOne || filter[means.field] === null);
  if (!isSaid || NOT_A_VALUE.includes(lane)) return { ...filter, ...days };
  return { ...filter, ...days, [means.field]: [lane] };
}

/** Shows them in the table, which has room for any number. */
export function showInTable(filter: Filter): void {
  changeFilter(filter);
  show("table");
}
