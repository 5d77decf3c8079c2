import { beforeEach, expect, it, vi } from "vitest";
import { MARK } from "../../base/picture";
import { useSelection } from "../../model/selection";
import { pictureOf } from "../../render/testing";
import { selectedMark } from "./selected_mark";

const selected = (key: number | null, lane: string | null = null) =>
  useSelection.setState({ key, lane });
const picture = () => pictureOf([{ x0: 0 }, { x0: 10, flags: MARK.SELECTED }, { x0: 20 }]);

beforeEach(() => selected(null));

it("is the one that the picture has as selected, while that is so", () => {
  const shown = picture();
  expect(selectedMark(shown)).toBe(-1);
  selected(2);
  expect(selectedMark(shown)).toBe(1);
  selected(3);
  expect(selectedMark(shown)).toBe(-1);
});

it("is looked for once in a picture, and not at all where nothing is selected", () => {
  const shown = picture();
  const look = vi.spyOn(shown.marks.flags, "findIndex");
  selectedMark(shown);
  expect(look).not.toHaveBeenCalled();
  selected(2);
  for (let moves = 0; moves < 3; moves += 1) expect(selectedMark(shown)).toBe(1);
  expect(look).toHaveBeenCalledTimes(1);
});

it("of an event in several lanes it is the one in the lane where the reader met it", () => {
  const [one] = picture().lanes;
  if (!one) throw new Error("A picture has a lane.");
  const twice = pictureOf([
    { x0: 0, flags: MARK.SELECTED },
    { x0: 0, flags: MARK.SELECTED },
  ]);
  twice.marks.key[1] = twice.marks.key[0] ?? 0;
  twice.marks.lane[1] = 1;
  const shown = { ...twice, lanes: [one, { ...one, id: "appeal" }] };
  const key = twice.marks.key[0] ?? 0;
  selected(key);
  expect(selectedMark(shown)).toBe(0);
  selected(key, "appeal");
  expect(selectedMark(shown)).toBe(1);
  selected(key, "gone");
  expect(selectedMark(shown)).toBe(0);
});
