import { memo, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { HistoryEntryView } from "../../ipc/generated/bindings";
import { useIsReadOnly } from "../../model/casebook";
import { readOlder, useHistory } from "../../model/history";
import { dayOfMoment } from "../moments";
import { say } from "../say";
import { HistoryEntry } from "./entry";
import { onFeedKey } from "./keys";

type Scroller = React.RefObject<HTMLElement | null>;

/** Pages within this distance of what is seen are drawn. */
const NEAR = "1500px 0px";

/**
 * The entries, a page at a time. Pages far from what is seen keep their height and are
 * not drawn, so that a history of a million entries costs what is seen of it.
 */
export function Feed({ scroller }: { readonly scroller: Scroller }) {
  const pages = useHistory(({ pages }) => pages);
  const reading = useHistory(({ reading }) => reading);
  const [active, setActive] = useState<number | null>(null);
  const first = pages[0]?.[0]?.id ?? null;
  const isThere = pages.some((page) => page.some(({ id }) => id === active));
  return (
    <section
      aria-label={say("history-feed")}
      aria-busy={reading !== null}
      className="history-feed"
      onKeyDown={onFeedKey}
      onFocus={({ target }) => {
        const entry = target.closest<HTMLElement>("[data-entry]");
        if (entry) setActive(Number(entry.dataset.entry));
      }}
    >
      {pages.map((page, index) => (
        <Page
          key={page[0]?.id}
          entries={page}
          dayBefore={dayOf(pages[index - 1]?.at(-1))}
          active={isThere ? active : first}
          scroller={scroller}
        />
      ))}
      <Sentinel scroller={scroller} />
    </section>
  );
}

const dayOf = (entry: HistoryEntryView | undefined): string | null =>
  entry ? dayOfMoment(entry.at) : null;

interface PageProps {
  readonly entries: readonly HistoryEntryView[];
  /** The day under whose heading the page before ended. */
  readonly dayBefore: string | null;
  readonly active: number | null;
  readonly scroller: Scroller;
}

const Page = memo(function Page({ entries, dayBefore, active, scroller }: PageProps) {
  const block = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(true);
  const height = useRef(0);
  const isReadOnly = useIsReadOnly();
  const opened = useHistory(({ opened }) => opened);
  const isSigned = useHistory(({ authors }) => authors.length > 1);

  useEffect(() => {
    const element = block.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      ([seen]) => {
        const hasKeys = element.contains(document.activeElement);
        setNear((seen?.isIntersecting ?? true) || hasKeys);
      },
      { root: scroller.current, rootMargin: NEAR },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  useLayoutEffect(() => {
    if (isNear) height.current = block.current?.offsetHeight ?? 0;
  });

  let day = dayBefore;
  return (
    <div ref={block} style={isNear ? undefined : { height: height.current }}>
      {isNear &&
        entries.map((entry) => {
          const own = dayOf(entry);
          const isNewDay = own !== day;
          day = own;
          return (
            <div key={entry.id}>
              {isNewDay && <h3 className="history-day">{own}</h3>}
              <HistoryEntry
                entry={opened.get(entry.id) ?? entry}
                isOpened={opened.has(entry.id)}
                isActive={entry.id === active}
                isSigned={isSigned}
                mayGoBack={!isReadOnly}
              />
            </div>
          );
        })}
    </div>
  );
});

/** Comes into sight shortly before the end does, and asks for more. */
function Sentinel({ scroller }: { readonly scroller: Scroller }) {
  const mark = useRef<HTMLDivElement>(null);
  const pages = useHistory(({ pages }) => pages);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that fills nothing asks for the next
  useEffect(() => {
    const element = mark.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      ([seen]) => {
        if (seen?.isIntersecting) readOlder();
      },
      { root: scroller.current, rootMargin: "600px 0px" },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, pages]);
  return <div ref={mark} className="history-sentinel" />;
}
