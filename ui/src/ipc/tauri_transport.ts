import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { getCurrentWebviewWindow } from "@tauri-apps/api/webviewWindow";
import type { CommandError, CommandName, Commands, Transport } from "./commands";
import { asCommandError } from "./errors";
import type { CasebookSummary } from "./generated/bindings";
import { readScene } from "./scene_bytes";

/** How an answer is read that comes as bytes. */
const READERS: {
  readonly [N in CommandName]?: (bytes: ArrayBuffer) => Commands[N]["result"];
} = { timeline_scene: readScene };

/** The window's own way to the program, and the one file that knows Tauri. */
export const tauriTransport: Transport = {
  async call(name, args) {
    try {
      const read = READERS[name];
      return read ? read(await invoke<ArrayBuffer>(name, args)) : await invoke(name, args);
    } catch (reason) {
      throw asCommandError(reason);
    }
  },
  onCasebookChanged: (listener) => subscribe<CasebookSummary>("casebook-changed", listener),
  onTrouble: (listener) => subscribe<CommandError | null>("casebook-trouble", listener),
  onBackupFailed: (listener) => subscribe<CommandError | null>("backup-failed", listener),
  onClosing: (listener) => subscribe<null>("window-closing", listener),
  onMenu: (listener) => subscribe<string>("menu", listener),
};

/** To what is said to this window: without a target, every window hears it. */
function subscribe<Payload>(name: string, listener: (payload: Payload) => void): () => void {
  const target = getCurrentWebviewWindow().label;
  const stop = listen<Payload>(name, ({ payload }) => listener(payload), { target });
  return () => void stop.then((unlisten) => unlisten());
}
