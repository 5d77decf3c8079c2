import type {
  DifferencePart,
  HistoryChange,
  HistoryEntryView,
} from "../../ipc/generated/bindings";
import { say, sayOr } from "../say";

interface ChangeProps {
  readonly change: HistoryChange;
  /** Its entry: what its sentence names already is not named again. */
  readonly among?: HistoryEntryView;
  /** With all of the text that did not change. */
  readonly isWhole: boolean;
}

/** What became of one field, word by word, or of one record. */
export function Change({ change, among, isWhole }: ChangeProps) {
  const { field, name, difference } = change;
  if (field === null || difference.length === 0) {
    return <li className="history-change">{change.words}</li>;
  }
  const label = sayOr("history-field-name", field.replaceAll("_", "-")).replaceAll("-", " ");
  const isNamed = among?.done.includes(name) ?? false;
  return (
    <li className="history-change">
      <span className="history-field">
        {isNamed ? label : say("history-field-of", { field: label, name })}
      </span>{" "}
      <DifferenceText parts={difference} isWhole={isWhole} />
    </li>
  );
}

/** What was taken out is struck through and what was put in is underlined. */
function DifferenceText({
  parts,
  isWhole,
}: {
  readonly parts: readonly DifferencePart[];
  readonly isWhole: boolean;
}) {
  return (
    <span className="difference">
      {parts.map(({ kind, text }, index) => {
        const key = `${index} ${kind}`;
        if (kind === "removed") {
          return (
            <del key={key}>
              <span className="visually-hidden">{say("history-taken-out")} </span>
              {text}
            </del>
          );
        }
        if (kind === "added") {
          return (
            <ins key={key}>
              <span className="visually-hidden">{say("history-put-in")} </span>
              {text}
            </ins>
          );
        }
        const place = index === 0 ? "start" : index === parts.length - 1 ? "end" : "middle";
        return <span key={key}>{isWhole ? text : around(text, place)}</span>;
      })}
    </span>
  );
}

/** So much of the text beside a change tells where it is. */
const CONTEXT = 48;

function around(text: string, place: "start" | "middle" | "end"): string {
  const most = place === "middle" ? 2 * CONTEXT : CONTEXT;
  if (text.length <= most + 8) return text;
  const head = text.slice(0, CONTEXT).replace(/\S*$/, "");
  const tail = text.slice(-CONTEXT).replace(/^\S*/, "");
  if (place === "start") return `…${tail}`;
  return place === "end" ? `${head}…` : `${head}…${tail}`;
}
