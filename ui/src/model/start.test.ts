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

async function start(refused: readonly CommandName[] = []) {
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
  return startModel(shelf, () => 1440);
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

it("where the casebook is refused, nothing is placed and the refusal is known", async () => {
  const steps = await start(["current_casebook"]);
  let isPlaced = false;
  void steps.placed.then(() => {
    isPlaced = true;
  });
  const { useCasebook } = await import("./casebook");
  await vi.waitFor(() => expect(useCasebook.getState().state.kind).toBe("failed"));
  expect(isPlaced).toBe(false);
  expect(asked).not.toContain("timeline_scene");
});
