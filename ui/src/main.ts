import type { Transport } from "./ipc/commands";
import { tauriTransport } from "./ipc/tauri_transport";
import { connect } from "./model/program";
import { startModel } from "./model/start";

/** Only the build for tests and design knows the fake; the shipped window has one way. */
async function transport(): Promise<Transport> {
  if (import.meta.env.MODE !== "fake") return tauriTransport;
  const { fakeTransport, fakeOptionsFrom } = await import("./ipc/fake_transport");
  return fakeTransport(fakeOptionsFrom(window.location.search));
}

/**
 * An answer that is almost there is worth this wait: what holds the page up next would
 * keep it, and what is asked for because of it, from being heard.
 */
const WORTH_MS = 12;

/**
 * The rest of the interface holds the page up while it is read, and again while it is
 * built. Both stand where an answer of the program would else be waited for.
 */
async function start(): Promise<void> {
  connect(await transport());
  const { placed, picture } = startModel(window.localStorage, () => window.innerWidth);
  readTables();
  await soon(placed);
  const { open } = await import("./window");
  await soon(picture);
  open();
}

/** The engine reads its tables of numbers and plurals when they are first asked for. */
function readTables(): void {
  new Intl.NumberFormat("en").format(1);
  new Intl.PluralRules("en").select(1);
}

const soon = (awaited: Promise<void>): Promise<void> =>
  Promise.race([
    awaited,
    new Promise<void>((resolve) => {
      setTimeout(resolve, WORTH_MS);
    }),
  ]);

void start();
