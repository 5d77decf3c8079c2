import type { Commands } from "../ipc/commands";
import { asCommandError } from "../ipc/errors";
import { adopt, tellDone } from "./casebook";
import { knownOnNow } from "./clocks";
import { ask } from "./program";
import { report } from "./toasts";

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
