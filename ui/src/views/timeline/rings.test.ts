import { expect, it } from "vitest";
import { MARK } from "../../base/picture";
import { markCentre } from "../../render/hit";
import { newView, pictureOf } from "../../render/testing";
import { Rings } from "./rings";

const MARKS = [{ x0: 0 }, { x0: -900, x1: 1_300, flags: MARK.SPAN }, { x0: 50 }];

it("stand where the marks with those keys are pointed out, wherever the picture lies", () => {
  const rings = new Rings();
  const picture = pictureOf(MARKS);
  const view = newView();
  for (const offset of [100, 140]) {
    view.offset = offset;
    const centres = [1, 2].map((index) => markCentre(picture, view, index));
    expect(rings.at(picture, new Set([2, 3]), view)).toMatchObject(centres);
  }
});

it("are the same objects until the keys or the picture change", () => {
  const rings = new Rings();
  const picture = pictureOf(MARKS);
  const keys = new Set([2, 3]);
  const view = newView();
  const before = rings.at(picture, keys, view);
  const kept = [...before];
  view.offset = 140;
  const after = rings.at(picture, keys, view);
  expect(after).toBe(before);
  expect(after.every((ring, place) => ring === kept[place])).toBe(true);
  expect(rings.at(picture, new Set([1]), view).length).toBe(1);
  expect(rings.at(pictureOf([]), keys, view)).toEqual([]);
});
