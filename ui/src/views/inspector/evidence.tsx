import type { EventDetail, SupportView } from "../../ipc/generated/bindings";
import { say } from "../say";
import { SourceLink } from "../source_link";

/** The sources of the event with what each supports, and what none of them told. */
export function Evidence({ detail }: { readonly detail: EventDetail }) {
  const { sources, from_knowledge } = detail;
  return (
    <>
      {sources.length > 0 && (
        <section>
          <h3 className="section-heading">
            {say("inspector-evidence")}{" "}
            <span className="section-count">
              {say("inspector-evidence-count", { count: sources.length })}
            </span>
          </h3>
          <ul className="rows">
            {sources.map((source) => (
              <li className="row" key={source.id}>
                <div className="row-main">
                  <SourceTitle source={source} />
                  <span className="grounds">{publication(source)}</span>
                  <span className="supports">{source.supports}</span>
                  {source.note && <span className="grounds">{source.note}</span>}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
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
