import { Button } from "react-aria-components";
import { isoFromDay } from "../../base/civil";
import type { Filter } from "../../ipc/generated/bindings";
import { type Clock, setClock, useClocks } from "../../model/clocks";
import { NO_FILTER, useFilter } from "../../model/filter";
import { sayDay } from "../days";
import { say } from "../say";
import { useAnswer } from "../use_answer";
import { useSettled } from "../use_settled";

/** What the clocks keep from the reader, and the way to have it back. */
export function ClockNotice() {
  const { asOf, asKnown } = useClocks();
  const known_on = useFilter(({ filter }) => filter.known_on);
  const day = useSettled(asOf);
  const as_of = day === null ? null : isoFromDay(day);
  const all = useCount(known_on !== null, NO_FILTER);
  const known = useCount(known_on !== null || as_of !== null, { ...NO_FILTER, known_on });
  const told = useCount(as_of !== null, { ...NO_FILTER, known_on, as_of });
  return (
    <div className="clock-notices" role="status">
      {asKnown !== null && all !== null && known !== null && (
        <Notice clock="asKnown">
          {say("clock-hidden", { day: sayDay(asKnown), count: all - known })}
        </Notice>
      )}
      {asOf !== null && day !== null && known !== null && told !== null && (
        <Notice clock="asOf">
          {say("clock-later", { day: sayDay(day), count: known - told })}
        </Notice>
      )}
    </div>
  );
}

/** How many events pass; nothing is asked while it does not matter. */
function useCount(matters: boolean, filter: Filter): number | null {
  const question = { filter, sort: "date", descending: false, offset: 0, limit: 0 } as const;
  const { result } = useAnswer("list_events", matters ? question : null);
  return matters ? (result?.total ?? null) : null;
}

function Notice({ clock, children }: { readonly clock: Clock; readonly children: string }) {
  return (
    <p className="clock-notice">
      <span>{children}</span>
      <Button className="text-button" onPress={() => setClock(clock, null)}>
        {say(clock === "asKnown" ? "clock-show-all" : "clock-undim")}
      </Button>
    </p>
  );
}
