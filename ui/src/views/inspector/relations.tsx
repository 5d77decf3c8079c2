import type { EventDetail, RelationView } from "../../ipc/generated/bindings";
import { useIsReadOnly } from "../../model/casebook";
import { AddButton, EditButton } from "../edit/edit_buttons";
import { Kept } from "../edit/kept";
import { type Editing, NEW } from "../edit/use_editing";
import { EventLink } from "../event_link";
import { say, sayOr } from "../say";
import { useRelating } from "./relating";
import { ChangeRelation, type End, NewRelation } from "./relation_form";

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

/** What the event did to others, and what others did to it. */
export function Relations({ detail }: { readonly detail: EventDetail }) {
  const editing = useRelating(detail.key);
  const isReadOnly = useIsReadOnly();
  const acts = { detail, editing: isReadOnly ? null : editing };
  return (
    <section ref={editing.root} aria-label={say("inspector-relations")}>
      <Acts {...acts} heading="inspector-effects" end="from" relations={detail.outgoing} />
      <Acts {...acts} heading="inspector-acted-on" end="to" relations={detail.incoming} />
      {!isReadOnly &&
        (editing.open === NEW ? (
          <Kept editing={editing}>
            <NewRelation event={detail} other={null} onLeave={editing.end} />
          </Kept>
        ) : (
          <AddButton label={say("relation-add")} editing={editing} />
        ))}
    </section>
  );
}

interface ActsProps {
  readonly detail: EventDetail;
  readonly heading: string;
  readonly end: End;
  readonly relations: readonly RelationView[];
  /** `null` where nothing may be changed. */
  readonly editing: Editing | null;
}

function Acts({ detail, heading, end, relations, editing }: ActsProps) {
  if (relations.length === 0) return null;
  // What changed the standing comes first; the order within stays as it was.
  const ordered = [...relations].sort(
    (a, b) => Number(a.relation in STANDING ? 0 : 1) - Number(b.relation in STANDING ? 0 : 1),
  );
  return (
    <>
      <h3 className="section-heading">{say(heading)}</h3>
      <ul className="rows">
        {ordered.map((relation) => (
          <li key={relation.id}>
            {editing?.open === relation.id ? (
              <Kept editing={editing}>
                <ChangeRelation
                  event={detail}
                  other={otherOf(relation)}
                  of={relation.id}
                  end={end}
                  onLeave={editing.end}
                />
              </Kept>
            ) : (
              <Act relation={relation} end={end} editing={editing} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

const otherOf = ({ other_id, other_title, other_date_words }: RelationView) => ({
  id: other_id,
  name: other_title,
  detail: other_date_words,
});

interface ActProps {
  readonly relation: RelationView;
  readonly end: End;
  readonly editing: Editing | null;
}

function Act({ relation, end, editing }: ActProps) {
  const words = actWords(end === "from" ? "act" : "acted", relation);
  return (
    <div className="row">
      <div className="row-main">
        <span className="act" data-standing={STANDING[relation.relation]}>
          {words}
        </span>{" "}
        <EventLink event={relation.other_key} earliest={relation.other_earliest}>
          {relation.other_title}
        </EventLink>
        <Grounds relation={relation} />
      </div>
      <span className="row-end">{relation.other_date_words}</span>
      {editing && (
        <EditButton
          label={say("relation-change-named", { act: words, title: relation.other_title })}
          entry={relation.id}
          editing={editing}
        />
      )}
    </div>
  );
}

function actWords(prefix: "act" | "acted", { relation, part }: RelationView): string {
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
