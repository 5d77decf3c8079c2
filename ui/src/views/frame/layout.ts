import { useSyncExternalStore } from "react";
import { useSettings } from "../../model/settings";

/**
 * How much room there is, measured in text and not in pixels, so that large text on a
 * wide screen is laid out like usual text on a narrow one. `wide`: all three panels side
 * by side; `medium`: the inspector lies over the view; `narrow`: the side bar does too.
 */
export type Room = "wide" | "medium" | "narrow";

/** What opens the side bar where it lies over the view. */
export const SIDE_BUTTON = "side-button";

const WIDE_REM = 68;
const MEDIUM_REM = 48;

export function useRoom(): Room {
  const textSize = useSettings((settings) => settings.textSize);
  const width = useSyncExternalStore(onResize, () => window.innerWidth);
  const rem = width / (16 * textSize);
  return rem >= WIDE_REM ? "wide" : rem >= MEDIUM_REM ? "medium" : "narrow";
}

function onResize(listener: () => void): () => void {
  window.addEventListener("resize", listener);
  return () => window.removeEventListener("resize", listener);
}
