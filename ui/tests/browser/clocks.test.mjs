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
} from "./harness.mjs";

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

/** Types a day into one of the clocks. */
async function setClock(page, name, text) {
  await page.getByRole("button", { name }).click();
  await page.keyboard.insertText(text);
  await page.keyboard.press("Enter");
  await settle(page);
}

const notice = (page) => page.locator(".clock-notices");
const shown = async (page) => {
  const words = await page.locator(".side .side-note[role=status]").textContent();
  return Number(/\d+/.exec(words.replace(/[\u2068\u2069]/g, ""))[0]);
};

describe("As known", () => {
  it("hides what was not public yet in every view, says how much, and gives it back", async () => {
    const page = await browser.open();
    await goTo(page, /^Evidence/);
    const uses = () => page.locator("main .event-link").count();
    const all = await uses();
    const events = await shown(page);
    await setClock(page, /^As known/, "2014-09-30");
    await notice(page).getByText("not public yet are hidden").waitFor({ timeout: 5000 });
    assert.match(await notice(page).textContent(), /not public yet are hidden/);
    const known = await shown(page);
    assert.ok(known < events, `${known} of ${events}`);
    assert.ok((await uses()) <= all);
    await goTo(page, /^Table/);
    await page.locator(`[role=grid][aria-rowcount="${known + 1}"]`).waitFor({ timeout: 5000 });
    await notice(page).getByRole("button", { name: "Show them" }).click();
    await settle(page);
    assert.equal(await shown(page), events);
    assert.equal(await notice(page).textContent(), "");
  });

  it("drops a selected event that was not known, and relations to others", async () => {
    const page = await browser.open();
    await selectByTitle(page, "warrants do not reach data");
    await setClock(page, /^As known/, "2014-09-30");
    assert.equal(await page.locator(".event-page").count(), 0);
  });
});

describe("As of", () => {
  it("dims what came later in the lists and says how much", async () => {
    const page = await browser.open();
    await setClock(page, /^As of/, "2014-09-30");
    assert.match(await notice(page).textContent(), /later events are dimmed/);
    await goTo(page, /^Table/);
    await page.getByRole("grid").focus();
    await page.keyboard.press("Control+End");
    await settle(page);
    assert.ok((await page.locator(".grid-row[data-later]").count()) > 0);
    await expectAccessible(page, "a table with later events");
  });
});

describe("the span of the filter", () => {
  it("takes events certainly or possibly", async () => {
    const page = await browser.open();
    const side = page.locator(".side");
    for (const [end, day] of [
      ["From", "2014-08-02"],
      ["To", "2014-08-10"],
    ]) {
      await side.getByLabel(end, { exact: true }).fill(day);
      await side.getByLabel(end, { exact: true }).press("Enter");
      await settle(page);
    }
    const possibly = await shown(page);
    await side.getByLabel("certainly lies in it").check();
    await settle(page);
    assert.ok((await shown(page)) < possibly);
    await expectAccessible(page, "the filters");
    await screenshot(page, "filters-span");
  });
});

describe("the time between two events", () => {
  it("is measured from one to whichever is selected next", async () => {
    const page = await browser.open();
    await selectByTitle(page, "held in civil contempt");
    await page.getByRole("button", { name: "Measure the time from here" }).click();
    await selectByTitle(page, "warrants do not reach data");
    assert.match(
      await page.getByRole("region", { name: "Time between two events" }).textContent(),
      /675 days/,
    );
    await screenshot(page, "interval");
  });
});

describe("the date field", () => {
  it("shows the reading, in words and with bounds, before it is accepted", async () => {
    const page = await browser.open({ size: SMALL });
    await page.getByRole("button", { name: /^As of/ }).click();
    await page.keyboard.insertText("2014-08");
    await settle(page);
    const reading = page.locator(".clock .date-reading");
    assert.match(await reading.textContent(), /August 2014.*1 August 2014.*31 August 2014/s);
    await screenshot(page, "date-field");
    await expectAccessible(page, "the date field");
    await page.keyboard.press("Enter");
    await settle(page);
    assert.match(await reading.textContent(), /A single day is needed/);
  });

  it("offers both readings of an ambiguous date", async () => {
    const page = await browser.open();
    await page.getByRole("button", { name: /^As of/ }).click();
    await page.keyboard.insertText("4/7/2016");
    await settle(page);
    const choices = page.locator(".clock .date-reading button");
    assert.deepEqual(await choices.allTextContents(), ["4 July 2016", "7 April 2016"]);
    await screenshot(page, "date-field-ambiguous");
    await choices.first().click();
    await settle(page);
    assert.match(
      await page.getByRole("button", { name: /^As of/ }).textContent(),
      /4 July 2016/,
    );
  });
});
