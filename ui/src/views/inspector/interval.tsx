import type { EventDetail } from "../../ipc/generated/bindings";
import { measureFrom, useMeasure } from "../../model/measure";
import { EventLink } from "../event_link";
import { say } from "../say";
import { useAnswer } from "../use_answer";

/** The time from another event to this one, or the way to begin measuring from this. */
export function Interval({ detail: { key, title } }: { readonly detail: EventDetail }) {
  const origin = useMeasure((measure) => measure.origin);
  const other = origin !== null && origin.key !== key ? origin : null;
  const { result } = useAnswer("measure_interval", other && { from: other.key, to: key });
  if (origin === null) {
    return (
      <button type="button" className="text-button" onClick={() => measureFrom({ key, title })}>
        {say("interval-start")}
      </button>
    );
  }
  return (
    <section className="box" aria-labelledby="interval-heading">
      <h3 className="box-heading" id="interval-heading">
        {say("interval-heading")}
      </h3>
      {other ? (
        <div role="status">
          <p className="box-line">
            <strong>{result?.days ?? ""}</strong>
            {result && result.words !== result.days && <> · {result.words}</>}
          </p>
          <p className="quiet">
            {say("interval-from")} <EventLink event={other.key}>{other.title}</EventLink>
          </p>
        </div>
      ) : (
        <p className="quiet">{say("interval-choose")}</p>
      )}
      <button type="button" className="text-button" onClick={() => measureFrom(null)}>
        {say("interval-stop")}
      </button>
    </section>
  );
}
