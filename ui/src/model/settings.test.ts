import { expect, it } from "vitest";
import { read } from "./settings";

const usual = { theme: "system", textSize: 1, side: 12.5, inspector: 22.5, bars: 12.25 };

it.each([
  ["nothing", null, usual],
  ["damaged text", "{", usual],
  ["something else", "[1, 2]", usual],
  ["a theme that is no more", '{"theme":"sepia"}', usual],
  ["a width beyond its limit", '{"side":400}', { ...usual, side: 24 }],
  ["a text size that is not offered", '{"textSize":7}', usual],
  [
    "what was chosen",
    '{"theme":"dark","textSize":2}',
    { ...usual, theme: "dark", textSize: 2 },
  ],
])("settings read from %s", (_, text, expected) => {
  expect(read(text)).toEqual(expected);
});
