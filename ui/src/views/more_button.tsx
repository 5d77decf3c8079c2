import { useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components";
import { say } from "./say";

interface MoreButtonProps {
  readonly shown: number;
  readonly total: number;
  /** How many more are shown at once. */
  readonly by: number;
  /** The heading of the list, where a page has several. */
  readonly of?: string;
  readonly onMore: () => void;
}

/**
 * Shows more of a list of which only the first are read. Where the last were shown, it
 * says so and keeps the reader's place; a list that was whole from the first says nothing.
 */
export function MoreButton({ shown, total, by, of, onMore }: MoreButtonProps) {
  const left = total - shown;
  const [isAsked, setAsked] = useState(false);
  const end = useRef<HTMLParagraphElement>(null);
  const isEnd = isAsked && left <= 0;
  useEffect(() => {
    if (isEnd && document.activeElement === document.body) end.current?.focus();
  }, [isEnd]);
  if (isEnd) {
    return (
      <p ref={end} className="quiet more-end" tabIndex={-1}>
        {say("show-end", { total })}
      </p>
    );
  }
  if (left <= 0) return null;
  return (
    <Button
      className="button small more-button"
      {...(of === undefined ? {} : { "aria-describedby": of })}
      onPress={() => {
        setAsked(true);
        onMore();
      }}
    >
      {say("show-more", { count: Math.min(by, left), left })}
    </Button>
  );
}
