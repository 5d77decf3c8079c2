import { Button } from "react-aria-components";
import type { CommandError } from "../../ipc/commands";
import { openBy } from "../../model/casebook";
import { openDialog } from "../../model/frame";
import { recoverCasebook } from "../../model/safety";
import { say } from "../say";
import { useAnswer } from "../use_answer";

/** There is no casebook to show: what happened, what is safe, and what to do next. */
export function StartFailed({ error }: { readonly error: CommandError }) {
  const { result } = useAnswer("list_backups", {}, () => true);
  return (
    <main className="failed">
      <h1>{say("failed-heading")}</h1>
      <p className="failed-message">{error.message}</p>
      {error.hint && <p>{error.hint}</p>}
      <p className="quiet">{say("failed-safe")}</p>
      <p className="button-row">
        <Button className="button primary" onPress={() => void openBy("open_casebook")}>
          {say("failed-open")}
        </Button>
        {error.code === "damaged" && (
          <Button className="button" onPress={() => void recoverCasebook()}>
            {say("safety-recover")}
          </Button>
        )}
        {result && result.backups.length > 0 && (
          <Button className="button" onPress={() => openDialog({ kind: "backups" })}>
            {say("failed-backups", { count: result.backups.length })}
          </Button>
        )}
        <Button className="button" onPress={() => void openBy("new_casebook")}>
          {say("failed-new")}
        </Button>
        <Button className="button" onPress={() => void openBy("open_sample")}>
          {say("failed-sample")}
        </Button>
      </p>
    </main>
  );
}
