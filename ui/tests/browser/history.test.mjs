import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
  expectAccessible,
  goTo,
  openBrowser,
  SMALL,
  screenshot,
  selectByTitle,
  settle,
  WIDE,
} from "./harness.mjs";

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

const OPINION = "warrants do not reach data";
const open = async (past, more = {}) => {
  const page = await browser.open({ query: `?past=${past}`, ...more });
  await goTo(page, /^History/);
  return page;
};
const entries = (page) => page.locator("article[data-entry]");
const focused = (page) =>
  page.evaluate(() => document.activeElement?.getAttribute("data-entry") ?? null);

describe("the History view", () => {
  it("tells by days who did what, and marks the words that changed", async () => {
    const page = await open("some");
    const days = await page.locator(".history-day").allTextContents();
    assert.ok(days.length > 3 && new Set(days).size === days.length, "each day once");
    assert.match(days[0], /^\w+day \d+ \w+ 2026$/);
    const change = entries(page).filter({ hasText: "A. Reader changed" }).first();
    assert.ok((await change.locator("del").count()) > 0);
    assert.ok((await change.locator("ins").count()) > 0);
    await page.mouse.move(700, 500);
    for (let i = 0; i < 12; i += 1) {
      await page.mouse.wheel(0, 4000);
      await settle(page);
    }
    await page.getByText("This is where the casebook began.").waitFor();
  });

  it("is narrowed to a text, a person, a day and an event", async () => {
    const page = await open("some");
    await page.getByLabel("Find in the history").fill("agreed terms");
    await page.waitForTimeout(600);
    const found = await entries(page).allTextContents();
    assert.ok(found.length > 0);
    for (const text of found) assert.match(text, /agreed terms/);
    await page.getByLabel("Find in the history").press("Escape");
    await page.getByLabel("By", { exact: true }).selectOption("B. Scholar");
    await settle(page);
    const theirs = await entries(page).allTextContents();
    assert.ok(theirs.length > 0);
    for (const text of theirs) assert.match(text, /B\. Scholar/);
    await page.getByLabel("By", { exact: true }).selectOption("");
    await page.getByLabel("Up to").fill("17 November 2026");
    await page.getByLabel("Up to").press("Enter");
    await settle(page);
    assert.match(await page.locator(".history-day").first().textContent(), /17 November 2026/);
    await page.getByRole("button", { name: "Newer changes" }).click();
    await settle(page);
    assert.equal(await page.getByRole("button", { name: "Newer changes" }).count(), 0);
    await selectByTitle(page, OPINION);
    await page.getByRole("button", { name: "Only the selected event" }).click();
    await settle(page);
    const only = await entries(page).count();
    assert.ok(only > 0 && only < 20);
    await page.getByLabel("Find in the history").fill("zzzz");
    await page.waitForTimeout(600);
    await page.getByRole("button", { name: "Show everything" }).click();
    await settle(page);
    assert.ok((await entries(page).count()) > only);
  });

  it("says what going back would change, does it, and takes it back", async () => {
    const page = await open("some");
    await entries(page).nth(3).hover();
    await entries(page).nth(3).getByRole("button", { name: "Go back to here…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("3 later changes are taken back.").waitFor();
    assert.ok((await dialog.getByLabel("What would change").locator("li").count()) > 0);
    await dialog.getByRole("button", { name: "Go back" }).click();
    await settle(page);
    assert.match(await entries(page).first().textContent(), /Return to how it was after/);
    await page.keyboard.press("Control+z");
    await settle(page);
    assert.match(await entries(page).first().textContent(), /undid: Return to how it was/);
  });

  it("is worked by the keyboard", async () => {
    const page = await browser.open({ query: "?past=some" });
    await page.keyboard.press("Control+h");
    await settle(page);
    const first = entries(page).first();
    await first.focus();
    const newest = Number(await focused(page));
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    assert.equal(Number(await focused(page)), newest - 2);
    await page.keyboard.press("PageDown");
    assert.equal(Number(await focused(page)), newest - 12);
    await page.keyboard.press("Home");
    assert.equal(Number(await focused(page)), newest);
    await entries(page).filter({ hasText: "All it changed" }).first().focus();
    const full = page.locator(`[data-entry="${await focused(page)}"]`);
    await page.keyboard.press("Enter");
    await settle(page);
    assert.match(await full.textContent(), /Only the first/);
    // Past the last one that is there, the next ones are read.
    await page.keyboard.press("End");
    for (let i = 0; i < 3; i += 1) {
      await page.keyboard.press("ArrowDown");
      await settle(page);
    }
    assert.ok(Number(await focused(page)) < newest - 40);
  });

  it("draws what is seen of a million changes", async () => {
    const page = await open("many");
    await page.mouse.move(700, 500);
    for (let i = 0; i < 40; i += 1) {
      await page.mouse.wheel(0, 6000);
      await page.waitForTimeout(60);
    }
    await settle(page);
    assert.ok((await entries(page).count()) < 400, "entries far away are not drawn");
    await page.getByLabel("Up to").fill("1 June 2019");
    await page.getByLabel("Up to").press("Enter");
    await settle(page);
    assert.match(await page.locator(".history-day").first().textContent(), /1 June 2019/);
  });

  it("goes on while it is looked at, and follows an event into its page", async () => {
    const page = await open("some");
    const before = await entries(page).count();
    await selectByTitle(page, OPINION);
    await page.locator("textarea").fill("Compare the dissents.");
    await page.locator("textarea").press("Escape");
    await settle(page);
    assert.equal(await entries(page).count(), before + 1);
    assert.match(await entries(page).first().textContent(), /Note on/);
    await page.getByRole("button", { name: "All of its history" }).click();
    await settle(page);
    await page.getByText(/^Only “.*reach data/).waitFor();
  });

  it("offers no way back where nothing can be written", async () => {
    const page = await browser.open({ query: "?past=some&readonly" });
    await goTo(page, /^History/);
    assert.equal(await page.getByRole("button", { name: "Go back to here…" }).count(), 0);
  });
});

for (const [name, size] of Object.entries({ wide: WIDE, small: SMALL })) {
  it(`is accessible and pictured, ${name}`, async () => {
    const page = await open("some", { size });
    await entries(page).nth(2).focus();
    await settle(page);
    await expectAccessible(page, `history, ${name}`);
    await screenshot(page, `history-${name}`);
    await entries(page).nth(4).getByRole("button", { name: "Go back to here…" }).focus();
    await page.keyboard.press("Enter");
    await settle(page);
    await expectAccessible(page, `going back, ${name}`);
    await screenshot(page, `history-go-back-${name}`);
    const none = await open("none", { size });
    await expectAccessible(none, `a new history, ${name}`);
    await screenshot(none, `history-new-${name}`);
  });
}
