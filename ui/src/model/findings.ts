import { create } from "zustand";
import type { Commands } from "../ipc/commands";
import { asCommandError } from "../ipc/errors";
import type { CasebookSummary } from "../ipc/generated/bindings";
import { adopt, summaryNow, tellDone, useCasebook } from "./casebook";
import { knownOnNow, useKnownOn } from "./clocks";
import { ask } from "./program";
import { report } from "./toasts";

/**
 * A check of so many events is made in a moment. Of more it is made when the reader asks
 * for it, and not after every edit.
 */
const CHECKED_UNASKED = 20_000;

/** Of what the reader has asked for a check. */
const useAsked = create<{ readonly subject: string | null }>(() => ({ subject: null }));

/** All that a finding depends on: notes and what is let stand are not of it. */
const subjectOf = (
  { path, rules_revision }: CasebookSummary,
  known_on: string | null,
): string => `${known_on ?? ""} ${rules_revision} ${path}`;

const isChecked = (
  summary: CasebookSummary | null,
  known_on: string | null,
  asked: string | null,
): boolean =>
  summary !== null &&
  (summary.counts.events <= CHECKED_UNASKED || asked === subjectOf(summary, known_on));

/** Whether the casebook, as it is now, is checked without more ado. */
export function useIsChecked(): boolean {
  const known_on = useKnownOn();
  const { subject } = useAsked();
  const summary = useCasebook(({ state }) => (state.kind === "open" ? state.summary : null));
  return isChecked(summary, known_on, subject);
}

export const isCheckedNow = (): boolean =>
  isChecked(summaryNow(), knownOnNow(), useAsked.getState().subject);

/** Has the casebook checked as it is now. */
export function askCheck(): void {
  const summary = summaryNow();
  if (summary) useAsked.setState({ subject: subjectOf(summary, knownOnNow()) });
}

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
    adopt(summary);
    if (done !== null) tellDone({ text: done });
    return true;
  } catch (reason) {
    report(asCommandError(reason));
    return false;
  }
}
