import { after, before, describe, it } from "node:test";
import {
  expectAccessible,
  goTo,
  openBrowser,
  SMALL,
  selectByTitle,
  settle,
} from "./harness.mjs";

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

const OPINION = "warrants do not reach data";
const button = (name) => (page) => page.getByRole("button", { name }).first().click();
const entry = (name) => async (page) => {
  await button(/^Casebook menu/)(page);
  await page.getByRole("menuitem", { name }).click();
};

const STATES = [
  ["timeline", async () => {}],
  ["timeline with an event selected", (page) => selectByTitle(page, OPINION)],
  ["procedure", (page) => goTo(page, /^Procedure/)],
  [
    "procedure with an event selected",
    async (page) => {
      await selectByTitle(page, OPINION);
      await goTo(page, /^Procedure/);
    },
  ],
  ...["As of", "As known"].map((clock) => [
    `the clock “${clock}” with a day that can be read in two ways`,
    async (page) => {
      await button(new RegExp(`^${clock}`))(page);
      await page.keyboard.insertText("4/7/2016");
      await page.keyboard.press("Enter");
    },
  ]),
  ["table", (page) => goTo(page, "Table")],
  [
    "table with an event selected",
    async (page) => {
      await goTo(page, "Table");
      await page.getByRole("grid").press("ArrowDown");
    },
  ],
  ["evidence", (page) => goTo(page, /^Evidence/)],
  ["notes without any", (page) => goTo(page, /^Notes/)],
  [
    "notes",
    async (page) => {
      await selectByTitle(page, OPINION);
      await page.locator("textarea").fill("Compare with the **CLOUD Act**.");
      await page.locator("textarea").press("Escape");
      await goTo(page, /^Notes/);
    },
  ],
  [
    "a note that is being written",
    async (page) => {
      await selectByTitle(page, OPINION);
      await page.locator("textarea").fill("Lynch concurs only in the judgment");
      await page.waitForTimeout(700);
    },
  ],
  ["principles", (page) => goTo(page, /^Principles/)],
  [
    "search results",
    async (page) => {
      await page.locator("#search-field").fill("contempt");
      await settle(page);
      await page.keyboard.press("ArrowDown");
    },
  ],
  ["a search without results", (page) => page.locator("#search-field").fill("zzzz")],
  ["casebook menu", button(/^Casebook menu/)],
  ["settings", button("Settings")],
  ["a filter's choices", button(/^Actor/)],
  ["export", button("Export…")],
  [
    "a picture's choices",
    async (page) => {
      await button("Export…")(page);
      await page.getByRole("button", { name: /^Picture/ }).click();
    },
  ],
  ["import", entry(/^Import/)],
  ["about", entry(/^About/)],
  ["keys", (page) => page.keyboard.press("?")],
  [
    "a message",
    async (page) => {
      await button("Export…")(page);
      await page
        .getByRole("button", { name: /^Table/ })
        .last()
        .click();
    },
  ],
];

describe("axe-core finds nothing", () => {
  for (const [name, reach] of STATES) {
    it(name, async () => {
      const page = await browser.open();
      await reach(page);
      await settle(page);
      await expectAccessible(page, name);
      await page.context().close();
    });
  }
  for (const query of ["?start=empty", "?start=broken", "?readonly"]) {
    it(`started with ${query}`, async () => {
      const page = await browser.open({ query });
      await expectAccessible(page, query);
      await page.context().close();
    });
  }
  for (const choice of ["High contrast", "200"]) {
    it(`with the setting ${choice}`, async () => {
      const page = await browser.open();
      await button("Settings")(page);
      await page.getByLabel(choice).click();
      await page.keyboard.press("Escape");
      await selectByTitle(page, OPINION);
      await page.keyboard.press("Enter");
      await settle(page);
      await expectAccessible(page, choice);
      await page.context().close();
    });
  }
  it("with the inspector over a small window", async () => {
    const page = await browser.open({ size: SMALL });
    await selectByTitle(page, OPINION);
    await page.locator("#timeline-stage").press("Enter");
    await settle(page);
    await expectAccessible(page, "small");
    await page.context().close();
  });
});
