import "./base/fonts.css";
import "./base/tokens.css";
import "./views/base.css";
import "./views/overlays.css";
import "./views/pages.css";
import { StrictMode } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { App } from "./views/frame/app";
import { followMenu } from "./views/frame/menu_actions";
import { followTheme } from "./views/settings/theme";

/** Puts the window together around what the model knows by now. */
export function open(): void {
  followTheme();
  followMenu();
  const root = document.getElementById("root");
  if (!root) throw new Error("index.html has lost its root.");
  // At once: React would wait for a message to itself, and in WebKit that takes its way
  // through another process.
  flushSync(() =>
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  );
}
