import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
  expectAccessible,
  findMarks,
  openBrowser,
  selectByTitle,
  settle,
  stage,
} from "./harness.mjs";

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

const card = (page) => page.locator(".measure-card");
const title = (page) => page.locator("#inspector-title");

async function measure(page, from, to) {
  await page.keyboard.down("Shift");
  await page.mouse.move(from, 560);
  await page.mouse.down();
  await page.mouse.move(to, 560, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up("Shift");
}

describe("days that were measured", () => {
  it("stay the same days when the view moves, until Esc lets them go", async () => {
    const page = await browser.open();
    await selectByTitle(page, "warrants do not reach data");
    await measure(page, 600, 800);
    const words = await card(page).textContent();
    const before = await card(page).boundingBox();
    await stage(page).press("PageDown");
    await settle(page);
    assert.equal(await card(page).textContent(), words);
    assert.ok((await card(page).boundingBox()).x < before.x - 100);
    await stage(page).press("Escape");
    assert.equal(await card(page).count(), 0);
    assert.equal(await title(page).count(), 1, "the event is still selected");
    await stage(page).press("Escape");
    assert.equal(await title(page).count(), 0);
  });

  it("are named by a card that is whole at the edge of the view", async () => {
    const page = await browser.open();
    const host = await stage(page).boundingBox();
    await measure(page, host.x + 160, host.x + 180);
    assert.ok((await card(page).boundingBox()).x >= host.x);
    await measure(page, host.x + host.width - 40, host.x + host.width - 20);
    const { x, width } = await card(page).boundingBox();
    assert.ok(x + width <= host.x + host.width);
  });
});

it("what is pointed out is let go when the keys move the view, its handle too", async () => {
  const page = await browser.open();
  const [mark] = await findMarks(page, () => true);
  const overlay = page.locator("canvas").last();
  // The selected event has a handle beside its card.
  await page.mouse.click(mark.x, mark.y);
  await settle(page);
  await page.mouse.move(mark.x + 1, mark.y);
  await page.locator(".hover-title").waitFor();
  assert.ok(await overlay.isVisible());
  await stage(page).press("PageDown");
  await settle(page);
  assert.equal(await page.locator(".hover-card").count(), 0);
  assert.ok(!(await overlay.isVisible()), "nothing is drawn over the picture");
});

it("a click on the axis or on the head of a lane leaves the selection alone", async () => {
  const page = await browser.open();
  await selectByTitle(page, "warrants do not reach data");
  const host = await stage(page).boundingBox();
  await page.mouse.click(host.x + 500, host.y + 20);
  await page.mouse.click(host.x + 60, host.y + 300);
  assert.equal(await title(page).count(), 1);
});

it("a count that no zooming opens lists its events, and one that zooming does comes closer", async () => {
  const page = await browser.open();
  await page.getByRole("button", { name: "Open Case", exact: true }).click();
  await settle(page);
  const host = await stage(page).boundingBox();
  const y = host.y + 44 + 7 + 10;
  /** Points at counts from left to right until one says that. */
  const pointAt = async (words) => {
    for (let x = host.x + 170; x < host.x + host.width - 20; x += 6) {
      await page.mouse.move(x, y);
      const said = await page.locator(".hover-line").allTextContents();
      if (said.includes(words)) return { x, y };
    }
    return null;
  };
  const closer = await pointAt("Click to come closer");
  assert.ok(closer, "there is a count that opens");
  const shown = page.getByRole("slider", { name: "Part that the timeline shows" });
  const before = await shown.getAttribute("aria-valuetext");
  await page.mouse.click(closer.x, closer.y);
  await settle(page);
  assert.notEqual(await shown.getAttribute("aria-valuetext"), before);

  let listed = null;
  for (let i = 0; i < 6 && !listed; i += 1) {
    listed = await pointAt("Click to list them");
    const next = listed ?? (await pointAt("Click to come closer"));
    assert.ok(next, "something is counted");
    await page.mouse.click(next.x, next.y);
    await settle(page);
  }
  const dialog = page.locator(".crowd-card");
  const links = dialog.locator(".event-link");
  assert.ok((await links.count()) > 0);
  await expectAccessible(page, "a list of what is counted");
  const name = await links.first().textContent();
  await links.first().click();
  await settle(page);
  assert.equal(await title(page).textContent(), name);
  await dialog.getByRole("button", { name: "Close the list" }).click();
  assert.equal(await dialog.count(), 0);
});

it("with all lanes hidden the timeline says so and shows them again", async () => {
  const page = await browser.open();
  await page.getByLabel("Lanes by").selectOption({ label: "Principle" });
  await settle(page);
  const heads = page.locator(".lane-head-name");
  const all = await heads.count();
  for (const box of await page.locator(".lane-box").all()) await box.uncheck();
  await settle(page);
  assert.equal(await heads.count(), 0);
  await page.getByRole("button", { name: "Show all lanes" }).click();
  await settle(page);
  assert.equal(await heads.count(), all);
});

it("letters are commands while a lane's box has the focus", async () => {
  const page = await browser.open();
  await page.getByRole("checkbox", { name: /^Appeal/ }).click();
  await settle(page);
  await page.keyboard.press("/");
  await settle(page);
  const focused = await page.evaluate(() => document.activeElement?.getAttribute("role"));
  assert.equal(focused, "combobox");
});
