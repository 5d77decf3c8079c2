import "./base/fonts.css";
import "./base/tokens.css";
import "./views/base.css";
import "./views/overlays.css";
import "./views/pages.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { keepArrangement } from "./model/arrangement";
import { startCasebook } from "./model/casebook";
import { followChosen } from "./model/chosen";
import { followClocks } from "./model/clocks";
import { followContents } from "./model/contents";
import { followEntry } from "./model/entry";
import { followForm } from "./model/event_form";
import type { FirstQuestions } from "./model/first_questions";
import { followHistory } from "./model/history";
import { followKept } from "./model/kept";
import { followClosing } from "./model/leaving";
import { followOrigin } from "./model/measure";
import { keepMeasures } from "./model/measures";
import { followMove } from "./model/moving";
import { followSafety } from "./model/safety";
import { followFilter } from "./model/search";
import { followCasebook, followKnowledge } from "./model/selection";
import { keepSettings } from "./model/settings";
import { keepTables } from "./model/table";
import { startTimeline } from "./model/timeline";
import { followViewport } from "./model/viewport_history";
import { App } from "./views/frame/app";
import { followMenu } from "./views/frame/menu_actions";
import { followTheme } from "./views/settings/theme";

/** Puts the window together; what it shows was asked for before. */
export async function open(asked: FirstQuestions): Promise<void> {
  keepSettings(window.localStorage);
  keepArrangement(window.localStorage);
  keepTables(window.localStorage);
  followTheme();
  followCasebook();
  followSafety(window.localStorage);
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
  followMenu();
  startTimeline(asked.overview);
  followViewport();
  keepMeasures(window.localStorage, () => window.innerWidth);
  const started = startCasebook(asked.casebook);
  const root = document.getElementById("root");
  if (!root) throw new Error("index.html has lost its root.");
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  await started;
}
