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

const open = async (findings, more = {}) => {
  const page = await browser.open({ query: `?findings=${findings}`, ...more });
  await goTo(page, /^Check/);
  return page;
};
const toggle = (page, name) => page.getByRole("radio", { name });
const badge = (page) => page.getByRole("navigation").getByRole("button", { name: /^Check/ });
const finding = (page, text) => page.getByRole("listitem", { name: text });

describe("the Check view", () => {
  it("says what it looks for when nothing is found", async () => {
    const page = await open("none");
    await page.getByRole("heading", { name: "Nothing found" }).waitFor();
    assert.equal(await page.locator(".findings-rules dt").count(), 12);
    assert.equal(await badge(page).textContent(), "Check");
  });

  it("checks a large casebook only when its reader asks for it", async () => {
    const page = await open("some", { query: "?findings=some&events=30000" });
    await page.getByRole("heading", { name: "30,000 events are not checked yet" }).waitFor();
    assert.equal(await badge(page).textContent(), "Check");
    await screenshot(page, "check-unasked");
    await page.getByRole("button", { name: "Check now" }).press("Enter");
    await finding(page, /first notice of appeal/).waitFor();
    assert.equal(await badge(page).textContent(), "Check7");
  });

  it("accepts a finding with a reason, shows it apart and takes it back", async () => {
    const page = await open("some");
    assert.equal(await badge(page).textContent(), "Check7");
    const notice = finding(page, /first notice of appeal/);
    await notice.getByRole("button", { name: "Accept…" }).click();
    const reason = page.getByLabel("Why it may stand");
    await reason.waitFor();
    const accept = notice.getByRole("button", { name: "Accept", exact: true });
    assert.equal(await accept.isDisabled(), true, "nothing is accepted without a reason");
    await reason.fill("The notice was premature.");
    await reason.press("Enter");
    await settle(page);
    assert.equal(await badge(page).textContent(), "Check6");
    assert.equal(await notice.count(), 0);
    await toggle(page, /^Accepted/).click();
    await settle(page);
    assert.match(
      await notice.textContent(),
      /The notice was premature\.Accepted by A\. Reader/,
    );
    await notice.getByRole("button", { name: "Withdraw" }).click();
    await settle(page);
    assert.equal(await badge(page).textContent(), "Check7");
    await page.keyboard.press("Control+z");
    await settle(page);
    assert.equal(await badge(page).textContent(), "Check6");
  });

  it("is worked by the keyboard, which never loses its place", async () => {
    const page = await open("some");
    const first = page
      .locator(".findings")
      .last()
      .getByRole("button", { name: "Accept…" })
      .first();
    await first.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await settle(page);
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
    assert.equal(await focused(), "Accept…");
    await page.keyboard.press("Enter");
    await page.keyboard.insertText("To be looked up");
    await page.keyboard.press("Enter");
    await settle(page);
    assert.match(await focused(), /names no source/, "the next finding has the keys");
  });

  it("leads to the event, whose page lists its open findings", async () => {
    const page = await open("some");
    await finding(page, /first notice of appeal/)
      .getByRole("link")
      .first()
      .click();
    await settle(page);
    const inspector = page.getByRole("complementary", { name: /event/i }).last();
    await page.getByRole("heading", { name: "Check found one thing" }).waitFor();
    assert.match(
      await inspector.textContent(),
      /appeals from “Microsoft held in civil contempt/,
    );
    await page
      .getByRole("button", { name: "On the timeline" })
      .or(page.getByRole("button", { name: /timeline/i }))
      .first()
      .click();
    await settle(page);
    await page.getByRole("button", { name: "Show in Check" }).click();
    await page.getByRole("heading", { name: "Check", exact: true }).waitFor();
  });

  it("shows the first of ten thousand and more when asked", async () => {
    const page = await open("many");
    const unsourced = page.locator(".findings").last().locator("> li");
    assert.equal(await unsourced.count(), 20);
    await page.getByRole("button", { name: /^Show 100 more of/ }).click();
    await settle(page);
    assert.equal(await unsourced.count(), 120);
  });

  it("offers no acceptance where nothing can be written", async () => {
    const page = await browser.open({ query: "?findings=some&readonly" });
    await goTo(page, /^Check/);
    assert.equal(await page.getByRole("button", { name: "Accept…" }).count(), 0);
  });
});

for (const [name, size] of Object.entries({ wide: WIDE, small: SMALL })) {
  it(`is accessible and pictured, ${name}`, async () => {
    const page = await open("some", { size });
    await page.getByRole("button", { name: "Accept…" }).first().click();
    await page.getByLabel("Why it may stand").fill("The notice was premature.");
    await expectAccessible(page, `check, ${name}`);
    await screenshot(page, `check-${name}`);
    await page.keyboard.press("Enter");
    await settle(page);
    await toggle(page, /^Accepted/).click();
    await settle(page);
    await expectAccessible(page, `accepted findings, ${name}`);
    await screenshot(page, `check-accepted-${name}`);
    const none = await open("none", { size });
    await expectAccessible(none, `nothing found, ${name}`);
    await screenshot(none, `check-none-${name}`);
    const event = await browser.open({ query: "?findings=some", size });
    await selectByTitle(event, "warrants do not reach data");
    await event.locator("#timeline-stage").press("Enter");
    await settle(event);
    await expectAccessible(event, `an event with findings, ${name}`);
    await screenshot(event, `check-event-${name}`);
  });
}
