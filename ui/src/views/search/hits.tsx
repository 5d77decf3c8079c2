import { memo, useDeferredValue, useEffect, useRef } from "react";
import type { SearchHit } from "../../ipc/generated/bindings";
import { goToHit, useSearch } from "../../model/search";
import { say, sayOr } from "../say";

interface HitsProps {
  readonly id: string;
  readonly isOpen: boolean;
  /** The same at every drawing, or every row is drawn anew. */
  readonly onChoose: () => void;
}

/** What was found, best first, each with the place in its text. */
export function Hits({ id, isOpen, onChoose }: HitsProps) {
  const { hits, active, query, isAnswered } = useSearch();
  // Two hundred rows are drawn between the letters of the next word and never before one.
  const shown = useDeferredValue(hits);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpen) list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active, isOpen]);

  return (
    <div className="hits" hidden={!isOpen || (hits.length === 0 && !isAnswered)}>
      <div ref={list} id={id} role="listbox" aria-label={say("search-results")} tabIndex={-1}>
        {shown.map((hit, index) => (
          <Hit
            key={hit.key}
            id={`${id}-${index}`}
            hit={hit}
            index={index}
            isActive={index === active}
            onChoose={onChoose}
          />
        ))}
      </div>
      {hits.length === 0 && isAnswered && (
        <div className="hits-none">
          <p>{say("search-nothing", { query })}</p>
          <p className="quiet">{say("search-nothing-hint")}</p>
        </div>
      )}
    </div>
  );
}

interface HitProps {
  readonly id: string;
  readonly hit: SearchHit;
  readonly index: number;
  readonly isActive: boolean;
  readonly onChoose: () => void;
}

const Hit = memo(function Hit({ id, hit, index, isActive, onChoose }: HitProps) {
  return (
    // The keyboard chooses in the field that owns the list.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={id}
      role="option"
      tabIndex={-1}
      className="hit"
      aria-selected={isActive}
      data-colour={hit.colour}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => {
        goToHit(index);
        onChoose();
      }}
    >
      <span className="hit-head">
        <span className="swatch" aria-hidden />
        <span className="hit-title" dir="auto">
          {hit.title}
        </span>
        <span className="hit-date">{hit.date_words}</span>
      </span>
      <span className="hit-excerpt">
        {hit.field !== "title" && (
          <span className="hit-field">{sayOr("search-in", hit.field)}</span>
        )}
        {hit.excerpt.map((part, place) =>
          part.found ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have only their order
            <mark key={place}>{part.text}</mark>
          ) : (
            part.text
          ),
        )}
      </span>
    </div>
  );
});
