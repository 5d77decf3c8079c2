import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import {
  expectAccessible,
  findMarks,
  goTo,
  openBrowser,
  settle as pause,
  SMALL,
  screenshot,
  stage,
  WIDE,
} from "./harness.mjs";

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

const CONTEMPT = "held in civil contempt";

/** Long enough for answers, and until what they bring is drawn on a busy machine too. */
async function settle(page) {
  await pause(page);
  for (let i = 0; i < 3; i += 1) {
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20))),
    );
  }
}

/** In a narrow window the inspector is not there yet to show it. */
async function selectByTitle(page, title, isShown = true) {
  await page.keyboard.press("Control+k");
  await page.keyboard.insertText(title);
  await page.locator(".hit", { hasText: title }).first().waitFor();
  await press(page, "ArrowDown", "Enter");
  if (isShown) await page.getByRole("heading", { name: title }).waitFor();
  await press(page, "Control+k", "Escape");
}

async function press(page, ...keys) {
  for (const key of keys) {
    await page.keyboard.press(key);
    await settle(page);
  }
}
async function type(page, text) {
  await page.keyboard.insertText(text);
  await settle(page);
}
async function setKnown(page, day) {
  await page.getByRole("button", { name: /^As known/ }).click();
  await type(page, day);
  await press(page, "Enter");
}
const focusedName = (page) =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    return (
      element.getAttribute("aria-label") ??
      element.labels?.[0]?.textContent ??
      element.textContent.trim()
    );
  });
const relations = (page) => page.getByRole("region", { name: "Relations" });
const otherEvent = (part) => part.getByRole("combobox", { name: "Other event" });
const toast = (page) => page.locator(".toast").last().textContent();

it("a relation is made, changed and deleted by the keyboard alone, and undone", async () => {
  const page = await browser.open();
  await selectByTitle(page, CONTEMPT);
  await stage(page).focus();
  const before = await relations(page).locator(".row").count();
  await press(page, "r");
  assert.equal(await focusedName(page), "Other event");
  await type(page, "CLOUD Act signed into law");
  await press(page, "Enter");
  assert.match(await otherEvent(page).inputValue(), /CLOUD Act/);
  await press(page, "Shift+Tab");
  assert.equal(await focusedName(page), "This event");
  await page.keyboard.type("supersedes");
  await press(page, "Tab", "Tab");
  await type(page, "someday");
  await press(page, "Enter");
  assert.equal(await focusedName(page), "Takes effect", "led to what was refused");
  assert.match(await relations(page).locator(".field-error").textContent(), /someday/);
  await page.keyboard.press("Control+a");
  await type(page, "2018-03-23");
  await press(page, "Enter");
  assert.equal(await relations(page).locator(".row").count(), before + 1);
  assert.equal(await focusedName(page), "Relate to another event");
  const row = relations(page).locator(".row", { hasText: "CLOUD Act" }).first();
  assert.match(await row.textContent(), /supersedes/);

  await row.getByRole("button").focus();
  await press(page, "Enter");
  assert.equal(await focusedName(page), "This event");
  await page.getByLabel("Note", { exact: true }).focus();
  await type(page, "For the test");
  await press(page, "Control+Enter");
  assert.match(await row.textContent(), /For the test/);
  assert.match(await focusedName(page), /^Change the relation: supersedes/);

  await press(page, "Enter");
  await page.getByRole("button", { name: "Delete", exact: true }).focus();
  await press(page, "Enter");
  assert.equal(await relations(page).locator(".row").count(), before);
  assert.match(await toast(page), /^Deletion of the relation/);
  await press(page, "Control+z", "Control+z", "Control+z");
  assert.equal(await relations(page).locator(".row").count(), before);
  await press(page, "Control+Shift+z");
  assert.equal(await relations(page).locator(".row").count(), before + 1);
});

it("Esc leaves a form with everything as it was, the list of what was found first", async () => {
  const page = await browser.open();
  await selectByTitle(page, CONTEMPT);
  await stage(page).focus();
  await press(page, "r");
  await type(page, "opinion");
  assert.equal(await page.getByRole("listbox", { name: "Other event" }).count(), 1);
  await press(page, "Escape");
  assert.equal(await page.getByRole("listbox", { name: "Other event" }).count(), 0);
  await press(page, "Escape");
  assert.equal(await page.locator(".edit-form").count(), 0);
  assert.equal(await focusedName(page), "Relate to another event");
});

it("keys that are faster than answers choose nothing that was found for other words", async () => {
  const page = await browser.open();
  await selectByTitle(page, CONTEMPT);
  await stage(page).focus();
  await page.evaluate(() => {
    globalThis.answerForFake = (name, args) => {
      if (name !== "search_events" || !args.filter.search?.includes("CLOUD")) return undefined;
      return new Promise((resolve) => {
        globalThis.letAnswer = () => resolve(undefined);
      });
    };
  });
  await press(page, "r");
  await type(page, "opinion");
  const list = page.getByRole("listbox", { name: "Other event" });
  assert.ok((await list.getByRole("option").count()) > 0);
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("CLOUD Act signed into law");
  await press(page, "Enter");
  assert.equal(await otherEvent(page).inputValue(), "CLOUD Act signed into law");
  assert.equal(await list.count(), 1, "nothing was chosen");
  assert.equal(await relations(page).locator(".field-error").count(), 0, "or saved");
  await page.evaluate(() => globalThis.letAnswer());
  await list.getByText("CLOUD Act signed into law").waitFor();
  await press(page, "Enter");
  assert.match(await otherEvent(page).inputValue(), /^CLOUD Act signed into law/);
  assert.equal(await list.count(), 0);

  await page.keyboard.press("Control+a");
  await type(page, "opinion");
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText("CLOUD");
  await press(page, "Tab");
  assert.equal(await otherEvent(page).inputValue(), "CLOUD", "Tab leaves, and chooses nothing");
});

it("what is being written is found again after a look at another event", async () => {
  const page = await browser.open();
  await selectByTitle(page, CONTEMPT);
  await stage(page).focus();
  await press(page, "r", "Tab");
  await page.getByLabel("Note", { exact: true }).fill("half a sentence");
  await page.locator(".inspector .event-link").first().click();
  await settle(page);
  assert.equal(await page.locator(".edit-form").count(), 0);
  await selectByTitle(page, CONTEMPT);
  assert.equal(await page.getByLabel("Note", { exact: true }).inputValue(), "half a sentence");
  assert.notEqual(
    await focusedName(page),
    "Other event",
    "the focus stays where the reader is",
  );
});

it("what was not known yet is not offered as the other event", async () => {
  const page = await browser.open();
  await setKnown(page, "2014-09-30");
  await selectByTitle(page, CONTEMPT);
  await stage(page).focus();
  await press(page, "r");
  await type(page, "CLOUD Act signed into law");
  await page.locator(".picker-none").waitFor();
  assert.equal(await relations(page).locator(".picker-option").count(), 0);
});

it("a relation is drawn from the selected mark to another one, and Esc gives it up", async () => {
  const page = await browser.open();
  await setKnown(page, "2026-06-01");
  await selectByTitle(page, CONTEMPT);
  await stage(page).focus();
  const isOwn = ({ title }) => title.includes(CONTEMPT);
  const isFar = (marks) => (mark) => {
    const own = marks.find(isOwn);
    return own && !isOwn(mark) && Math.hypot(mark.x - own.x, mark.y - own.y) > 60;
  };
  const found = await findMarks(page, (marks) => marks.some(isFar(marks)));
  const own = found.find(isOwn);
  const other = found.find(isFar(found));
  assert.ok(own && other, "two marks with room between them");
  await page.mouse.move(own.x, own.y);
  await page.mouse.move(own.x, own.y - 14);
  await page.mouse.down();
  await page.mouse.move((own.x + other.x) / 2, (own.y + other.y) / 2);
  await page.mouse.move(other.x, other.y);
  await screenshot(page, "link-line");
  await press(page, "Escape");
  await page.mouse.up();
  await settle(page);
  assert.equal(await page.getByRole("dialog", { name: "New relation" }).count(), 0);

  await page.mouse.move(own.x, own.y);
  await page.mouse.move(own.x, own.y - 16);
  await page.evaluate(() => {
    globalThis.known = [];
    globalThis.answerForFake = (name, args) => {
      if (name === "get_event") globalThis.known.push(args.known_on);
    };
  });
  await page.mouse.down();
  await page.mouse.move(other.x - 20, other.y);
  await page.mouse.move(other.x, other.y);
  await page.mouse.up();
  await settle(page);
  const card = page.getByRole("dialog", { name: "New relation" });
  await screenshot(page, "link-card");
  assert.deepEqual(
    await page.evaluate(() => [...new Set(globalThis.known)]),
    ["2026-06-01"],
    "its events are those that were known",
  );
  assert.notEqual(await otherEvent(card).inputValue(), "");
  assert.equal(await focusedName(page), "This event");
  const before = await relations(page).locator(".row").count();
  await card.getByRole("button", { name: "Save" }).click();
  await settle(page);
  assert.equal(await card.count(), 0);
  assert.equal(await relations(page).locator(".row").count(), before + 1);
  await press(page, "Control+z");
  assert.equal(await relations(page).locator(".row").count(), before);
});

it("people, sources, principles, places and dates in dispute are written in the inspector", async () => {
  const page = await browser.open();
  await selectByTitle(page, CONTEMPT);
  const inspector = page.locator(".inspector");
  const add = (name) => inspector.getByRole("button", { name, exact: true });

  await add("Add a person").click();
  await type(page, "A clerk of the court");
  await press(page, "Enter", "Tab");
  await press(page, "Enter");
  assert.match(await inspector.locator(".field-error").textContent(), /Say in which role/);
  await type(page, "clerk");
  await press(page, "Enter");
  assert.match(await inspector.locator(".row", { hasText: "A clerk" }).textContent(), /clerk$/);

  await add("Add a source").click();
  await type(page, "register");
  await press(page, "ArrowDown", "Enter", "Tab");
  await type(page, "The day of the order");
  await press(page, "Control+Enter");
  assert.equal(await inspector.getByText("The day of the order").count(), 1);

  await add("Add a place").click();
  await type(page, "Hall of Justice");
  await press(page, "Enter");
  await press(page, "Control+Enter");
  assert.equal(await inspector.locator(".row", { hasText: "Hall of Justice" }).count(), 1);
  await inspector
    .getByRole("button", { name: "Change the entry: Hall of Justice" })
    .press("Enter");
  await inspector.getByRole("button", { name: "Take out" }).press("Enter");
  await settle(page);
  assert.equal(await inspector.locator(".row", { hasText: "Hall of Justice" }).count(), 0);

  await inspector.getByRole("button", { name: "Change the dates in dispute" }).press("Enter");
  await settle(page);
  await inspector.getByLabel("Why the one is taken").fill("The docket has it so");
  await press(page, "Control+Enter");
  assert.equal(await inspector.getByText("The docket has it so").count(), 1);
  await expectAccessible(page, "the inspector after its lists were written");
});

it("a reader who may only read is told so and offered no form", async () => {
  const page = await browser.open({ query: "?readonly" });
  await selectByTitle(page, CONTEMPT);
  assert.equal(await page.locator(".inspector .row-edit, .inspector .add-button").count(), 0);
  await stage(page).focus();
  await press(page, "r");
  assert.match(await toast(page), /read-only/);
  await goTo(page, /^Contents/);
  assert.equal((await page.getByText(/This casebook is read-only/).count()) > 0, true);
  await page.getByRole("listbox").press("ArrowDown");
  await settle(page);
  assert.equal(
    await page
      .locator("main")
      .getByRole("button", { name: /^(Save|Merge…|Delete…|New)$/ })
      .count(),
    0,
  );
  assert.equal(await page.getByLabel("Name").getAttribute("readonly"), "");
});

it("lanes are renamed, moved, made, merged and deleted by the keyboard alone", async () => {
  const page = await browser.open();
  await goTo(page, /^Contents/);
  const list = page.getByRole("listbox", { name: "Lanes" });
  const names = () => list.locator(".record-name").allTextContents();
  assert.deepEqual((await names()).slice(0, 2), ["Case", "Appeal"]);
  await list.focus();
  await press(page, "ArrowDown");
  await press(page, "Alt+ArrowDown");
  assert.deepEqual((await names()).slice(0, 2), ["Appeal", "Case"]);
  assert.equal(
    await list.getByRole("option", { selected: true }).locator(".record-name").textContent(),
    "Case",
  );
  await press(page, "Enter");
  assert.equal(await focusedName(page), "Name");
  await page.keyboard.press("Control+a");
  await type(page, "The case itself");
  assert.equal(await list.getByText("not saved").count(), 1);
  await press(page, "Enter");
  assert.deepEqual((await names()).slice(0, 2), ["Appeal", "The case itself"]);
  assert.equal(await list.getByText("not saved").count(), 0);

  await page.getByRole("button", { name: "New", exact: true }).press("Enter");
  await settle(page);
  assert.equal(await focusedName(page), "Name");
  await type(page, "Press");
  await press(page, "Enter");
  assert.equal((await names()).at(-1), "Press");
  await page.getByRole("button", { name: "Delete…" }).press("Enter");
  await settle(page);
  assert.match(await page.locator(".record-pane .box-line").textContent(), /No event names it/);
  await press(page, "Enter");
  assert.equal((await names()).includes("Press"), false);

  await list.focus();
  await press(page, "Home");
  await page.getByRole("button", { name: "Delete…" }).press("Enter");
  await settle(page);
  assert.match(
    await page.locator(".record-pane .box-line").textContent(),
    /every event needs a lane/,
  );
  await press(page, "Enter");
  assert.equal(await focusedName(page), "Same as");
  await type(page, "the case");
  await press(page, "Enter", "Enter");
  assert.deepEqual((await names())[0], "The case itself");
  await press(page, "Control+z");
  assert.deepEqual((await names())[0], "Appeal");
});

it("a refusal is said, closes no record, and leaves a way out of a form", async () => {
  const page = await browser.open({ query: "?refuse=get_record" });
  await selectByTitle(page, CONTEMPT);
  await relations(page).locator(".row-edit").first().press("Enter");
  const form = relations(page).locator(".edit-form");
  await form.getByText(/no space left/).waitFor();
  assert.match(await toast(page), /no space left/);
  await form.getByRole("button", { name: "Close" }).press("Enter");
  await settle(page);
  assert.equal(await form.count(), 0);
  assert.match(await focusedName(page), /^Change the relation/);
  await page.getByRole("button", { name: "Change the dates in dispute" }).press("Enter");
  const dispute = page.locator(".inspector .edit-form");
  await dispute.getByRole("button", { name: "Close" }).press("Enter");
  await settle(page);
  assert.equal(await dispute.count(), 0);

  const list = await browser.open({ query: "?refuse=record_position&refuse=get_record_uses" });
  await goTo(list, /^Contents/);
  await list.getByRole("listbox", { name: "Lanes" }).press("ArrowDown");
  await list.getByLabel("Name").waitFor();
  await list.getByLabel("Find in this list").fill("case");
  await settle(list);
  assert.equal(await list.getByLabel("Name").count(), 1, "the record stays open");
  assert.match(await toast(list), /no space left/);
});

it("a form that is written in is not left for another one of its list", async () => {
  const page = await browser.open();
  await selectByTitle(page, CONTEMPT);
  await stage(page).focus();
  await press(page, "r", "Tab");
  const note = page.getByLabel("Note", { exact: true });
  await note.fill("half a sentence");
  await relations(page).locator(".row-edit").first().press("Enter");
  await settle(page);
  assert.match(await toast(page), /not saved yet/);
  assert.equal(await note.inputValue(), "half a sentence");
  assert.equal(await focusedName(page), "This event", "led to what is written");
  // Asked for once more, it stays as it is.
  await stage(page).focus();
  await press(page, "r");
  await page.locator(".inspector .event-link").first().click();
  await selectByTitle(page, CONTEMPT);
  assert.equal(await note.inputValue(), "half a sentence");
  await page.getByRole("button", { name: "Cancel" }).press("Enter");
  await relations(page).locator(".row-edit").first().press("Enter");
  await settle(page);
  assert.equal(
    await relations(page)
      .getByRole("form", { name: /^Change/ })
      .count(),
    1,
  );
});

it("a button that is pressed twice does what it does once, and the focus has a place", async () => {
  const page = await browser.open();
  await page.evaluate(() => {
    globalThis.asked = [];
    globalThis.answerForFake = (name) => {
      globalThis.asked.push(name);
      return new Promise((resolve) => setTimeout(() => resolve(undefined), 60));
    };
  });
  const asked = (name) =>
    page.evaluate((of) => globalThis.asked.filter((one) => one === of).length, name);
  await selectByTitle(page, CONTEMPT);
  await relations(page).locator(".row-edit").first().press("Enter");
  await page.getByRole("button", { name: "Delete", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await settle(page);
  assert.equal(await asked("remove_record"), 1);

  await goTo(page, /^Contents/);
  await page.getByRole("tab", { name: "Principles" }).click();
  await page.locator(".record-list [role=option] .record-name").first().waitFor();
  await settle(page);
  await page.getByRole("listbox").press("ArrowDown");
  await page.getByLabel("Name").fill("Another name");
  await page.getByRole("button", { name: "Save" }).press("Enter");
  await page.locator(".tag", { hasText: "not saved" }).waitFor({ state: "detached" });
  await settle(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), "record-list");
  await page.locator(".record-pane").getByRole("button", { name: "Delete…" }).press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await settle(page);
  assert.equal(await asked("remove_record"), 2);
});

it("a record whose drag is called off stays in its place", async () => {
  const page = await browser.open();
  await goTo(page, /^Contents/);
  const names = page.getByRole("listbox", { name: "Lanes" }).locator(".record-name");
  const before = await names.allTextContents();
  const grip = page.locator(".record-grip").first();
  const { x, y, height } = await grip.boundingBox();
  await page.mouse.move(x + 4, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + 4, y + height / 2 + 100, { steps: 4 });
  assert.equal((await page.locator(".record-list [data-drop]").count()) > 0, true);
  await grip.evaluate((element) =>
    element.dispatchEvent(new PointerEvent("pointercancel", { bubbles: true })),
  );
  assert.equal(await page.locator(".record-list [data-drop]").count(), 0);
  await page.mouse.up();
  await settle(page);
  assert.deepEqual(await names.allTextContents(), before);
});

it("keys that edit the selected event do nothing to it from the list of records", async () => {
  const page = await browser.open();
  await selectByTitle(page, CONTEMPT);
  await goTo(page, /^Contents/);
  const list = page.getByRole("listbox", { name: "Lanes" });
  await list.focus();
  await press(page, "ArrowDown");
  for (const place of [list, page.getByRole("tab", { name: "Lanes" })]) {
    for (const key of ["e", "b", "j", "Delete"]) {
      await place.focus();
      await press(page, key);
      assert.equal(await page.getByRole("dialog").count(), 0, key);
      assert.equal(await page.locator(".toast").count(), 0, key);
    }
  }
  await list.focus();
  await press(page, "?");
  await page.getByRole("dialog", { name: /[Kk]ey/ }).waitFor();
});

it("a membership is said, put right and taken out by the keyboard alone, and undone", async () => {
  const page = await browser.open();
  await goTo(page, /^Contents/);
  await page.getByRole("tab", { name: "People and bodies" }).click();
  await page.locator(".contents-tools input").focus();
  await type(page, "Dropbox");
  await page.getByRole("listbox").focus();
  await press(page, "ArrowDown");
  const group = page.getByRole("group", { name: "Reform Government Surveillance" });
  const member = group.getByLabel("Membership");
  const joined = group.getByLabel("Joined");
  assert.equal(await member.inputValue(), "yes");
  assert.equal(await joined.inputValue(), "2014-02?");
  assert.equal(await group.getByRole("listitem").count(), 1, "names its source");

  await joined.focus();
  await page.keyboard.press("Control+a");
  await type(page, "someday");
  await press(page, "Enter");
  assert.equal(await focusedName(page), "Joined", "led to what was refused");
  await page.keyboard.press("Control+a");
  await type(page, "2014-03");
  await press(page, "Enter");
  assert.match(await page.locator(".record-pane").textContent(), /Reform Government/);

  await member.focus();
  await page.keyboard.type("not said");
  await settle(page);
  assert.equal(await joined.count(), 0, "nothing is said of what is not");
  await press(page, "Control+Enter");
  assert.equal(await member.inputValue(), "");
  await page.getByRole("listbox").focus();
  await press(page, "Control+z");
  assert.equal(await joined.inputValue(), "2014-03");
  await press(page, "Control+z");
  assert.equal(await joined.inputValue(), "2014-02?");
  await expectAccessible(page, "a membership");
});

it("what is pasted into a note keeps its marks as Markdown, and is undone in one step", async () => {
  const page = await browser.open();
  await selectByTitle(page, CONTEMPT);
  const field = page.getByLabel("A new note on this event, in Markdown");
  await field.focus();
  await page.keyboard.insertText("See ");
  const paste = async (html, plain) => {
    await field.evaluate(
      (area, [marked, text]) => {
        const clipboardData = new DataTransfer();
        if (marked) clipboardData.setData("text/html", marked);
        clipboardData.setData("text/plain", text);
        const how = { clipboardData, bubbles: true, cancelable: true };
        return area.dispatchEvent(new ClipboardEvent("paste", how));
      },
      [html, plain],
    );
    await settle(page);
  };
  const link = '<a href="https://example.org/1" onclick="x()">the docket</a>';
  await paste(`<b>here</b><script>alert(1)</script>, ${link}`, "here, the docket");
  const pasted = "See **here**, [the docket](https://example.org/1)";
  assert.equal(await field.inputValue(), pasted);
  await page.keyboard.press("Control+z");
  assert.equal(await field.inputValue(), "See ");
  await page.keyboard.press("Control+Shift+z");
  assert.equal(await field.inputValue(), pasted);
  // What has no marks is the plain text of the clipboard, and so is what cannot be read.
  await paste("<p>one</p>", " one");
  assert.equal(await field.inputValue(), `${pasted} one`);
  await page.evaluate(() => {
    globalThis.answerForFake = (name) =>
      name === "convert_pasted" ? Promise.reject({ code: "internal" }) : undefined;
  });
  await paste("<b>two</b>", " two");
  assert.equal(await field.inputValue(), `${pasted} one two`);
});

it("a list of a hundred thousand sources is scrolled, searched and gone through by keys", async () => {
  const page = await browser.open({ query: "?sources=100000" });
  await goTo(page, /^Contents/);
  await page.getByRole("tab", { name: "Sources" }).click();
  await settle(page);
  const list = page.getByRole("listbox", { name: "Sources" });
  assert.match(await page.locator(".contents-count").textContent(), /^100,204/);
  assert.ok((await list.getByRole("option").count()) < 60);
  const place = async () =>
    Number(await list.getByRole("option", { selected: true }).getAttribute("aria-posinset"));
  await list.focus();
  await press(page, "Home", "PageDown");
  const step = (await place()) - 1;
  const { height } = await list.boundingBox();
  const row = (await list.getByRole("option").first().boundingBox()).height;
  assert.ok(step > 1 && step * row <= height, "no row is passed over");
  await press(page, "PageDown", "PageDown");
  assert.equal(await place(), 1 + 3 * step);
  await press(page, "End");
  assert.equal(await place(), 100204);
  await page.getByLabel("Find in this list").fill("mondaq");
  await settle(page);
  assert.ok((await list.getByRole("option").count()) < 10);
});

for (const [name, size] of Object.entries({ wide: WIDE, small: SMALL })) {
  it(`pictures of editing, ${name}`, async () => {
    const page = await browser.open({ size });
    const shoot = (what) => screenshot(page, `edit-${what}-${name}`);
    await selectByTitle(page, CONTEMPT, size === WIDE);
    await stage(page).focus();
    await press(page, "Enter");
    await stage(page).focus();
    await press(page, "r");
    await type(page, "opinion");
    await shoot("relation");
    await expectAccessible(page, "a relation that is being written");
    await press(page, "Escape", "Escape");
    await page.getByRole("button", { name: "Add a source" }).press("Enter");
    await type(page, "docket");
    await shoot("source");
    await press(page, "Escape", "Escape");
    await page.getByRole("button", { name: "Change the dates in dispute" }).press("Enter");
    await settle(page);
    await shoot("dispute");
    await expectAccessible(page, "dates in dispute that are being written");
    await press(page, "Escape");
    const close = page.getByRole("button", { name: "Close the inspector" });
    if (await close.isVisible()) await close.click();
    await goTo(page, /^Contents/);
    await shoot("contents");
    await page.getByRole("listbox").press("ArrowDown");
    await settle(page);
    await shoot("contents-lane");
    await expectAccessible(page, "a lane in Contents");
    for (const kind of ["Sources", "People and bodies", "Principles", "Places"]) {
      await page.getByRole("tab", { name: kind }).click();
      await settle(page);
      await page.getByRole("listbox").press("ArrowDown");
      await settle(page);
      await shoot(`contents-${kind.toLowerCase().replaceAll(" ", "-")}`);
    }
    await expectAccessible(page, "a place in Contents");
    const empty = await browser.open({ size, query: "?start=empty" });
    await goTo(empty, /^Contents/);
    await screenshot(empty, `edit-contents-empty-${name}`);
    await expectAccessible(empty, "Contents of an empty casebook");
  });
}
