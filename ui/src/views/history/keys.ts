import { readOlder } from "../../model/history";

/** The way through the entries: one tab stop, and the arrows from entry to entry. */
export function onFeedKey(event: React.KeyboardEvent<HTMLElement>): void {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
  const feed = event.currentTarget;
  const entries = [...feed.querySelectorAll<HTMLElement>("[data-entry]")];
  const here = entries.findIndex((entry) => entry.contains(document.activeElement));
  const target = targetOf(event.key, here, entries.length);
  if (target === null) return;
  event.preventDefault();
  const entry = entries[target];
  if (!entry) {
    readOlder();
    return;
  }
  entry.focus({ preventScroll: true });
  entry.scrollIntoView({ block: "nearest" });
}

const FAR = 10;

function targetOf(key: string, here: number, count: number): number | null {
  switch (key) {
    case "ArrowDown":
      return here + 1;
    case "ArrowUp":
      return Math.max(0, here - 1);
    case "PageDown":
      return here === count - 1 ? count : Math.min(count - 1, here + FAR);
    case "PageUp":
      return Math.max(0, here - FAR);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
