// vis-timeline as its documentation begins: events without lanes stand in one stack, lanes
// are groups, everything else is as it comes.

const DAY = 86_400_000;
let timeline = null;

/** Whether every item has its place: all are in view at first, if only by scrolling. */
const isComplete = () => {
  const lanes = Object.values(timeline.itemSet.groups);
  return lanes.every((lane) => lane.visibleItems.length === Object.keys(lane.items).length);
};

/** Milliseconds from the events at hand to all of the timeline on the screen. */
const firstFrame = async (events) => {
  const items = events.map(({ id, lane, title, first, last }) => ({
    id,
    ...(lane === undefined ? {} : { group: lane }),
    content: title,
    start: first * DAY,
    ...(last > first ? { end: (last + 1) * DAY } : {}),
  }));
  const lanes = [...new Set(events.flatMap(({ lane }) => lane ?? []))];
  const groups = lanes.map((lane) => ({ id: lane, content: lane }));
  // Titles are text here as they are in Docketline, and not looked through for markup.
  const template = ({ content }) => document.createTextNode(content);
  const begun = performance.now();
  await new Promise((resolve) => {
    const element = document.getElementById("timeline");
    timeline = new vis.Timeline(element, items, groups.length > 0 ? groups : undefined, {
      height: "100%",
      verticalScroll: true,
      template,
      groupTemplate: template,
      onInitialDrawComplete: resolve,
    });
  });
  // It may say so before it is.
  do await page.shown();
  while (!isComplete());
  return performance.now() - begun;
};

/** To and fro, as far at every frame as Docketline is moved. */
const moves = {
  panning: (at) => {
    const { start, end } = timeline.getWindow();
    const by = ((end - start) / innerWidth) * 24 * (at % 160 < 80 ? 1 : -1);
    timeline.setWindow(+start + by, +end + by, { animation: false });
  },
  zooming: (at) => {
    const { start, end } = timeline.getWindow();
    const by = (end - start) * (at % 80 < 40 ? 0.015 : -0.015);
    timeline.setWindow(+start + by, +end - by, { animation: false });
  },
};

const frames = (movement, count, limit) => page.between(count, limit, moves[movement]);

Object.assign(page.measures, { firstFrame, frames });
