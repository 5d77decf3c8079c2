import type { Palette } from "../../render/palette";

/** Reads the theme's colours as a canvas takes them, system colours included. */
export function readPalette(host: HTMLElement): Palette {
  const probe = document.createElement("span");
  probe.hidden = true;
  host.append(probe);
  const colour = (token: string): string => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const palette: Palette = {
    paper: colour("paper"),
    laneAlt: colour("lane-alt"),
    ink: colour("ink"),
    inkSecondary: colour("ink-secondary"),
    inkMuted: colour("ink-muted"),
    rule: colour("rule"),
    ruleSoft: colour("rule-soft"),
    accent: colour("accent"),
    onAccent: colour("on-accent"),
    inForce: colour("in-force"),
    underReview: colour("under-review"),
    setAside: colour("set-aside"),
    found: colour("found"),
    lanes: [1, 2, 3, 4, 5, 6].map((lane) => colour(`lane-${lane}`)),
  };
  probe.remove();
  return palette;
}
