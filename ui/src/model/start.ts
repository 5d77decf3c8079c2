import { keepArrangement } from "./arrangement";
import { startCasebook, summaryNow } from "./casebook";
import { followChosen } from "./chosen";
import { followClocks } from "./clocks";
import { followContents } from "./contents";
import { followEntry } from "./entry";
import { followForm } from "./event_form";
import { askFirst } from "./first_questions";
import { followHistory } from "./history";
import { followKept } from "./kept";
import { followClosing } from "./leaving";
import { followOrigin } from "./measure";
import { keepMeasures } from "./measures";
import { followMove } from "./moving";
import { followSafety } from "./safety";
import { followFilter } from "./search";
import { followCasebook, followKnowledge } from "./selection";
import { keepSettings, type SettingsShelf } from "./settings";
import { keepTables } from "./table";
import { startTimeline, type TimelineState, useTimeline } from "./timeline";
import { followViewport } from "./viewport_history";

/** The steps to the first picture, as far as they can be had before the window stands. */
export interface Steps {
  /** It is known where the casebook lies, and the picture is asked for. */
  readonly placed: Promise<void>;
  /** The picture is there to be drawn. */
  readonly picture: Promise<void>;
}

/** Asks for what the window shows first, and follows it from there on. */
export function startModel(shelf: SettingsShelf, windowWidth: () => number): Steps {
  const { casebook, overview } = askFirst(shelf, windowWidth());
  keepSettings(shelf);
  keepArrangement(shelf);
  keepTables(shelf);
  followCasebook();
  followSafety(shelf);
  followKnowledge();
  followOrigin();
  followClosing();
  followForm();
  followEntry();
  followChosen();
  followMove();
  followClocks();
  followContents();
  followKept();
  followFilter();
  followHistory();
  startTimeline(overview);
  followViewport();
  keepMeasures(shelf, windowWidth);
  const started = startCasebook(casebook);
  if (!overview) {
    // Nothing is asked for before the page has told its sizes.
    const none = Promise.resolve();
    return { placed: none, picture: none };
  }
  const failed = started.then(() => (summaryNow() ? NEVER : undefined));
  return {
    placed: Promise.race([timelineHas(({ overview }) => overview), failed]),
    picture: Promise.race([timelineHas(({ picture }) => picture), failed]),
  };
}

const NEVER = new Promise<void>(() => undefined);

const timelineHas = (part: (timeline: TimelineState) => unknown): Promise<void> =>
  new Promise((resolve) => {
    const stop = useTimeline.subscribe((timeline) => {
      if (!part(timeline)) return;
      stop();
      resolve();
    });
  });
