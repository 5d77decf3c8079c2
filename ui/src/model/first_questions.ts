import type { CasebookSummary, Overview } from "../ipc/generated/bindings";
import { NO_FILTER } from "./filter";
import { lastMeasures } from "./last_measures";
import { ask } from "./program";
import type { SettingsShelf } from "./settings";

/** What was asked before the window's own script was there to ask. */
export interface FirstQuestions {
  readonly casebook: Promise<CasebookSummary>;
  readonly overview: FirstOverview | null;
}

/** Of all events, in the strip as wide as it last was. */
export interface FirstOverview {
  readonly width: number;
  readonly answer: Promise<Overview>;
}

/** The first picture lies where the overview says, so that one is needed before it. */
export function askFirst(shelf: SettingsShelf, windowWidth: number): FirstQuestions {
  const casebook = ask("current_casebook", {});
  const width = lastMeasures(shelf, windowWidth)?.overview;
  if (width === undefined) return { casebook, overview: null };
  const overview = ask("timeline_overview", { filter: NO_FILTER, width });
  // Where the casebook is refused, the next in this window is another one.
  const answer = Promise.all([overview, casebook]).then(([overview]) => overview);
  // Whoever takes it asks again; where nobody does, it does not matter.
  answer.catch(() => undefined);
  return { casebook, overview: { width, answer } };
}
