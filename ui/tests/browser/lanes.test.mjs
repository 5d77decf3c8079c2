import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import {
  expectAccessible,
  openBrowser,
  SMALL,
  screenshot,
  settle,
  stage,
  WIDE,
} from "./harness.mjs";

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

const heads = (page) => page.locator(".lane-head-name").allTextContents();
const groupBy = async (page, what) => {
  await page.getByLabel("Lanes by").selectOption({ label: what });
  await settle(page);
};
/** Height of everything on the timeline. */
const height = (page) =>
  page.locator(".stage-reach").evaluate((element) => element.offsetHeight);

it("lanes are courts when the reader wants it, and stay so for this casebook", async () => {
  const page = await browser.open();
  await groupBy(page, "Court");
  const courts = await heads(page);
  assert.ok(courts.some((name) => /Supreme Court/.test(name)));
  assert.equal(courts.at(-1), "No court");
  await page.reload();
  await page.waitForSelector(".lane-head-name");
  await settle(page);
  assert.deepEqual(await heads(page), courts);
  await groupBy(page, "Lane");
  assert.equal((await heads(page))[0], "Case");
});

it("a lane is moved, folded, made higher and hidden by the keyboard, and all put back", async () => {
  const page = await browser.open();
  await groupBy(page, "Kind");
  const before = await heads(page);
  const usual = await height(page);
  const box = page.getByRole("checkbox", { name: new RegExp(`^${before[0]}`) });
  await box.focus();
  await page.keyboard.press("Alt+ArrowDown");
  await settle(page);
  assert.deepEqual((await heads(page)).slice(0, 2), [before[1], before[0]]);

  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await settle(page);
  assert.ok((await height(page)) < usual, "a folded lane is low");
  const fold = page.getByRole("button", { name: `Open ${before[0]}` });
  assert.equal(await fold.getAttribute("aria-expanded"), "false");
  await page.keyboard.press("Enter");
  await settle(page);
  assert.equal(await height(page), usual);

  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Space");
  await settle(page);
  assert.ok(!(await heads(page)).includes(before[0]));
  await page.getByRole("button", { name: "Lanes as they come" }).click();
  await settle(page);
  assert.deepEqual(await heads(page), before);
});

it("a lane is made higher at its edge and moved in the list by the mouse, and all put back", async () => {
  const page = await browser.open();
  await groupBy(page, "Kind");
  const before = await heads(page);
  const usual = await height(page);
  const edge = page.locator(".lane-head .lane-edge").first();
  const grip = async () => {
    const { x, y, width, height } = await edge.boundingBox();
    return [x + width / 2, y + height / 2];
  };
  const [left, top] = await grip();
  await page.mouse.move(left, top);
  await page.mouse.down();
  for (let by = 10; by <= 60; by += 10) await page.mouse.move(left, top + by);
  await settle(page);
  assert.equal((await height(page)) - usual, 60, "three rows");
  await page.mouse.up();
  await page.mouse.dblclick(...(await grip()));
  await settle(page);
  assert.equal(await height(page), usual);

  const rows = page.locator(".lane-row");
  const [first, third] = [await rows.nth(0).boundingBox(), await rows.nth(2).boundingBox()];
  await page.mouse.move(first.x + 60, first.y + 12);
  await page.mouse.down();
  for (let y = first.y + 12; y <= third.y + third.height - 2; y += 6)
    await page.mouse.move(first.x + 60, y);
  await page.mouse.up();
  await settle(page);
  const moved = [before[1], before[2], before[0], ...before.slice(3)];
  assert.deepEqual(await heads(page), moved, "and its box was not pressed");
  await page.getByRole("button", { name: "Lanes as they come" }).click();
  await settle(page);
  assert.deepEqual(await heads(page), before);
});

it("which lanes are hidden is there when the window opens again", async () => {
  const page = await browser.open();
  const before = await heads(page);
  await page.getByRole("checkbox", { name: new RegExp(`^${before[1]}`) }).uncheck();
  await settle(page);
  const left = await heads(page);
  assert.equal(left.length, before.length - 1);
  await page.reload();
  await page.waitForSelector(".lane-head-name");
  await settle(page);
  assert.deepEqual(await heads(page), left);
  await page.getByRole("button", { name: "Lanes as they come" }).click();
  await settle(page);
  assert.deepEqual(await heads(page), before);
});

it("persons stand under what they belong to, and fold into it", async () => {
  const page = await browser.open();
  await groupBy(page, "Person or body");
  const before = await heads(page);
  const nested = (nesting) =>
    page.locator(`.lane-head[data-nesting="${nesting}"] .lane-head-name`).allTextContents();
  const [name] = await nested("parent");
  const children = await nested("child");
  assert.equal(before.indexOf(name) + 1, before.indexOf(children[0]), "right above them");
  const fold = page.getByRole("button", { name: `Open ${name}`, exact: true });
  await fold.click();
  await settle(page);
  assert.equal(await fold.getAttribute("aria-expanded"), "false");
  const folded = await heads(page);
  assert.ok(folded.includes(name) && !folded.includes(children[0]));
  const rows = await page.locator(".lane-row").count();
  assert.equal(rows, folded.length, "the list has the same lanes");
  await page.reload();
  await page.waitForSelector(".lane-head-name");
  await settle(page);
  assert.deepEqual(await heads(page), folded);
  await fold.click();
  await settle(page);
  assert.deepEqual(await heads(page), before);
});

it("two fingers that part show fewer days, round their middle", async () => {
  const page = await browser.open();
  const shown = () => page.locator(".overview-window").getAttribute("aria-valuetext");
  const wide = await shown();
  await stage(page).evaluate((host) => {
    const { left, top } = host.getBoundingClientRect();
    const touch = (type, pointerId, x) =>
      host.dispatchEvent(
        new PointerEvent(type, {
          pointerId,
          pointerType: "touch",
          clientX: left + x,
          clientY: top + 200,
          bubbles: true,
          button: type === "pointermove" ? -1 : 0,
        }),
      );
    // A page cannot capture a pointer that no hand holds.
    host.setPointerCapture = () => {};
    touch("pointerdown", 5, 500);
    touch("pointerdown", 6, 560);
    for (let x = 560; x <= 800; x += 20) touch("pointermove", 6, x);
    touch("pointerup", 6, 800);
    touch("pointerup", 5, 500);
  });
  await settle(page);
  assert.notEqual(await shown(), wide);
});

for (const [name, size] of [
  ["wide", WIDE],
  ["small", SMALL],
]) {
  it(`pictures of lanes by court and by person, ${name}`, async () => {
    const page = await browser.open({ size });
    for (const what of ["Court", "Person or body"]) {
      await groupBy(page, what);
      await screenshot(page, `lanes-${what.split(" ")[0].toLowerCase()}-${name}`);
      await expectAccessible(page, `lanes by ${what}`);
    }
  });
}
