import { say } from "../say";

const MARKS = [
  "diamond",
  "square",
  "hollow-square",
  "triangle",
  "circle",
  "range",
  "disputed",
  "noted",
] as const;

type MarkName = (typeof MARKS)[number];

/** What the marks of the timeline mean. */
export function Legend() {
  return (
    <section className="legend" aria-labelledby="legend-heading">
      <h3 className="section-heading" id="legend-heading">
        {say("legend-heading")}
      </h3>
      <ul>
        {MARKS.map((name) => (
          <li key={name}>
            <MarkPicture name={name} />
            {say(`legend-${name}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function MarkPicture({ name }: { readonly name: MarkName }) {
  return (
    <svg className="legend-mark" viewBox="0 0 24 24" aria-hidden="true">
      {shapeOf(name)}
    </svg>
  );
}

function shapeOf(name: MarkName): React.ReactNode {
  switch (name) {
    case "diamond":
      return <path d="M12 4l8 8-8 8-8-8z" />;
    case "square":
      return <rect x="6" y="6" width="12" height="12" rx="1.5" />;
    case "hollow-square":
      return <rect x="7" y="7" width="10" height="10" rx="1.5" className="legend-line" />;
    case "triangle":
      return <path d="M12 5.5l7 12.5H5z" />;
    case "circle":
      return <circle cx="12" cy="12" r="6" />;
    case "range":
      return (
        <>
          <rect x="1" y="8" width="22" height="8" rx="2" opacity="0.3" />
          <rect x="7" y="8" width="10" height="8" opacity="0.6" />
        </>
      );
    case "disputed":
      return (
        <>
          <circle cx="12" cy="10" r="6" />
          <path d="M5 18h3v2H5zM10.5 18h3v2h-3zM16 18h3v2h-3z" />
        </>
      );
    case "noted":
      return (
        <>
          <circle cx="11" cy="13" r="6" />
          <circle cx="18" cy="6" r="4" className="legend-note" />
        </>
      );
  }
}
