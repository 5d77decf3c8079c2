import { create } from "zustand";
import type { Commands } from "../ipc/commands";
import { asCommandError } from "../ipc/errors";
import { adopt, revisionNow, summaryNow, tellDone, useCasebook, useRevision } from "./casebook";
import { knownOnNow } from "./clocks";
import { ask } from "./program";
import { report } from "./toasts";

/**
 * A check reads the whole casebook, about a second for so many events. Of more it is made
 * when the reader asks for it, and not after every edit.
 */
const CHECKED_UNASKED = 20_000;

const useAsked = create<{ readonly revision: string | null }>(() => ({ revision: null }));

const isChecked = (events: number, revision: string, asked: string | null): boolean =>
  events <= CHECKED_UNASKED || asked === revision;

/** Whether the casebook, as it is now, is checked without more ado. */
export function useIsChecked(): boolean {
  const revision = useRevision();
  const asked = useAsked((asked) => asked.revision);
  const events = useCasebook(({ state }) =>
    state.kind === "open" ? state.summary.counts.events : 0,
  );
  return isChecked(events, revision, asked);
}

export const isCheckedNow = (): boolean =>
  isChecked(summaryNow()?.counts.events ?? 0, revisionNow(), useAsked.getState().revision);

/** Has the casebook checked as it is now. */
export const askCheck = (): void => useAsked.setState({ revision: revisionNow() });

/** Lets a finding stand; answers whether it was taken. A refusal is shown. */
export const acceptFinding = (finding: string, reason: string): Promise<boolean> =>
  change("accept_finding", { finding, reason, known_on: knownOnNow() });

/** Takes an acceptance back: the finding is open again. */
export const withdrawAcceptance = (finding: string): Promise<boolean> =>
  change("withdraw_acceptance", { finding });

async function change(
  ...[name, args]:
    | ["accept_finding", Commands["accept_finding"]["args"]]
    | ["withdraw_acceptance", Commands["withdraw_acceptance"]["args"]]
): Promise<boolean> {
  try {
    const { done, summary } =
      name === "accept_finding" ? await ask(name, args) : await ask(name, args);
    const wasChecked = isCheckedNow();
    adopt(summary);
    // What is let stand changes nothing that a rule reads: the check holds.
    if (wasChecked) askCheck();
    if (done !== null) tellDone({ text: done });
    return true;
  } catch (reason) {
    report(asCommandError(reason));
    return false;
  }
}
