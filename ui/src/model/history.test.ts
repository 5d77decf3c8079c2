import { beforeEach, expect, it, vi } from "vitest";
import type { CommandName, Transport } from "../ipc/commands";
import type { HistoryEntryView } from "../ipc/generated/bindings";
import { adopt } from "./casebook";
import { show } from "./frame";
import {
  followHistory,
  NO_HISTORY_FILTER,
  openEntry,
  readHistory,
  useHistory,
} from "./history";
import { connect } from "./program";

type Summary = Parameters<typeof adopt>[0];
const summary = (path: string, revision: number): Summary => ({ path, revision }) as Summary;
const entry = (id: number, title: string) => ({ id, title }) as unknown as HistoryEntryView;

let answers: Partial<Record<CommandName, unknown>>;
const settle = () => new Promise((done) => setTimeout(done));
const shown = () => useHistory.getState().pages.flat();

beforeEach(async () => {
  answers = {};
  connect({ call: vi.fn(async (name: CommandName) => answers[name]) } as unknown as Transport);
  adopt(summary("/a.casebook", 1));
  show("history");
  useHistory.setState({ pages: [], opened: new Map(), filter: NO_HISTORY_FILTER });
  answers.list_history = { entries: [entry(1, "of a")], next: null, authors: [] };
});

it.each([
  { what: "another casebook", path: "/b.casebook", view: "history" },
  { what: "an edit while it is not looked at", path: "/a.casebook", view: "timeline" },
] as const)("what is on its way when $what comes fills nothing", async ({ path, view }) => {
  const stop = followHistory();
  show(view);
  readHistory();
  adopt(summary(path, 2));
  await settle();
  expect(shown()).toEqual([]);
  expect(useHistory.getState().reading).toBeNull();
  stop();
});

it("an entry that was read whole for one casebook is none of the next", async () => {
  const stop = followHistory();
  answers.get_history_entry = entry(1, "of a");
  const opening = openEntry(1);
  adopt(summary("/b.casebook", 1));
  await opening;
  expect(useHistory.getState().opened.size).toBe(0);
  stop();
});

it("the newest entry that is gone on with stays open with what it holds then", async () => {
  const stop = followHistory();
  readHistory();
  await settle();
  answers.get_history_entry = entry(1, "a note");
  await openEntry(1);
  answers.list_history = { entries: [entry(1, "a longer note")], next: null, authors: [] };
  answers.get_history_entry = entry(1, "a longer note");
  adopt(summary("/a.casebook", 2));
  await settle();
  expect(shown()).toEqual([entry(1, "a longer note")]);
  expect(useHistory.getState().opened.get(1)).toEqual(entry(1, "a longer note"));
  stop();
});
