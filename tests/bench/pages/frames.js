// What every page of a measured timeline shares: when a frame is on the screen, and how
// long frames take while something moves.

/** The frame that is drawn now is on the screen when the one after it begins. */
const shown = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** Frames that do not count, as with Docketline: the engine compiles what it runs often. */
const BEGINNING = 80;

/**
 * Does something at every frame and answers the times between frames, in milliseconds.
 * Ends early, because a frame of some timelines takes seconds.
 */
const between = (count, limit, act) =>
  new Promise((resolve) => {
    const times = [];
    const begun = performance.now();
    let last = null;
    const frame = (now) => {
      if (last !== null) times.push(now - last);
      last = now;
      if (times.length >= BEGINNING + count || now - begun > limit)
        resolve(times.length > 2 * BEGINNING ? times.slice(BEGINNING) : times);
      else {
        act(times.length);
        requestAnimationFrame(frame);
      }
    };
    requestAnimationFrame(frame);
  });

/** The same for a canvas on which nothing is drawn: what the window itself takes. */
const emptyCanvas = async (count, limit) => {
  const canvas = document.createElement("canvas");
  canvas.width = innerWidth;
  canvas.height = innerHeight;
  canvas.style.cssText = "position:fixed;inset:0;z-index:99";
  document.body.append(canvas);
  const surface = canvas.getContext("2d", { alpha: false });
  const times = await between(count, limit, () =>
    surface.fillRect(0, 0, canvas.width, canvas.height),
  );
  canvas.remove();
  return times;
};

/** A timeline that breaks would be waited for in vain. A layout that is put off breaks nothing. */
const broken = new Promise((_, reject) => {
  addEventListener("error", ({ message }) => {
    if (!message.startsWith("ResizeObserver")) reject(new Error(message));
  });
});
broken.catch(() => {});

/** What can be asked of a page; the timeline's own script adds `firstFrame` and `frames`. */
const measures = { emptyCanvas };

/** Calls one of them and hands over what it answers, or why it does not. */
const answer = (name, given, done) => {
  Promise.race([measures[name](...given), broken]).then(done, (error) =>
    done({ failed: String(error) }),
  );
};

globalThis.page = { shown, between, measures, answer };
