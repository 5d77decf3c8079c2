import { asCommandError } from "../ipc/errors";
import type {
  BulkChange,
  EditOutcome,
  EventChoice,
  MergeChoice,
} from "../ipc/generated/bindings";
import { adopt, mayEdit, tellDone } from "./casebook";
import { type Chosen, chosenEvents, chosenPair, clearChosen } from "./chosen";
import { isDialogOpen, openDialog } from "./frame";
import { ask } from "./program";
import { clearSelection, select } from "./selection";
import { placeSelection } from "./table";
import { report, tell } from "./toasts";

/** Nothing is changed. */
export const UNCHANGED: BulkChange = {
  lane: null,
  kind: null,
  confidence: null,
  main_case: null,
  add_principles: [],
  remove_principles: [],
  shift: null,
};

/** Asks what is to be changed of the selected events. */
export function askChange(): void {
  const chosen = chosenEvents();
  if (chosen && mayEdit()) openDialog({ kind: "change", ...chosen });
}

/** Shows what deleting the selected events would take with it. */
export function askDeletion(): void {
  const chosen = chosenEvents();
  if (chosen && mayEdit()) openDialog({ kind: "delete", ...chosen });
}

/** Shows what merging the two selected events would make of them. */
export async function askMerge(): Promise<void> {
  const chosen = chosenEvents();
  if (!chosen || !mayEdit()) return;
  try {
    const pair = await chosenPair(chosen);
    if (isDialogOpen()) return;
    if (pair) openDialog({ kind: "merge", keep: pair[0], other: pair[1] });
    else tell({ id: "toast-merge-two" });
  } catch (reason) {
    report(asCommandError(reason));
  }
}

export const changeEvents = (choice: EventChoice, change: BulkChange): Promise<boolean> =>
  carryOut(() => ask("change_events", { choice, change }));

export const deleteEvents = ({ choice }: Chosen): Promise<boolean> =>
  carryOut(
    () => ask("delete_events", { choice }),
    () => {
      clearSelection();
      clearChosen();
      placeSelection([], null);
    },
  );

export async function mergeEvents(choice: MergeChoice): Promise<boolean> {
  try {
    const outcome = await ask("merge_events", { choice });
    if (outcome.became === "refused") return false;
    clearChosen();
    select(outcome.key, "place");
    placeSelection([], null);
    say(outcome);
    return true;
  } catch (reason) {
    report(asCommandError(reason));
    return false;
  }
}

/** Whether it was done; a refusal is shown. `first` comes before anything is drawn anew. */
async function carryOut(
  act: () => Promise<EditOutcome>,
  first: () => void = () => {},
): Promise<boolean> {
  try {
    const outcome = await act();
    first();
    say(outcome);
    return true;
  } catch (reason) {
    report(asCommandError(reason));
    return false;
  }
}

export function say({ done, summary }: EditOutcome): void {
  adopt(summary);
  if (done === null) tell({ id: "toast-unchanged" });
  else tellDone({ text: done });
}
