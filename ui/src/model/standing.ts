import type { StandingLife, StandingSpan, StandingWords } from "../ipc/generated/bindings";

/** The colour and pattern of a standing. The word is always given beside it. */
export type Tone = "none" | "in-force" | "under-review" | "stayed" | "set-aside" | "ended";

const TONES: Readonly<Record<string, Tone>> = {
  "not yet issued": "none",
  "in force": "in-force",
  stayed: "stayed",
  reversed: "set-aside",
  vacated: "set-aside",
  quashed: "set-aside",
  invalidated: "set-aside",
  unsettled: "under-review",
};

/** What may no longer stand is shown as that; a review shows only on what stands. */
export function toneOf({ standing, under_review }: StandingWords): Tone {
  const tones = standing.map((word) => TONES[word] ?? "ended");
  const tone = tones.find((one) => one !== "none") ?? "none";
  return tone === "in-force" && under_review !== "no" ? "under-review" : tone;
}

/** Some reading of the dates gives another standing, or another answer on review. */
export const isOpen = ({ definite, under_review }: StandingWords): boolean =>
  !definite || under_review === "possibly";

/** How it stood at the end of a day. The spans are in order, the first before every day. */
export function spanOn({ spans }: StandingLife, on: number): StandingSpan | null {
  return spans.findLast(({ from }) => from === null || from <= on) ?? null;
}

/**
 * The instrument whose standing changed last by the end of a day; of several, the one that
 * changes most often.
 */
export function lastChanged(lives: readonly StandingLife[], on: number): StandingLife | null {
  let best: StandingLife | null = null;
  let latest = Number.NEGATIVE_INFINITY;
  for (const life of lives) {
    const from = spanOn(life, on)?.from ?? Number.NEGATIVE_INFINITY;
    const isLater =
      from > latest || (from === latest && life.spans.length > (best?.spans.length ?? 0));
    if (from === Number.NEGATIVE_INFINITY || !isLater) continue;
    latest = from;
    best = life;
  }
  return best;
}

export interface Stretch {
  readonly span: StandingSpan;
  /** The first day, and the first day after. */
  readonly from: number;
  readonly to: number;
}

/** The spans in which there is something to stand, cut to the days `[first, last)`. */
export function stretches({ spans }: StandingLife, first: number, last: number): Stretch[] {
  return spans.flatMap((span, index): Stretch[] => {
    const from = Math.max(span.from ?? first, first);
    const to = Math.min(spans[index + 1]?.from ?? last, last);
    return toneOf(span) === "none" || to <= from ? [] : [{ span, from, to }];
  });
}

/** The days from the first that changes any of them to a while after the last. */
export function extentOf(lives: readonly StandingLife[]): [first: number, last: number] | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { spans } of lives) {
    for (const { from } of spans) {
      if (from === null) continue;
      first = Math.min(first, from);
      last = Math.max(last, from);
    }
  }
  if (first > last) return null;
  // A last change must be long enough to be seen.
  const room = Math.max(30, (last - first) * 0.06);
  return [first - room / 2, last + room];
}
