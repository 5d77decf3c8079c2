import { expect, it } from "vitest";
import { grouped } from "./number";

it.each([
  [0, "0"],
  [999, "999"],
  [1_000, "1,000"],
  [12_345, "12,345"],
  [1_000_000, "1,000,000"],
])("%d is written as %s", (number, text) => {
  expect(grouped(number)).toBe(text);
});
