import type { CommandError, CommandName, Commands, Transport } from "../ipc/commands";
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

type Refused = (name: CommandName, error: CommandError) => void;
const listeners = new Set<Refused>();

/** Hears of every refusal, beside whoever asked. */
export function onRefusal(listener: Refused): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks the program; a refusal is thrown as a `CommandError`. */
export async function ask<N extends CommandName>(
  name: N,
  args: Commands[N]["args"],
): Promise<Commands[N]["result"]> {
  try {
    return await program().call(name, args);
  } catch (reason) {
    const error = asCommandError(reason);
    for (const listener of listeners) listener(name, error);
    throw error;
  }
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
