import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Transport } from "./commands";
import { asCommandError } from "./errors";
import type { CasebookSummary } from "./generated/bindings";

/** The window's own way to the program, and the one file that knows Tauri. */
export const tauriTransport: Transport = {
  async call(name, args) {
    try {
      return await invoke(name, args);
    } catch (reason) {
      throw asCommandError(reason);
    }
  },
  onCasebookChanged: (listener) => subscribe<CasebookSummary>("casebook-changed", listener),
  onMenu: (listener) => subscribe<string>("menu", listener),
};

function subscribe<Payload>(name: string, listener: (payload: Payload) => void): () => void {
  const stop = listen<Payload>(name, ({ payload }) => listener(payload));
  return () => void stop.then((unlisten) => unlisten());
}
