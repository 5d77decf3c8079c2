import { keepArrangement } from "./arrangement";
import { startCasebook } from "./casebook";
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

/** The steps to the first picture; neither may ever come. */
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
  void startCasebook(casebook);
  return {
    placed: timelineHas(({ overview }) => overview),
    picture: timelineHas(({ picture }) => picture),
  };
}

const timelineHas = (part: (timeline: TimelineState) => unknown): Promise<void> =>
  new Promise((resolve) => {
    const stop = useTimeline.subscribe((timeline) => {
      if (!part(timeline)) return;
      stop();
      resolve();
    });
  });
