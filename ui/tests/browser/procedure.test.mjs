import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { expectAccessible, goTo, openBrowser, SMALL, settle } from "./harness.mjs";

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

const open = async (options) => {
  const page = await browser.open(options);
  await goTo(page, /^Procedure/);
  return page;
};
const slider = (page) => page.getByRole("slider", { name: "The day that is asked about" });

describe("the day of the Procedure view", () => {
  it("is typed, and one sentence answers", async () => {
    const page = await open();
    const field = page.locator("#procedure-day-field");
    await field.fill("15 August 2014");
    await field.press("Enter");
    await settle(page);
    assert.equal(await slider(page).textContent(), "15 August 2014");
    assert.match(await page.locator(".answer").textContent(), /^On 15 August 2014 .* was /);
    await field.fill("4/7/2016");
    await field.press("Enter");
    await settle(page);
    assert.notEqual(await page.locator(".day-error").textContent(), "");
  });

  it("is moved by the keys and dragged along its strip", async () => {
    const page = await open();
    const field = page.locator("#procedure-day-field");
    await field.fill("15 August 2014");
    await field.press("Enter");
    await settle(page);
    await slider(page).press("ArrowRight");
    assert.equal(await slider(page).textContent(), "16 August 2014");
    await slider(page).press("PageUp");
    assert.equal(await slider(page).textContent(), "16 August 2015");
    const strip = await page.locator(".day-strip").boundingBox();
    const y = strip.y + strip.height / 2;
    await page.mouse.move(strip.x + 300, y);
    await page.mouse.down();
    await page.mouse.move(strip.x + 400, y, { steps: 10 });
    await page.mouse.up();
    assert.notEqual(await slider(page).textContent(), "16 August 2015");
  });
});

it("arrows go from ruling to ruling, and ] from act to act", async () => {
  const page = await open();
  const plan = page.locator("#procedure-plan");
  await plan.press("Home");
  await settle(page);
  const first = await page.locator("#inspector-title").textContent();
  await plan.press("ArrowRight");
  await settle(page);
  assert.notEqual(await page.locator("#inspector-title").textContent(), first);
  const said = page.locator(".plan-frame [role=status]");
  const node = await said.textContent();
  await plan.press("]");
  assert.notEqual(await said.textContent(), node);
});

it("six bars are seen, and the same can be read as a table", async () => {
  const page = await open();
  const list = await page.locator(".bars").boundingBox();
  const bars = await page.locator(".bar").evaluateAll((found, { y, height }) => {
    const inside = found.map((bar) => bar.getBoundingClientRect());
    return inside.filter((bar) => bar.top >= y && bar.bottom <= y + height + 1).length;
  }, list);
  assert.ok(bars >= 6, `${bars} bars`);
  await page.getByRole("button", { name: "As a table" }).click();
  await settle(page);
  assert.equal(await page.locator(".procedure-table").count(), 2);
  const heads = await page
    .locator(".procedure-table")
    .last()
    .locator("thead th")
    .allTextContents();
  assert.deepEqual(heads, [
    "Issuing event",
    "Act",
    "Target",
    "Part",
    "Effective",
    "By",
    "Sources",
  ]);
  await expectAccessible(page, "procedure as a table");
});

it("the wheel zooms and the button shows the whole again", async () => {
  const page = await open({ size: SMALL });
  const ticks = () => page.locator(".procedure-tick").allTextContents();
  const whole = await ticks();
  const plan = await page.locator("#procedure-plan").boundingBox();
  await page.mouse.move(plan.x + plan.width / 2, plan.y + 60);
  await page.mouse.wheel(0, -600);
  await settle(page);
  assert.notDeepEqual(await ticks(), whole);
  await page.locator("#procedure-plan").press("0");
  await settle(page);
  assert.deepEqual(await ticks(), whole);
});
