import { create } from "zustand";
import { clamp } from "../base/geometry";

export const THEMES = ["system", "light", "dark", "contrast"] as const;
export type Theme = (typeof THEMES)[number];

export const TEXT_SIZES = [0.9, 1, 1.25, 1.5, 2] as const;

/** How this reader likes the window; kept on this machine and not in the casebook. */
export interface Settings {
  readonly theme: Theme;
  readonly textSize: number;
  /** Widths of the panels in rem. */
  readonly side: number;
  readonly inspector: number;
  /** Height of the bars of the Procedure view in rem. */
  readonly bars: number;
}

export const SIDE_WIDTHS = { least: 10, usual: 12.5, most: 24 } as const;
export const INSPECTOR_WIDTHS = { least: 17, usual: 22.5, most: 40 } as const;

/** Six bars and their heading. */
export const BARS_HEIGHTS = { least: 5, usual: 12.25, most: 40 } as const;

const USUAL: Settings = {
  theme: "system",
  textSize: 1,
  side: SIDE_WIDTHS.usual,
  inspector: INSPECTOR_WIDTHS.usual,
  bars: BARS_HEIGHTS.usual,
};

export const useSettings = create<Settings>(() => USUAL);

const KEY = "docketline-settings";

/** What a browser's storage is, as far as settings need it. */
export interface SettingsShelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** Takes the settings from the shelf and puts every change back. */
export function keepSettings(shelf: SettingsShelf): () => void {
  useSettings.setState(read(shelf.getItem(KEY)));
  return useSettings.subscribe((settings) => shelf.setItem(KEY, JSON.stringify(settings)));
}

/** Anything that is not a setting any more is left at its usual value. */
export function read(text: string | null): Settings {
  let kept: Partial<Record<keyof Settings, unknown>> = {};
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    if (typeof value === "object" && value !== null) kept = value;
  } catch {
    // Damaged settings are worth less than a window that opens.
  }
  const number = (value: unknown, usual: number, least: number, most: number): number =>
    typeof value === "number" ? clamp(value, least, most) : usual;
  return {
    theme: THEMES.find((theme) => theme === kept.theme) ?? USUAL.theme,
    textSize: TEXT_SIZES.find((size) => size === kept.textSize) ?? USUAL.textSize,
    side: number(kept.side, USUAL.side, SIDE_WIDTHS.least, SIDE_WIDTHS.most),
    inspector: number(
      kept.inspector,
      USUAL.inspector,
      INSPECTOR_WIDTHS.least,
      INSPECTOR_WIDTHS.most,
    ),
    bars: number(kept.bars, USUAL.bars, BARS_HEIGHTS.least, BARS_HEIGHTS.most),
  };
}
