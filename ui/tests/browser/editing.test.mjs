import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import {
  expectAccessible,
  goTo,
  openBrowser,
  SMALL,
  screenshot,
  selectByTitle,
  settle,
  stage,
  WIDE,
} from "./harness.mjs";

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

const CONTEMPT = "held in civil contempt";

async function press(page, ...keys) {
  for (const key of keys) {
    await page.keyboard.press(key);
    await settle(page);
  }
}

const dialog = (page) => page.getByRole("dialog");

/** Presses what opens a dialog, and waits for what stands in it. */
async function openBy(page, key) {
  await page.keyboard.press(key);
  await dialog(page).locator("input, li, h3, p").first().waitFor();
  await settle(page);
}
const toast = (page) => page.locator(".toast").last().textContent();
const title = (page) => page.locator("#inspector-title").textContent();

it("an event is written, saved, drawn and undone by the keyboard alone", async () => {
  const page = await browser.open();
  await openBy(page, "Control+n");
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "INPUT");
  await page.keyboard.insertText("Second Circuit denies rehearing");
  await press(page, "Tab");
  await page.keyboard.insertText("24 January 2017");
  await settle(page);
  assert.match(await dialog(page).textContent(), /24 January 2017 · 2017-01-24/);
  await press(page, "Tab");
  await page.keyboard.type("Ord");
  await press(page, "Tab");
  await page.keyboard.insertText("App");
  await press(page, "ArrowDown", "Enter", "Control+Enter");
  assert.equal(await dialog(page).count(), 0);
  assert.equal(await title(page), "Second Circuit denies rehearing");
  assert.match(await page.locator(".event-kind").textContent(), /Appeal · Order/);
  await press(page, "Control+z");
  assert.match(await toast(page), /^Undid: Event “Second Circuit denies rehearing”/);
  assert.equal(await page.locator("#inspector-title").count(), 0);
});

it("what is wrong stands beside its field, and nothing is saved until it is right", async () => {
  const page = await browser.open();
  await selectByTitle(page, CONTEMPT);
  await stage(page).focus();
  await openBy(page, "e");
  const field = (name) => page.locator(`[data-field="${name}"]`);
  await field("title").locator("input").fill("");
  await field("date").locator("input").fill("4/7/2016");
  await press(page, "Control+Enter");
  assert.match(await field("title").textContent(), /cannot be left blank/);
  assert.match(await field("date").textContent(), /4 July 2016.*7 April 2016/s);
  assert.equal(
    await page.evaluate(() => document.activeElement.closest("[data-field]").dataset.field),
    "title",
  );
  await page.keyboard.insertText("Held in contempt");
  await field("date").getByRole("button", { name: "7 April 2016" }).click();
  await expectAccessible(page, "the form of an event");
  await press(page, "Control+Enter");
  assert.equal(await dialog(page).count(), 0);
  assert.equal(await title(page), "Held in contempt");
});

it("Escape leaves a form at once, and asks where something would be lost", async () => {
  const page = await browser.open();
  await openBy(page, "Control+n");
  await press(page, "Escape");
  assert.equal(await dialog(page).count(), 0);
  await openBy(page, "Control+n");
  await page.keyboard.insertText("Something");
  await press(page, "Escape");
  assert.match(await dialog(page).textContent(), /What you typed is not saved/);
  await press(page, "Enter");
  assert.equal(await page.locator('[data-field="title"] input').inputValue(), "Something");
  await press(page, "Escape");
  await page.getByRole("button", { name: "Discard it" }).click();
  await settle(page);
  assert.equal(await dialog(page).count(), 0);
});

it("what a full drive refuses stays in the form", async () => {
  const page = await browser.open({ query: "?refuse=save_event" });
  await selectByTitle(page, CONTEMPT);
  await stage(page).focus();
  await openBy(page, "e");
  await page.locator('[data-field="title"] input').fill("Another title");
  await press(page, "Control+Enter");
  assert.match(await toast(page), /no space left/);
  assert.equal(await page.locator('[data-field="title"] input').inputValue(), "Another title");
});

it("a message can be answered while a dialog is open, which stays", async () => {
  const page = await browser.open({ query: "?refuse=save_event" });
  await selectByTitle(page, CONTEMPT);
  await stage(page).focus();
  await openBy(page, "e");
  await page.locator('[data-field="title"] input').fill("Another title");
  await press(page, "Control+Enter");
  const dismiss = page.locator(".toast").getByRole("button", { name: "Dismiss" });
  await dismiss.click({ timeout: 5000 });
  assert.equal(await page.locator(".toast").count(), 0);
  assert.equal(await page.locator('[data-field="title"] input').inputValue(), "Another title");

  await press(page, "Escape");
  await page.getByRole("button", { name: "Discard it" }).click();
  await stage(page).focus();
  await openBy(page, "n");
  await page.keyboard.insertText("5 July 2016 Letter");
  await settle(page);
  await press(page, "Enter");
  assert.match(await dialog(page).textContent(), /5 July 2016 · Letter/);
  await page.locator(".toast").getByRole("button", { name: "Undo" }).click({ timeout: 5000 });
  await settle(page);
  assert.match(await toast(page), /^Undid: Event “Letter”/);
  assert.equal(
    await page.locator(".entry-line").count(),
    1,
    "a press beside it closes a dialog",
  );
});

it("a casebook that is only read says why it is not written", async () => {
  const page = await browser.open({ query: "?readonly" });
  await selectByTitle(page, CONTEMPT);
  await stage(page).focus();
  for (const key of ["Control+n", "n", "e", "Delete", "m"]) {
    await stage(page).focus();
    await press(page, key);
    assert.equal(await dialog(page).count(), 0, key);
    assert.match(await toast(page), /read-only/, key);
    await page.getByRole("button", { name: "Dismiss" }).last().click();
  }
});

it("what goes with an event is shown before it is deleted, and comes back", async () => {
  const page = await browser.open();
  await selectByTitle(page, CONTEMPT);
  await stage(page).focus();
  await openBy(page, "Delete");
  const text = await dialog(page).textContent();
  assert.match(text, /Delete “Microsoft held in civil contempt/);
  assert.match(text, /relation/);
  await expectAccessible(page, "what goes with an event");
  await press(page, "Enter");
  assert.equal(await dialog(page).count(), 0);
  assert.equal(await page.locator("#inspector-title").count(), 0);
  assert.match(await toast(page), /^Deletion of “Microsoft held/);
  await page.locator(".toast").last().getByRole("button", { name: "Undo" }).click();
  await settle(page);
  await selectByTitle(page, CONTEMPT);
  assert.match(await title(page), /Microsoft held in civil contempt/);
});

it("several rows of the table are changed in one step", async () => {
  const page = await browser.open();
  await goTo(page, /^Table/);
  await page.getByRole("grid").focus();
  await press(page, "ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown");
  await openBy(page, "b");
  assert.match(await dialog(page).textContent(), /Change 3 events/);
  await page.getByLabel("Kind", { exact: true }).selectOption("letter");
  await page.getByLabel("How many", { exact: true }).fill("3");
  await settle(page);
  await settle(page);
  assert.match(await dialog(page).textContent(), /becomes/);
  await expectAccessible(page, "the change of several events");
  await press(page, "Control+Enter");
  assert.equal(await dialog(page).count(), 0);
  assert.match(await toast(page), /^Change of 3 events/);
  const kinds = page.locator(".grid-kind .grid-text");
  assert.deepEqual((await kinds.allTextContents()).slice(0, 3), ["Letter", "Letter", "Letter"]);
  await press(page, "Control+z");
  assert.match(await toast(page), /^Undid: Change of 3 events/);
});

it("several events are not shifted by what is no number, and nothing else is changed with it", async () => {
  const page = await browser.open();
  await goTo(page, /^Table/);
  await page.getByRole("grid").focus();
  await press(page, "ArrowDown", "Shift+ArrowDown");
  await openBy(page, "b");
  await page.getByLabel("Kind", { exact: true }).selectOption("letter");
  const count = page.getByLabel("How many", { exact: true });
  await count.fill("three");
  const act = dialog(page).getByRole("button", { name: /^Change 2 events/ });
  assert.match(await dialog(page).textContent(), /Write a whole number/);
  assert.equal(await count.getAttribute("aria-invalid"), "true");
  assert.equal(await act.isDisabled(), true);
  await expectAccessible(page, "a shift by what is no number");
  await press(page, "Control+Enter");
  assert.equal(await dialog(page).count(), 1);
  await count.fill("");
  assert.doesNotMatch(await dialog(page).textContent(), /Write a whole number/);
  assert.equal(await act.isDisabled(), false);
});

it("two events of the timeline are selected and merged by the keyboard", async () => {
  const page = await browser.open();
  await selectByTitle(page, CONTEMPT);
  await stage(page).focus();
  await press(page, "Shift+ArrowRight");
  assert.match(await page.locator(".chosen-bar").textContent(), /2 events selected/);
  await expectAccessible(page, "several events of the timeline");
  await openBy(page, "j");
  assert.match(await dialog(page).textContent(), /Make one event of two/);
  await expectAccessible(page, "two events that are merged");
  await page.getByRole("button", { name: "Merge", exact: true }).click();
  await settle(page);
  assert.match(await toast(page), /^Merging of/);
  assert.equal(await page.locator(".chosen-bar").count(), 0);
});

it("Escape lets several events go before the one", async () => {
  const page = await browser.open();
  await selectByTitle(page, CONTEMPT);
  await stage(page).focus();
  await press(page, "Shift+ArrowRight", "Escape");
  assert.equal(await page.locator(".chosen-bar").count(), 0);
  assert.equal(await page.locator("#inspector-title").count(), 1);
  await press(page, "Escape");
  assert.equal(await page.locator("#inspector-title").count(), 0);
});

it("a line is read before Enter takes it, and the next can follow", async () => {
  const page = await browser.open();
  await openBy(page, "n");
  await page.keyboard.insertText("4/7/2016 Order on the warrant #appeal");
  await settle(page);
  assert.match(await dialog(page).textContent(), /This can be read in two ways/);
  await press(page, "Enter");
  assert.equal(
    await page.locator(".entry-line").inputValue(),
    "4/7/2016 Order on the warrant #appeal",
  );
  await page.getByRole("button", { name: "4 July 2016" }).click();
  await settle(page);
  await expectAccessible(page, "an event in a line");
  await page.locator(".entry-line").focus();
  await press(page, "Enter");
  assert.equal(await page.locator(".entry-line").inputValue(), "");
  assert.match(await dialog(page).textContent(), /4 July 2016 · Order on the warrant/);
  await page.keyboard.insertText("5 July 2016 Letter");
  await settle(page);
  await press(page, "Enter", "Escape");
  assert.equal(await title(page), "Letter");
});

it("a line goes on in the form, and is kept when it is left", async () => {
  const page = await browser.open();
  await openBy(page, "n");
  await page.keyboard.insertText("14 July 2016 Second Circuit reverses #appeal");
  await settle(page);
  await press(page, "Escape");
  await openBy(page, "n");
  assert.match(await page.locator(".entry-line").inputValue(), /^14 July 2016/);
  await settle(page);
  await press(page, "Control+Enter");
  assert.equal(
    await page.locator('[data-field="title"] input').inputValue(),
    "Second Circuit reverses",
  );
  assert.equal(
    await page.evaluate(() => document.activeElement.closest("[data-field]")?.dataset.field),
    "title",
  );
  assert.equal(await page.locator('[data-field="date"] input').inputValue(), "2016-07-14");
});

it("the keyboard moves an event, says where to, and one step undoes it", async () => {
  const page = await browser.open();
  await selectByTitle(page, CONTEMPT);
  await stage(page).focus();
  await press(page, "m", "ArrowRight", "ArrowRight", "Shift+ArrowRight");
  assert.match(
    await page.locator(".move-card").textContent(),
    /20 September 2014.*instead of 8 September 2014/s,
  );
  await press(page, "Escape");
  assert.equal(await page.locator(".move-card").count(), 0);
  await press(page, "Control+ArrowRight", "ArrowRight", "Enter");
  assert.match(await page.locator(".event-place").first().textContent(), /10 September 2014/);
  assert.match(await toast(page), /^New date of “Microsoft held.*10 September 2014/);
  await press(page, "Control+z");
  assert.match(await page.locator(".event-place").first().textContent(), /8 September 2014/);
});

it("a move by the keyboard goes on while another window has the focus, and has all keys", async () => {
  const page = await browser.open();
  await selectByTitle(page, CONTEMPT);
  await stage(page).focus();
  await press(page, "m", "ArrowRight");
  const card = page.locator(".move-card");
  assert.match(await card.textContent(), /instead of 8 September 2014/);
  for (const key of ["e", "b", "Delete", "?", "/", "n", "F3"]) {
    await press(page, key);
    assert.match(await card.textContent(), /instead of 8 September 2014/, key);
    assert.equal(await dialog(page).count(), 0, key);
  }
  await press(page, "Shift+Tab", "ArrowRight");
  assert.match(await card.textContent(), /^End: /);
  await press(page, "Tab", "ArrowRight");
  assert.doesNotMatch(await card.textContent(), /^(End|Beginning): /);
  await page.evaluate(() => {
    document.hasFocus = () => false;
    document.activeElement.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  });
  await settle(page);
  assert.match(await card.textContent(), /instead of 8 September 2014/);
  await press(page, "Escape");
  assert.match(await page.locator(".event-place").first().textContent(), /8 September 2014/);
});

it("a drag of the selected mark moves it; Escape and a drag elsewhere do not", async () => {
  const page = await browser.open();
  await selectByTitle(page, CONTEMPT);
  await stage(page).focus();
  await press(page, "f");
  const mark = await selectedMark(page);
  const drag = async (by) => {
    await page.mouse.move(mark.x, mark.y);
    await page.mouse.down();
    await page.mouse.move(mark.x + by / 2, mark.y, { steps: 4 });
    await page.mouse.move(mark.x + by, mark.y, { steps: 4 });
    await settle(page);
  };
  await drag(120);
  assert.match(await page.locator(".move-card").textContent(), /instead of 8 September 2014/);
  await screenshot(page, "editing-drag");
  await press(page, "Escape");
  await page.mouse.up();
  await settle(page);
  assert.match(await page.locator(".event-place").first().textContent(), /8 September 2014/);
  await drag(120);
  await page.mouse.up();
  await settle(page);
  await settle(page);
  assert.match(await toast(page), /^New date of/);
  assert.doesNotMatch(await page.locator(".event-place").first().textContent(), / 8 September/);
});

it("a second finger gives up the move of the first, and zooms", async () => {
  const page = await browser.open({ hasTouch: true });
  await selectByTitle(page, CONTEMPT);
  await stage(page).focus();
  await press(page, "f");
  const { x, y } = await selectedMark(page);
  const client = await page.context().newCDPSession(page);
  const touch = (type, ...touchPoints) =>
    client.send("Input.dispatchTouchEvent", { type, touchPoints });
  await touch("touchStart", { x, y, id: 0 });
  for (const by of [30, 60, 90]) await touch("touchMove", { x: x + by, y, id: 0 });
  await page.locator(".move-card").waitFor();
  await touch("touchStart", { x: x + 90, y, id: 0 }, { x: x + 90, y: y + 100, id: 1 });
  await settle(page);
  assert.equal(await page.locator(".move-card").count(), 0);
  await touch("touchEnd");
  await settle(page);
  assert.match(await page.locator(".event-place").first().textContent(), /8 September 2014/);
  assert.equal(await page.locator(".toast").count(), 0);
});

/** The selected mark is the one over which the pointer becomes that of a move. */
async function selectedMark(page) {
  const place = await stage(page).evaluate((host) => {
    const { left, top, right, bottom } = host.getBoundingClientRect();
    const isHeld = (x, y) => {
      const at = { clientX: x, clientY: y, bubbles: true };
      host.dispatchEvent(new PointerEvent("pointermove", at));
      return host.style.cursor === "move";
    };
    for (let y = top + 50; y < bottom; y += 4)
      for (let x = left + 160; x < right; x += 4)
        if (isHeld(x, y)) return { x: x + 6, y: y + 6 };
    return null;
  });
  assert.notEqual(place, null, "the selected mark is not to be found");
  return place;
}

for (const [name, size] of Object.entries({ wide: WIDE, small: SMALL })) {
  it(`pictures of what writes events, ${name}`, async () => {
    const page = await browser.open({ size });
    const shoot = (what) => screenshot(page, `editing-${what}-${name}`);
    await selectByTitle(page, CONTEMPT);
    await stage(page).focus();
    await openBy(page, "e");
    await shoot("form");
    await page.locator('[data-field="date"] input').fill("4/7/2016");
    await page.locator('[data-field="title"] input').fill("");
    await press(page, "Control+Enter");
    await shoot("problems");
    await press(page, "Escape");
    await page.getByRole("button", { name: "Discard it" }).click();
    await settle(page);
    await openBy(page, "n");
    await page.keyboard.insertText("4/7/2016 Order on the warrant #appeal");
    await settle(page);
    await shoot("line");
    await press(page, "Escape");
    await stage(page).focus();
    await openBy(page, "Delete");
    await shoot("delete");
    await press(page, "Escape");
    await stage(page).focus();
    await press(page, "Shift+ArrowRight");
    await shoot("several");
    await openBy(page, "b");
    await shoot("change");
    await press(page, "Escape");
    await stage(page).focus();
    await openBy(page, "j");
    await shoot("merge");
    await press(page, "Escape");
    await stage(page).focus();
    await press(page, "Escape", "m", "ArrowRight");
    await shoot("move");
  });
}
