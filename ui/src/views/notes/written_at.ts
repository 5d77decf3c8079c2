const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
});
const TIME = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

/**
 * When a note was written, in the reader's own time zone: a moment, unlike every legal
 * date. "21 Nov 2026, 09:30".
 */
export function writtenAt(timestamp: string): string {
  const moment = new Date(timestamp);
  if (Number.isNaN(moment.getTime())) return timestamp;
  return `${DAY.format(moment)}, ${TIME.format(moment)}`;
}
