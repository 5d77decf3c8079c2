import type { EventDetail, SupportView } from "../../ipc/generated/bindings";
import { AreaField } from "../edit/fields";
import { useKept } from "../edit/kept";
import type { Option } from "../edit/picker";
import { choiceOf, RecordPicker } from "../edit/pickers";
import { say } from "../say";
import { SourceLink } from "../source_link";
import { NamedList } from "./named_list";
import { PartForm } from "./part_form";

/** The sources of the event with what each supports, and what none of them told. */
export function Evidence({ detail }: { readonly detail: EventDetail }) {
  const { from_knowledge } = detail;
  return (
    <>
      <Sources detail={detail} />
      {from_knowledge.length > 0 && (
        <section>
          <h3 className="section-heading">{say("inspector-not-read")}</h3>
          <ul className="bullets">
            {from_knowledge.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Sources({ detail }: { readonly detail: EventDetail }) {
  const entries = detail.sources.map((source) => ({
    ...source,
    entry: `${source.id} ${source.supports}`,
    name: source.title,
  }));
  return (
    <NamedList
      list={`sources ${detail.key}`}
      heading={
        <>
          {say("inspector-evidence")}{" "}
          <span className="section-count">
            {say("inspector-evidence-count", { count: entries.length })}
          </span>
        </>
      }
      addLabel={say("part-add-source")}
      entries={entries}
      row={(source) => (
        <div className="row-main">
          <SourceTitle source={source} />
          <span className="grounds">{publication(source)}</span>
          <span className="supports">{source.supports}</span>
          {source.note && <span className="grounds">{source.note}</span>}
        </div>
      )}
      form={(source, onLeave) => (
        <SupportForm event={detail.id} source={source} onLeave={onLeave} />
      )}
    />
  );
}

interface SupportFormProps {
  readonly event: string;
  readonly source: SupportView | null;
  readonly onLeave: (isGone?: boolean) => void;
}

/** Which source, and what it supports: where in it, and in which words. */
function SupportForm({ event, source: old, onLeave }: SupportFormProps) {
  const [source, setSource] = useKept<Option | null>(
    "source",
    old && { id: old.id, name: old.title, detail: old.publisher },
  );
  const [supports, setSupports] = useKept("supports", old?.supports ?? "");
  return (
    <PartForm
      label={say(old ? "part-change-source" : "part-add-source")}
      event={event}
      old={old && { part: "source", source: { id: old.id }, supports: old.supports }}
      fresh={() => ({ part: "source", source: choiceOf(source), supports })}
      onLeave={onLeave}
      about={old && { kind: "source", id: old.id }}
    >
      <RecordPicker
        kind="source"
        name="source"
        label={say("part-source")}
        value={source}
        onChange={setSource}
        mayMake
        isFirst={old === null}
      />
      <AreaField
        name="supports"
        label={say("part-supports")}
        value={supports}
        onChange={setSupports}
        placeholder={say("part-supports-example")}
        isFirst={old !== null}
      />
    </PartForm>
  );
}

function SourceTitle({ source }: { readonly source: SupportView }) {
  const { title, url } = source;
  if (!url) return <span>{title}</span>;
  return (
    <SourceLink url={url} label={say("source-open", { url })}>
      {title}
    </SourceLink>
  );
}

function publication({ publisher, date_words, read, read_scope }: SupportView): string {
  return [publisher, date_words, readWords(read, read_scope)].filter(Boolean).join(" · ");
}

/** Whether the source was read, and how much of it. */
export function readWords(read: boolean, scope: string | null): string {
  if (!read) return say("source-unread");
  return scope ? say("source-read", { scope }) : say("source-read-plain");
}
