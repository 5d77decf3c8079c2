import body from "@assets/i18n/en.ftl?parsed";
import { FluentBundle } from "@fluent/bundle";
import { grouped } from "../base/number";
import type { Words } from "../model/words";

// Isolating marks round every value would end up in what the reader copies and finds.
const bundle = new FluentBundle("en", { useIsolating: false });
for (const error of bundle.addResource({ body })) throw error;

/** The interface's words for `id`. A message that is missing shows its id. */
export function say(id: string, args?: Record<string, string | number>): string {
  const message = bundle.getMessage(id);
  return message?.value ? bundle.formatPattern(message.value, args ?? null) : id;
}

/** A number by itself, in figures. */
export const sayNumber = grouped;

export const sayWords = (words: Words): string =>
  "text" in words ? words.text : say(words.id, words.args);

/** The interface's word for one of an open list that may grow; else the word as it is. */
export function sayOr(prefix: string, word: string): string {
  return bundle.hasMessage(`${prefix}-${word}`) ? say(`${prefix}-${word}`) : word;
}
