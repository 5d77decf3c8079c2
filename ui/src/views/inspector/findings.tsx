import { useKnownOn } from "../../model/clocks";
import { useIsChecked } from "../../model/findings";
import { show } from "../../model/frame";
import { say } from "../say";
import { useAnswer } from "../use_answer";

/** As many as a panel beside the timeline can hold; the Check view has them all. */
const MOST = 5;

/** What the consistency check found about the event and nobody has accepted. */
export function Findings({ event }: { readonly event: string }) {
  const isChecked = useIsChecked();
  const known_on = useKnownOn();
  const query = { accepted: false, rule: null, event };
  const question = { query, known_on, offset: 0, limit: MOST };
  const { result: page } = useAnswer("list_findings", isChecked ? question : null);
  const rows = page?.rows.filter(({ events }) => events.includes(event)) ?? [];
  if (!isChecked || !page || rows.length === 0) return null;
  return (
    <section className="box" aria-labelledby="event-findings-heading">
      <h3 className="box-heading" id="event-findings-heading">
        {say("event-findings-heading", { count: page.total })}
      </h3>
      <ul className="event-findings">
        {rows.map((finding) => (
          <li key={finding.id}>{finding.message}</li>
        ))}
      </ul>
      <button type="button" className="text-button" onClick={() => show("check")}>
        {say("event-findings-show")}
      </button>
    </section>
  );
}
