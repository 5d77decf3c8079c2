import { type Settings, useSettings } from "../../model/settings";

/** Puts the theme and the text size on the document, and follows both. */
export function followTheme(): void {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const contrast = window.matchMedia("(prefers-contrast: more)");
  const apply = ({ theme, textSize }: Settings): void => {
    const root = document.documentElement;
    const wantsContrast = theme === "contrast" || (theme === "system" && contrast.matches);
    const wantsDark =
      theme === "dark" || ((theme === "system" || theme === "contrast") && dark.matches);
    root.dataset.theme = wantsContrast
      ? wantsDark
        ? "contrast-dark"
        : "contrast"
      : wantsDark
        ? "dark"
        : "light";
    root.style.fontSize = `${textSize * 100}%`;
  };
  const now = (): void => apply(useSettings.getState());
  now();
  useSettings.subscribe(apply);
  dark.addEventListener("change", now);
  contrast.addEventListener("change", now);
}
