import { Combine, PencilLine, Trash2, X } from "lucide-react";
import { Button } from "react-aria-components";
import { askChange, askDeletion, askMerge } from "../../model/bulk";
import { clearChosen, useChosen } from "../../model/chosen";
import { say } from "../say";

/** What can be done with several events. */
export function ChosenActions({ count }: { readonly count: number }) {
  return (
    <>
      <Button className="button small" onPress={askChange}>
        <PencilLine aria-hidden size="0.875rem" />
        {say("chosen-change")}
      </Button>
      <Button className="button small" isDisabled={count !== 2} onPress={() => void askMerge()}>
        <Combine aria-hidden size="0.875rem" />
        {say("chosen-merge")}
      </Button>
      <Button className="button small" onPress={askDeletion}>
        <Trash2 aria-hidden size="0.875rem" />
        {say("chosen-delete")}
      </Button>
    </>
  );
}

/** Stands over the timeline while several events are selected there. */
export function ChosenBar() {
  const count = useChosen(({ keys }) => keys.size);
  if (count < 2) return null;
  return (
    <div className="chosen-bar" role="group" aria-label={say("chosen-label")}>
      <p role="status">{say("chosen-count", { count })}</p>
      <ChosenActions count={count} />
      <Button className="icon-button" aria-label={say("chosen-clear")} onPress={clearChosen}>
        <X aria-hidden size="1rem" />
      </Button>
    </div>
  );
}
