import { useSelection } from "../../model/selection";
import { say, sayOr } from "../say";

/** Tells a screen reader which event the keyboard has come to. */
export function Said() {
  const { key, detail } = useSelection();
  const isCurrent = detail !== null && detail.key === key;
  return (
    <p className="visually-hidden" role="status">
      {isCurrent &&
        say("timeline-said", {
          title: detail.title,
          date: detail.date_words,
          lane: detail.lane_name,
          kind: sayOr("kind", detail.kind),
        })}
    </p>
  );
}
