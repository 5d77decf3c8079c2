import { say } from "../say";

const TONES = ["in-force", "under-review", "stayed", "set-aside", "ended", "open"] as const;

/** What the colours and patterns of the bars say. */
export function StandingLegend() {
  return (
    <ul className="procedure-legend" aria-label={say("procedure-legend")}>
      {TONES.map((tone) => (
        <li key={tone}>
          <span className="legend-swatch" aria-hidden>
            <span
              className="stretch"
              data-tone={tone === "open" ? "under-review" : tone}
              data-open={tone === "open" || undefined}
            />
          </span>
          {say(`procedure-legend-${tone}`)}
        </li>
      ))}
    </ul>
  );
}
