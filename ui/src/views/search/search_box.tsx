import { ChevronDown, ChevronUp, Search, X } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { Button } from "react-aria-components";
import { clearSearch, goToHit, search, stepHit, useSearch } from "../../model/search";
import { say } from "../say";
import { focusTimeline } from "../timeline/focus";
import { SEARCH_FIELD, takeWantedFocus } from "./focus";
import { Hits } from "./hits";
import "./search.css";

const LIST = "search-results";

/** Searches as one types; the results are a list under the field to step through. */
export function SearchBox() {
  const { query, hits, total, active, isAnswered } = useSearch();
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  useEffect(takeWantedFocus, []);
  const isSearching = query.trim() !== "";
  const isListed = isOpen && isSearching;

  const onKeyDown = (event: React.KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
    if (by) {
      event.preventDefault();
      setOpen(true);
      stepHit(by);
    } else if (event.key === "Enter" && isSearching) {
      event.preventDefault();
      if (active < 0) goToHit(0);
      setOpen(false);
      focusTimeline();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (isSearching) clearSearch();
      else focusTimeline();
      setOpen(false);
    }
  };

  return (
    <search
      className="search"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <Search aria-hidden className="search-icon" size="1rem" />
      <input
        id={SEARCH_FIELD}
        className="search-field"
        role="combobox"
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-label={say("search-label")}
        aria-expanded={isListed}
        aria-controls={LIST}
        aria-autocomplete="list"
        aria-activedescendant={isListed && active >= 0 ? `${LIST}-${active}` : undefined}
        placeholder={say("search-placeholder")}
        value={query}
        onChange={(event) => {
          search(event.target.value);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      {isSearching ? (
        <>
          <span className="search-count" role="status">
            {active >= 0
              ? say("search-position", { at: active + 1, total })
              : isAnswered && say("search-total", { total })}
          </span>
          <Button
            className="icon-button small"
            aria-label={say("search-previous")}
            isDisabled={hits.length === 0}
            onPress={() => stepHit(-1)}
          >
            <ChevronUp aria-hidden size="1rem" />
          </Button>
          <Button
            className="icon-button small"
            aria-label={say("search-next")}
            isDisabled={hits.length === 0}
            onPress={() => stepHit(1)}
          >
            <ChevronDown aria-hidden size="1rem" />
          </Button>
          <Button
            className="icon-button small"
            aria-label={say("search-clear")}
            onPress={clearSearch}
          >
            <X aria-hidden size="1rem" />
          </Button>
        </>
      ) : (
        <kbd className="search-keys" aria-hidden>
          {say("search-shortcut")}
        </kbd>
      )}
      <Hits id={LIST} isOpen={isListed} onChoose={close} />
    </search>
  );
}
