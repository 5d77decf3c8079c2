/**
 * When something was written or done, in the reader's own time zone: moments, unlike
 * every legal date. Timestamps are RFC 3339; one that is none is shown as it is.
 */
const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
});
const LONG_DAY = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});
const TIME = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

const momentOf = (timestamp: string): Date | null => {
  const moment = new Date(timestamp);
  return Number.isNaN(moment.getTime()) ? null : moment;
};

/** "21 Nov 2026, 09:30". */
export function writtenAt(timestamp: string): string {
  const moment = momentOf(timestamp);
  return moment ? `${DAY.format(moment)}, ${TIME.format(moment)}` : timestamp;
}

/** "Saturday 21 November 2026". */
export function dayOfMoment(timestamp: string): string {
  const moment = momentOf(timestamp);
  return moment ? LONG_DAY.format(moment).replace(",", "") : timestamp;
}

/** "09:30". */
export function timeOfMoment(timestamp: string): string {
  const moment = momentOf(timestamp);
  return moment ? TIME.format(moment) : "";
}

/** The moment at which a day (YYYY-MM-DD) ends here, as the program writes moments. */
export function endOfDay(iso: string): string {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  const next = new Date(year, month - 1, day + 1);
  return next.toISOString().replace(/\.\d+Z$/, "Z");
}
