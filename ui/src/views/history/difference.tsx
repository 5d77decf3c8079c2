import "./history.css";
import type { GoingBack, RecordCount } from "../../ipc/generated/bindings";
import { say } from "../say";
import { Change } from "./change";

/** What would change on the way back to a point: how many records, and which. */
export function Difference({ would }: { readonly would: GoingBack }) {
  const { records, changes, more } = would;
  return (
    <>
      {records === null && <p>{say("go-back-too-many")}</p>}
      {records && records.length > 0 && (
        <ul className="go-back-records">
          {records.map((count) => (
            <li key={count.record}>{sayCount(count)}</li>
          ))}
        </ul>
      )}
      {changes.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by keyboard
        <ul className="go-back-changes" tabIndex={0} aria-label={say("go-back-changes")}>
          {changes.map((change, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: changes have only their order
            <Change key={index} change={change} isWhole={false} />
          ))}
          {more && <li className="quiet">{say("go-back-more")}</li>}
        </ul>
      )}
    </>
  );
}

function sayCount({ name, back, changed, gone }: RecordCount): string {
  const parts = [
    changed > 0 && say("go-back-changed", { count: changed }),
    back > 0 && say("go-back-back", { count: back }),
    gone > 0 && say("go-back-gone", { count: gone }),
  ];
  return say("go-back-record", { name, parts: parts.filter(Boolean).join(", ") });
}
