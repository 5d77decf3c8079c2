import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { findMarks, openBrowser, selectByTitle, settle, stage } from "./harness.mjs";

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

it("what is pointed out is let go when the keys move the view", async () => {
  const page = await browser.open();
  const [mark] = await findMarks(page, () => true);
  await page.mouse.move(mark.x, mark.y);
  await page.locator(".hover-title").waitFor();
  await stage(page).press("PageDown");
  await settle(page);
  assert.equal(await page.locator(".hover-card").count(), 0);
});
