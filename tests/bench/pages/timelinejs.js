// TimelineJS as its documentation begins, but for the fonts, which it would fetch.

const DAY = 86_400_000;
let timeline = null;

/** Its own kind of date. Days are numbers since 1970-01-01. */
const dateOf = (day) => {
  const date = new Date(day * DAY);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  };
};

/** Milliseconds from the events at hand to all of the timeline on the screen. */
const firstFrame = async (events) => {
  const slides = events.map(({ id, lane, title, first, last }) => ({
    unique_id: `event-${id}`,
    group: lane,
    text: { headline: title, text: "" },
    start_date: dateOf(first),
    ...(last > first ? { end_date: dateOf(last) } : {}),
  }));
  const begun = performance.now();
  timeline = new TL.Timeline("timeline", { events: slides }, { font: "" });
  await new Promise((resolve) => timeline.on("loaded", resolve));
  await page.shown();
  return performance.now() - begun;
};

/** A step at every tenth frame: what a step costs is in the tenth of the frames. */
const moves = {
  stepping: (at) => {
    if (at % 10 === 0) timeline.goToNext();
  },
};

const frames = (movement, count, limit) => page.between(count, limit, moves[movement]);

Object.assign(page.measures, { firstFrame, frames });
