import type { EventDetail } from "../../ipc/generated/bindings";
import { say, sayOr } from "../say";
import { Dispute } from "./dispute";

const PLAIN_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What there is to say about a date that is more than a plain day. */
export function Dates({ detail }: { readonly detail: EventDetail }) {
  const { date, precision, certainty, stated_date, stated_end } = detail;
  const { refined_date } = detail;
  const isPlain = PLAIN_DAY.test(date) && certainty === "certain";
  const rows: [label: string, value: React.ReactNode][] = [];
  if (!isPlain) {
    rows.push([say("inspector-as-written"), <code key="edtf">{date}</code>]);
    const words = [sayOr("precision", precision), sayOr("certainty", certainty)];
    rows.push([say("inspector-precision"), words.join(", ")]);
  }
  if (stated_date) {
    const words = stated_end
      ? say("span-from-to", { from: stated_date, to: stated_end })
      : stated_date;
    rows.push([say("inspector-stated"), words]);
  }
  if (refined_date) {
    const { words, confidence } = refined_date;
    const how = sayOr("confidence", confidence);
    rows.push([
      say("inspector-refined"),
      say("inspector-refined-value", { words, confidence: how }),
    ]);
  }
  for (const [what, words] of [
    ["inspector-filed", detail.filed_words],
    ["inspector-entered", detail.entered_words],
    ["inspector-public-from", detail.public_from_words],
  ] as const) {
    if (words) rows.push([say(what), words]);
  }
  return (
    <>
      {rows.length > 0 && (
        <dl className="facts">
          {rows.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <Dispute key={detail.key} detail={detail} />
    </>
  );
}
