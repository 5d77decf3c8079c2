import { isoFromDay } from "../../base/civil";
import { day } from "../../base/units";
import type { EventRow, SortBy } from "../generated/bindings";
import type { FakeEvent } from "./casebook";
import { readDate } from "./dates";

/** Has no divisor in common with round numbers, so it mixes them. */
const MIX = 7919;

/**
 * As many events as a test wants, each made of its number: the events of the sample over
 * and over, on other days and with a title that says its place among all titles.
 */
export class ManyEvents {
  readonly total: number;
  readonly #sample: readonly FakeEvent[];
  readonly #unmix: number;

  constructor(total: number, sample: readonly FakeEvent[]) {
    this.total = total;
    this.#sample = sample;
    this.#unmix = inverse(MIX % total, total);
  }

  event(key: number): FakeEvent | undefined {
    const base = this.#sample[(key - 1) % this.#sample.length];
    if (!base || key < 1 || key > this.total) return undefined;
    const number = key - 1;
    const days = Math.floor((number * 60_000) / this.total) - 40_000;
    const edtf = isoFromDay(day(days));
    const date = readDate(edtf) ?? base.date;
    const place = String((number * MIX) % this.total).padStart(6, "0");
    const row: EventRow = {
      ...base.row,
      key,
      id: `${base.row.id}-${key}`,
      date: edtf,
      date_words: date.words,
      earliest: edtf,
      latest: edtf,
      title: `Entry ${place}: ${base.row.title}`,
    };
    return { row, source: base.source, date };
  }

  /** In time, or by title; other columns are put in the order of time. */
  list(sort: SortBy, descending: boolean) {
    const turned = (place: number): number => (descending ? this.total - 1 - place : place);
    const keyAt = (place: number): number =>
      1 + (sort === "title" ? (turned(place) * this.#unmix) % this.total : turned(place));
    return {
      total: this.total,
      row: (place: number): EventRow => {
        const event = this.event(keyAt(place));
        if (!event) throw new Error(`The fake has no row ${place}`);
        return event.row;
      },
      position: (key: number): number =>
        turned(sort === "title" ? ((key - 1) * MIX) % this.total : key - 1),
    };
  }
}

/** The number that times `value` leaves 1 over in `modulus`. */
function inverse(value: number, modulus: number): number {
  let [a, b, x, y] = [value, modulus, 1, 0];
  while (b > 0) {
    const whole = Math.floor(a / b);
    [a, b] = [b, a - whole * b];
    [x, y] = [y, x - whole * y];
  }
  return ((x % modulus) + modulus) % modulus;
}
