import type { Counts } from "../../ipc/generated/bindings";
import { useCasebook } from "../../model/casebook";
import { openDialog } from "../../model/frame";
import { Dialog } from "../dialog";
import { say, sayNumber } from "../say";
import { useAnswer } from "../use_answer";

const COUNTS: readonly (readonly [keyof Counts, string])[] = [
  ["events", "about-count-events"],
  ["relations", "about-count-relations"],
  ["sources", "about-count-sources"],
  ["actors", "about-count-actors"],
  ["places", "about-count-places"],
  ["principles", "about-count-principles"],
  ["disputed_dates", "about-count-disputed"],
  ["notes", "about-count-notes"],
];

/** How the casebook was made, what is in it, and how far to trust it. */
export function AboutDialog() {
  const { result: about } = useAnswer("get_about", {});
  const state = useCasebook(({ state }) => state);
  if (!about || state.kind !== "open") return null;
  const { path, counts } = state.summary;
  const facts = [
    ["about-compiled", about.compiled],
    ["about-method", about.method],
    ["about-file", path],
  ] as const;
  return (
    <Dialog heading={say("about-heading")} onClose={() => openDialog(null)}>
      <p className="about-title">{about.title}</p>
      <dl className="facts">
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{say(label)}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <h3 className="section-heading">{say("about-counts")}</h3>
      <dl className="about-counts">
        {COUNTS.map(([field, label]) => (
          <div key={field}>
            <dt>{say(label)}</dt>
            <dd>{sayNumber(counts[field])}</dd>
          </div>
        ))}
      </dl>
      <Named heading="about-confidence" entries={about.confidence_values} />
      <Named heading="about-fields" entries={about.field_notes} />
    </Dialog>
  );
}

function Named({
  heading,
  entries,
}: {
  readonly heading: string;
  readonly entries: readonly { readonly id: string; readonly name: string }[];
}) {
  if (entries.length === 0) return null;
  return (
    <section>
      <h3 className="section-heading">{say(heading)}</h3>
      <dl className="facts">
        {entries.map(({ id, name }) => (
          <div key={id}>
            <dt>{id.replaceAll("_", " ")}</dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
