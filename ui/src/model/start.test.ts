import { beforeEach, expect, it, vi } from "vitest";
import type { CommandName } from "../ipc/commands";
import { fakeTransport } from "../ipc/fake_transport";

const MEASURES = '{"window":1440,"timeline":729,"lanes":640,"overview":865}';

const shelf = {
  getItem: (key: string) => (key === "docketline-measures" ? MEASURES : null),
  setItem: () => undefined,
};

let asked: CommandName[];

beforeEach(() => {
  asked = [];
  vi.resetModules();
});

async function start({
  refused = [],
  width = 1440,
}: {
  readonly refused?: readonly CommandName[];
  readonly width?: number;
} = {}) {
  const program = await import("./program");
  const { startModel } = await import("./start");
  const fake = fakeTransport({ start: "sample", readOnly: false, delay: 0, refused });
  program.connect({
    ...fake,
    call(name, args) {
      asked.push(name);
      return fake.call(name, args);
    },
  });
  return startModel(shelf, () => width);
}

it("the first picture is asked for and answered without a window", async () => {
  const { placed, picture } = await start();
  expect(asked).toEqual(["current_casebook", "timeline_overview"]);
  await placed;
  // Whoever waited for the place may hold the page up now: the question is on its way.
  expect(asked).toEqual(["current_casebook", "timeline_overview", "timeline_scene"]);
  await picture;
  const { useTimeline } = await import("./timeline");
  expect(useTimeline.getState().picture).not.toBeNull();
});

it("where the casebook is refused, nobody waits for its picture", async () => {
  const { placed, picture } = await start({ refused: ["current_casebook"] });
  await Promise.all([placed, picture]);
  const { useCasebook } = await import("./casebook");
  expect(useCasebook.getState().state.kind).toBe("failed");
  expect(asked).not.toContain("timeline_scene");
});

it("where the window never was as wide, nobody waits for what it must measure first", async () => {
  const { placed, picture } = await start({ width: 1024 });
  await Promise.all([placed, picture]);
  expect(asked).toEqual(["current_casebook"]);
});
