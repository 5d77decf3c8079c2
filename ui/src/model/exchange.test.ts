import { beforeEach, expect, test, vi } from "vitest";
import { day, scenePx } from "../base/units";
import { groupBy, toggleHidden } from "./arrangement";
import { currentView, exportPicture, type PictureChoices, previewImport } from "./exchange";
import { openDialog, useFrame } from "./frame";
import { attempt } from "./program";
import { useSelection } from "./selection";
import { useViewport } from "./viewport";

vi.mock("./program", () => ({ attempt: vi.fn(), ask: vi.fn() }));

const WHOLE: PictureChoices = {
  format: "pdf",
  shows: "whole",
  width: 2400,
  scale: 2,
  page: "a4",
};

beforeEach(() => {
  vi.mocked(attempt).mockReset();
  useViewport.setState({ from: day(16000), daysPerPx: 2, width: scenePx(900) });
  useViewport.setState({ covered: scenePx(100) });
  useSelection.setState({ key: 7 });
});

const asked = () => vi.mocked(attempt).mock.calls[0];

test("a picture is of everything unless the view is asked for", async () => {
  await exportPicture(WHOLE);
  const clocks = { as_of: null, known_on: null };
  const lanes = { by: "lane", order: [], hidden: [], rows: {} };
  const picture = { span: { of: "whole" }, lanes, width: 2400, scale: 2, page: "a4" };
  expect(asked()).toEqual(["export_casebook", { format: "pdf", options: { clocks, picture } }]);
});

test("a picture of the view has the part that the inspector leaves free, and its scale", async () => {
  await exportPicture({ ...WHOLE, shows: "view" });
  const viewport = { from: 16000, days_per_px: 2, width: 800 };
  expect(asked()?.[1]).toMatchObject({
    options: { picture: { span: { of: "view", viewport, selected: 7 }, width: null } },
  });
});

test("a picture has the lanes of the window, the whole also those that the reader hid", async () => {
  groupBy("court");
  toggleHidden("scotus", ["scotus"]);
  await exportPicture({ ...WHOLE, shows: "view" });
  const picture = (lanes: object) => ({ options: { picture: { lanes } } });
  expect(asked()?.[1]).toMatchObject(picture({ by: "court", hidden: ["scotus"] }));
  vi.mocked(attempt).mockClear();
  await exportPicture(WHOLE);
  expect(asked()?.[1]).toMatchObject(picture({ by: "court", hidden: [] }));
  groupBy("lane");
});

test("before the timeline was drawn there is no view", async () => {
  useViewport.setState({ width: scenePx(0), covered: scenePx(0) });
  expect(currentView()).toBeNull();
  await exportPicture({ ...WHOLE, shows: "view" });
  expect(asked()?.[1]).toMatchObject({ options: { picture: { span: { of: "whole" } } } });
});

test("a file that was read late takes no place of a dialog that was opened meanwhile", async () => {
  vi.mocked(attempt).mockResolvedValue({ created: 1 } as never);
  const reading = previewImport();
  openDialog({ kind: "event" });
  await reading;
  expect(useFrame.getState().dialog).toEqual({ kind: "event" });
  openDialog(null);
  await previewImport();
  expect(useFrame.getState().dialog?.kind).toBe("import");
  openDialog(null);
});
