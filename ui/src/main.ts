import type { Transport } from "./ipc/commands";
import { tauriTransport } from "./ipc/tauri_transport";
import { askFirst } from "./model/first_questions";
import { connect } from "./model/program";

/** Only the build for tests and design knows the fake; the shipped window has one way. */
async function transport(): Promise<Transport> {
  if (import.meta.env.MODE !== "fake") return tauriTransport;
  const { fakeTransport, fakeOptionsFrom } = await import("./ipc/fake_transport");
  return fakeTransport(fakeOptionsFrom(window.location.search));
}

/** The program answers while the rest of the interface is being read. */
async function start(): Promise<void> {
  connect(await transport());
  const asked = askFirst(window.localStorage, window.innerWidth);
  const { open } = await import("./window");
  await open(asked);
}

void start();
