import type { CommandName, Commands, Transport } from "../ipc/commands";
import { asCommandError } from "../ipc/errors";
import { report } from "./toasts";

let transport: Transport | null = null;

/** Done once, before anything is drawn. */
export function connect(to: Transport): void {
  transport = to;
}

export function program(): Transport {
  if (!transport) throw new Error("The program was asked before it was connected.");
  return transport;
}

/** Asks the program; a refusal is thrown as a `CommandError`. */
export function ask<N extends CommandName>(
  name: N,
  args: Commands[N]["args"],
): Promise<Commands[N]["result"]> {
  return program().call(name, args);
}

/** Asks the program and shows a refusal to the reader, who then gets `undefined`. */
export async function attempt<N extends CommandName>(
  name: N,
  args: Commands[N]["args"],
): Promise<Commands[N]["result"] | undefined> {
  try {
    return await ask(name, args);
  } catch (reason) {
    report(asCommandError(reason));
    return undefined;
  }
}
