import { asCommandError } from "../ipc/errors";
import type { BulkChange, EditOutcome, MergeChoice } from "../ipc/generated/bindings";
import { adopt, mayEdit, tellDone } from "./casebook";
import { chosenEvents, chosenPair, clearChosen } from "./chosen";
import { isDialogOpen, openDialog } from "./frame";
import { ask } from "./program";
import { clearSelection, select } from "./selection";
import { placeSelection, useTable } from "./table";
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
export const askChange = (): Promise<void> =>
  askAbout((keys) => openDialog({ kind: "change", keys }));

/** Shows what deleting the selected events would take with it. */
export const askDeletion = (): Promise<void> =>
  askAbout((keys) => openDialog({ kind: "delete", keys }));

/** Shows what merging the two selected events would make of them. */
export const askMerge = (): Promise<void> =>
  askAbout((keys) => {
    const pair = chosenPair(keys);
    if (pair) openDialog({ kind: "merge", keep: pair[0], other: pair[1] });
    else tell({ id: "toast-merge-two" });
  });

/** Which events these are may come late. */
async function askAbout(open: (keys: readonly number[]) => void): Promise<void> {
  try {
    const keys = await chosenEvents();
    if (keys.length > 0 && mayEdit() && !isDialogOpen()) open(keys);
  } catch (reason) {
    report(asCommandError(reason));
  }
}

export const changeEvents = (keys: readonly number[], change: BulkChange): Promise<boolean> =>
  carryOut(() => ask("change_events", { keys, change }));

export const deleteEvents = (keys: readonly number[]): Promise<boolean> =>
  carryOut(
    () => ask("delete_events", { keys }),
    () => {
      const { rows, active } = useTable.getState();
      clearSelection();
      clearChosen();
      // The keyboard goes on from where they stood.
      placeSelection([], rows[0]?.first ?? active);
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
