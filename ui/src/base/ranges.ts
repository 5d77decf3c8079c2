import { clamp } from "./geometry";

/** Whole numbers as runs from first to last, in order, apart from each other. */
export interface Range {
  readonly first: number;
  readonly last: number;
}
export type Ranges = readonly Range[];

export const NO_RANGES: Ranges = [];

export const rangeOf = (a: number, b: number): Range =>
  a <= b ? { first: a, last: b } : { first: b, last: a };

export const countOf = (ranges: Ranges): number =>
  ranges.reduce((sum, { first, last }) => sum + last - first + 1, 0);

export const holds = (ranges: Ranges, number: number): boolean =>
  ranges.some(({ first, last }) => first <= number && number <= last);

/** The number in the ranges that is nearest to this one; `null` when they are empty. */
export function nearest(ranges: Ranges, number: number): number | null {
  const ends = ranges.map(({ first, last }) => clamp(number, first, last));
  const gaps = ends.map((end) => Math.abs(end - number));
  return ends[gaps.indexOf(Math.min(...gaps))] ?? null;
}

export function add(ranges: Ranges, { first, last }: Range): Ranges {
  const before = ranges.filter((range) => range.last < first - 1);
  const after = ranges.filter((range) => range.first > last + 1);
  const touched = ranges.slice(before.length, ranges.length - after.length);
  const joined = {
    first: Math.min(first, ...touched.map((range) => range.first)),
    last: Math.max(last, ...touched.map((range) => range.last)),
  };
  return [...before, joined, ...after];
}

export const remove = (ranges: Ranges, { first, last }: Range): Ranges =>
  ranges.flatMap((range): Range[] => [
    ...(range.first < first
      ? [{ first: range.first, last: Math.min(range.last, first - 1) }]
      : []),
    ...(range.last > last
      ? [{ first: Math.max(range.first, last + 1), last: range.last }]
      : []),
  ]);

export const toggle = (ranges: Ranges, number: number): Ranges => {
  const range = { first: number, last: number };
  return holds(ranges, number) ? remove(ranges, range) : add(ranges, range);
};
