import type { EventDetail, RelationView } from "../../ipc/generated/bindings";
import { EventLink } from "../event_link";
import { say, sayOr } from "../say";

/** What each act does to the standing of its target; the others leave it alone. */
const STANDING: Readonly<Record<string, "set-aside" | "in-force" | "under-review">> = {
  affirms: "in-force",
  reinstates: "in-force",
  "lifts-stay": "in-force",
  stays: "under-review",
  reverses: "set-aside",
  vacates: "set-aside",
  quashes: "set-aside",
  moots: "set-aside",
  supersedes: "set-aside",
  withdraws: "set-aside",
  invalidates: "set-aside",
  repeals: "set-aside",
};

export const toneOfAct = (relation: string): string | undefined => STANDING[relation];

/** What the event did to others, and what others did to it. */
export function Relations({ detail }: { readonly detail: EventDetail }) {
  return (
    <>
      <Acts heading="inspector-effects" prefix="act" relations={detail.outgoing} />
      <Acts heading="inspector-acted-on" prefix="acted" relations={detail.incoming} />
    </>
  );
}

interface ActsProps {
  readonly heading: string;
  readonly prefix: "act" | "acted";
  readonly relations: readonly RelationView[];
}

function Acts({ heading, prefix, relations }: ActsProps) {
  if (relations.length === 0) return null;
  // What changed the standing comes first; the order within stays as it was.
  const ordered = [...relations].sort(
    (a, b) => Number(a.relation in STANDING ? 0 : 1) - Number(b.relation in STANDING ? 0 : 1),
  );
  return (
    <section>
      <h3 className="section-heading">{say(heading)}</h3>
      <ul className="rows">
        {ordered.map((relation) => (
          <li className="row" key={relation.id}>
            <div className="row-main">
              <span className="act" data-standing={STANDING[relation.relation]}>
                {actWords(prefix, relation)}
              </span>{" "}
              <EventLink event={relation.other_key} earliest={relation.other_earliest}>
                {relation.other_title}
              </EventLink>
              <Grounds relation={relation} />
            </div>
            <span className="row-end">{relation.other_date_words}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function actWords(prefix: string, { relation, part }: RelationView): string {
  const act = sayOr(prefix, relation);
  return part ? say("act-in-part", { act }) : act;
}

/** On what the relation rests, always; a note and a part when there are any. */
function Grounds({ relation }: { readonly relation: RelationView }) {
  const { part, effective, basis, note } = relation;
  const words = [
    part,
    effective && say("inspector-effective", { date: effective }),
    basis && sayOr("basis", basis),
    note,
  ].filter(Boolean);
  if (words.length === 0) return null;
  return <span className="grounds">{words.join(" · ")}</span>;
}
