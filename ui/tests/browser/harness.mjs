import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./serve.mjs";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const BUILT = path("../../../build/ui-fake");
const SCREENS = path("../../../build/screens");
const AXE = readFileSync(path("../../node_modules/axe-core/axe.min.js"), "utf8");

/** The window's own policy; its program adds the nonce that `index.html` carries. */
const { csp } = JSON.parse(readFileSync(path("../../../tauri.conf.json"), "utf8")).app.security;
const POLICY = csp.replace(
  "style-src 'self'",
  "style-src 'self' 'nonce-__TAURI_STYLE_NONCE__'",
);

export const WIDE = { width: 1440, height: 900 };
export const SMALL = { width: 1024, height: 700 };

/** A browser on the fake program. What the pages complain about fails the test. */
export async function openBrowser() {
  const server = await serve(BUILT, POLICY);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  const complaints = [];

  async function open({ query = "", size = WIDE, theme = "light", ...more } = {}) {
    const context = await browser.newContext({ viewport: size, colorScheme: theme, ...more });
    const page = await context.newPage();
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    await page.goto(server.url + query);
    await settle(page);
    return page;
  }

  async function close() {
    await browser.close();
    server.close();
    assert.deepEqual(complaints, [], "a page complained");
  }

  return { open, close };
}

/** Longer than the window waits for a pause in typing, before it asks. */
const PAUSE_MS = 250;
const PATIENCE_MS = 10_000;

/**
 * Until everything asked is answered and painted and nothing more is asked for a while,
 * however slow the machine is: a window that is busy is late with its own clock too.
 */
export const settle = async (page) => {
  // What stands round the first picture comes after it, the messages with the rest.
  await page.waitForFunction(
    () =>
      globalThis.fakeCalls &&
      document.querySelector("main") &&
      document.querySelector(".toasts"),
  );
  await page.evaluate(
    async ({ pause, patience }) => {
      const { fakeCalls } = globalThis;
      const end = performance.now() + patience;
      let begun = -1;
      while (performance.now() < end && (fakeCalls.open > 0 || fakeCalls.begun !== begun)) {
        begun = fakeCalls.begun;
        await new Promise((resolve) => setTimeout(resolve, pause));
        // Two frames: one paints what the last answer brought, the next what followed.
        await new Promise((resolve) => requestAnimationFrame(resolve));
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    },
    { pause: PAUSE_MS, patience: PATIENCE_MS },
  );
};

/** Looks at the page in the light theme and in the dark one, which it takes from the system. */
async function inThemes(page, look) {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await painted(page);
    await look(colorScheme);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

/** One frame draws what has changed, the next what followed from that. */
export const painted = (page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );

/** Of all that axe-core looks at, what differs between the themes. */
const COLOURS = ["color-contrast", "link-in-text-block"];

/** Fails with what axe-core finds in either theme, each with the elements that it found. */
export async function expectAccessible(page, what) {
  await page.evaluate(AXE);
  await inThemes(page, async (theme) => {
    const { violations } = await page.evaluate(
      (runOnly) =>
        globalThis.axe.run(document, {
          resultTypes: ["violations"],
          ...(runOnly && { runOnly }),
        }),
      theme === "dark" ? COLOURS : null,
    );
    const found = violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help}\n  ${nodes.map(({ html }) => html.slice(0, 160)).join("\n  ")}`,
    );
    assert.equal(found.length, 0, `${what}, ${theme}\n${found.join("\n")}`);
  });
}

/** A picture for people to look at, in either theme. */
export async function screenshot(page, name) {
  mkdirSync(SCREENS, { recursive: true });
  await inThemes(page, (theme) => page.screenshot({ path: `${SCREENS}/${name}-${theme}.png` }));
}

export const goTo = async (page, view) => {
  await page.getByRole("navigation").getByRole("button", { name: view }).click();
  // The first time, its script is read; then come the answers that it shows.
  await page.waitForFunction(() => document.querySelector("main")?.childElementCount > 0);
  let before = "";
  for (let now = "-"; now !== before; ) {
    before = now;
    await settle(page);
    now = await page.locator("main").innerText();
  }
};

export const stage = (page) => page.locator("#timeline-stage");

/** Selects the event of that title as a reader would who knows what to look for. */
export async function selectByTitle(page, title) {
  await page.keyboard.press("Control+k");
  await page.keyboard.insertText(title);
  await settle(page);
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await settle(page);
  await page.keyboard.press("Control+k");
  await page.keyboard.press("Escape");
  await settle(page);
}

const CURSORS_OF_MARKS = ["pointer", "move", "ew-resize"];

/**
 * Titles and middles of the marks of the timeline, found as a reader does: by pointing
 * until a card shows. It stops when `enough` says so of those that were found.
 */
export async function findMarks(page, enough) {
  const places = await page.evaluate((cursors) => {
    const host = document.getElementById("timeline-stage");
    const box = host.getBoundingClientRect();
    const found = [];
    for (let y = box.top + 50; y < box.bottom - 8; y += 8) {
      for (let x = box.left + 160; x < box.right - 340; x += 10) {
        const at = { clientX: x, clientY: y, bubbles: true };
        host.dispatchEvent(new PointerEvent("pointermove", at));
        if (cursors.includes(host.style.cursor)) found.push({ x, y });
      }
    }
    return found;
  }, CURSORS_OF_MARKS);
  const marks = new Map();
  for (const { x, y } of places) {
    await page.mouse.move(x, y);
    // The card of the mark before is gone, and this one's comes with its answer.
    await painted(page);
    await page.locator(".hover-title").waitFor();
    const mark = await page.locator(".hover-card").evaluate((card) => {
      const { left, top } = document.getElementById("timeline-stage").getBoundingClientRect();
      const style = getComputedStyle(card);
      return {
        title: card.querySelector(".hover-title").textContent,
        x: left + card.offsetLeft - Number.parseFloat(style.marginLeft),
        y: top + card.offsetTop - Number.parseFloat(style.marginTop),
      };
    });
    marks.set(mark.title, mark);
    if (enough([...marks.values()])) break;
  }
  return [...marks.values()];
}
