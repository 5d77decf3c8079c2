import "./history.css";
import { useEffect, useRef } from "react";
import { useCasebook } from "../../model/casebook";
import {
  changeHistoryFilter,
  isHistoryFiltered,
  NO_HISTORY_FILTER,
  readHistory,
  readNewer,
  readOlder,
  useHistory,
} from "../../model/history";
import { Empty } from "../empty";
import { say } from "../say";
import { Feed } from "./feed";
import { HistoryTools } from "./tools";

/** Everything that was done to the casebook, day by day, newest first. */
export function HistoryView() {
  const { pages, reading, newer, older, filter } = useHistory();
  const path = useCasebook(({ state }) => (state.kind === "open" ? state.summary.path : null));
  const scroller = useRef<HTMLDivElement>(null);
  const isEmpty = pages.length === 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another casebook begins anew
  useEffect(() => {
    if (useHistory.getState().pages.length === 0) readHistory();
  }, [path]);
  useRoomAbove(scroller, pages[0]?.[0]?.id);

  return (
    <div className="page history" ref={scroller}>
      <header className="page-head">
        <h2>{say("history-heading")}</h2>
        <p className="quiet">{say("history-intro")}</p>
      </header>
      <HistoryTools />
      {newer !== null && (
        <p className="history-more">
          <button type="button" className="text-button" onClick={readNewer}>
            {say("history-newer")}
          </button>
        </p>
      )}
      <Feed scroller={scroller} />
      <p className="history-state quiet" role="status">
        {reading !== null &&
          say(filter.text.trim() !== "" ? "history-searching" : "history-reading")}
        {reading === null && older === null && !isEmpty && say("history-beginning")}
      </p>
      {reading === null && older !== null && (
        <p className="history-more">
          <button type="button" className="text-button" onClick={readOlder}>
            {say("history-older")}
          </button>
        </p>
      )}
      {reading === null && isEmpty && isHistoryFiltered(filter) && (
        <Empty
          title={say("history-none-title")}
          text={say("history-none-text")}
          action={{
            label: say("history-show-all"),
            run: () => changeHistoryFilter(NO_HISTORY_FILTER),
          }}
        />
      )}
    </div>
  );
}

/** What comes above keeps what is being read in its place. */
function useRoomAbove(
  scroller: React.RefObject<HTMLElement | null>,
  newest: number | undefined,
): void {
  const before = useRef({ newest, height: 0 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const { newest: old, height } = before.current;
    const hasGrown = old !== undefined && newest !== undefined && newest > old;
    if (hasGrown && element.scrollTop > 0) element.scrollTop += element.scrollHeight - height;
  }, [scroller, newest]);
  useEffect(() => {
    before.current = { newest, height: scroller.current?.scrollHeight ?? 0 };
  });
}
