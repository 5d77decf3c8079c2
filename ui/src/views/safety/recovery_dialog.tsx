import "./safety.css";
import { Button } from "react-aria-components";
import type { RecoveryReport } from "../../ipc/generated/bindings";
import { openDialog } from "../../model/frame";
import { openRecovered } from "../../model/safety";
import { Dialog } from "../dialog";
import { say } from "../say";

/** What was saved of a damaged casebook, and what was not. */
export function RecoveryDialog({ report }: { readonly report: RecoveryReport | null }) {
  return (
    <Dialog heading={say("recovery-heading")} onClose={() => openDialog(null)}>
      {report ? (
        <Report report={report} />
      ) : (
        <p role="status" className="recovery-running">
          {say("recovery-running")}
        </p>
      )}
    </Dialog>
  );
}

function Report({ report }: { readonly report: RecoveryReport }) {
  const { path, complete, counts, history, losses } = report;
  return (
    <>
      <p className="go-back-point">{say("recovery-path", { path })}</p>
      <p>
        {say("recovery-counts", {
          events: counts.events,
          sources: counts.sources,
          relations: counts.relations,
          notes: counts.notes,
        })}{" "}
        {say(history ? "recovery-history" : "recovery-no-history")}
      </p>
      {complete ? (
        <p>{say("recovery-complete")}</p>
      ) : (
        <>
          <p className="backups-difference">{say("recovery-losses")}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by keyboard */}
          <ul className="go-back-changes" tabIndex={0} aria-label={say("recovery-losses")}>
            {losses.map((loss) => (
              <li key={loss}>{loss}</li>
            ))}
          </ul>
        </>
      )}
      <p className="quiet">{say("recovery-untouched")}</p>
      <div className="button-row end">
        <Button className="button" onPress={() => openDialog(null)}>
          {say("action-close")}
        </Button>
        <Button className="button primary" onPress={() => void openRecovered(report)}>
          {say("recovery-open")}
        </Button>
      </div>
    </>
  );
}
