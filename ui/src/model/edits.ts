import type { CommandError, CommandName, Commands, Edited } from "../ipc/commands";
import { asCommandError } from "../ipc/errors";
import { adopt, tellDone } from "./casebook";
import { ask } from "./program";
import { report } from "./toasts";

type EditCommand = {
  [N in CommandName]: Commands[N]["result"] extends Edited<unknown> ? N : never;
}[CommandName];

type Did<N extends EditCommand> =
  Commands[N]["result"] extends Edited<infer What> ? What : never;

/** Changes the casebook, or answers why not, for a form to say beside its field. */
export async function edit<N extends EditCommand>(
  name: N,
  args: Commands[N]["args"],
): Promise<{ did: Did<N> } | { error: CommandError }> {
  try {
    const { did, summary } = (await ask(name, args)) as Edited<Did<N>>;
    adopt(summary);
    return { did };
  } catch (reason) {
    return { error: asCommandError(reason) };
  }
}

/** The same for what has no field: says what was done, or why not. Answers whether it was. */
export async function editAndTell<N extends EditCommand>(
  name: N,
  args: Commands[N]["args"],
): Promise<boolean> {
  try {
    const { summary } = (await ask(name, args)) as Edited<Did<N>>;
    adopt(summary);
    if (summary.undo !== null) tellDone({ text: summary.undo });
    return true;
  } catch (reason) {
    report(asCommandError(reason));
    return false;
  }
}
