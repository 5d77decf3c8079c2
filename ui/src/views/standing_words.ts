import type { StandingWords } from "../ipc/generated/bindings";
import { say, sayOr } from "./say";

const word = (standing: string): string => sayOr("standing", standing.replaceAll(" ", "-"));

/** "in force", "quashed in part", "in force or stayed". */
export function sayStanding({ standing, part }: StandingWords): string {
  const words = standing
    .map(word)
    .reduce((first, second) => say("standing-either", { first, second }));
  return part ? say("standing-in-part", { standing: words }) : words;
}

/** Review is only spoken of while there is something to review. */
export function sayReview({ standing, under_review }: StandingWords): string | null {
  const stands = standing.some((one) => one === "in force" || one === "stayed");
  return stands ? say(`standing-review-${under_review}`) : null;
}

/** Both in one line: "in force, under review". */
export function sayStandingWhole(words: StandingWords): string {
  const review = words.under_review === "no" ? null : sayReview(words);
  return [sayStanding(words), review].filter(Boolean).join(", ");
}
