import { Button } from "react-aria-components";
import type { GoingBack } from "../../ipc/generated/bindings";
import { openDialog } from "../../model/frame";
import { goBack } from "../../model/history";
import { Dialog } from "../dialog";
import { writtenAt } from "../moments";
import { say } from "../say";
import { useAnswer } from "../use_answer";
import { Difference } from "./difference";

/** What going back to a point would change, before it is done. */
export function GoBackDialog({ entry }: { readonly entry: number }) {
  const { result: would } = useAnswer("preview_go_back", { entry });
  const isNothing = would?.records?.length === 0;
  return (
    <Dialog heading={say("go-back-heading")} onClose={() => openDialog(null)}>
      {would ? (
        <Preview would={would} isNothing={isNothing} />
      ) : (
        <p role="status">{say("go-back-comparing")}</p>
      )}
      <div className="button-row end">
        <Button className="button" onPress={() => openDialog(null)}>
          {say("action-cancel")}
        </Button>
        {!isNothing && (
          <Button
            className="button primary"
            isDisabled={!would}
            onPress={() => void goBack(entry)}
          >
            {say("go-back-confirm")}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function Preview({ would, isNothing }: { would: GoingBack; isNothing: boolean }) {
  return (
    <>
      <p className="go-back-point">
        {say("go-back-point", { when: writtenAt(would.at), title: would.title })}
      </p>
      {isNothing ? (
        <p>{say("go-back-nothing")}</p>
      ) : (
        <p>{say("go-back-entries", { count: would.entries })}</p>
      )}
      <Difference would={would} />
      {!isNothing && <p className="quiet">{say("go-back-safe")}</p>}
    </>
  );
}
