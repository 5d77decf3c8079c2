import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { findMarks, goTo, openBrowser, selectByTitle, settle } from "./harness.mjs";

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

const VIEWS = [
  "Procedure",
  "Table",
  "Evidence",
  "Notes",
  "Principles",
  "Contents",
  "Check",
  "History",
  "Timeline",
];

/** Watches a page for anything but text: what it asks for, where it goes, what it shows. */
function watch(page) {
  const seen = [];
  const origin = new URL(page.url()).origin;
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith("data:")) seen.push(`requested ${url}`);
  });
  page.on("framenavigated", (frame) => seen.push(`went to ${frame.url()}`));
  page.on("dialog", (dialog) => seen.push(`asked ${dialog.message()}`));
  page.on("popup", () => seen.push("opened a window"));
  return seen;
}

async function expectOnlyText(page, seen, where) {
  const made = await page.evaluate(() => ({
    ran: "ran" in window,
    elements: [
      ...document.querySelectorAll(
        "img, iframe, object, embed, script:not([src]), [onerror], [onload], [onfocus], a[href^='javascript']",
      ),
    ].map((element) => element.outerHTML.slice(0, 120)),
  }));
  assert.deepEqual({ ...made, seen }, { ran: false, elements: [], seen: [] }, where);
}

/** Each kind of record, with one of them open. */
async function readContents(page, seen) {
  for (const tab of await page.getByRole("tab").all()) {
    await tab.click();
    await page.locator(".record-list .record-name").first().waitFor();
    await page.getByRole("listbox").press("ArrowDown");
    await page.locator(".record-pane .edit-form").waitFor();
    await expectOnlyText(page, seen, await tab.textContent());
  }
}

it("markup and scripts in every text of a casebook are text in every view and dialog", async () => {
  const page = await browser.open({ query: "?hostile&past=some&findings=some" });
  const seen = watch(page);
  await expectOnlyText(page, seen, "Timeline, at first");
  await selectByTitle(page, "warrants do not reach data");
  await page.locator("#timeline-stage").press("Enter");
  await settle(page);
  const inspector = page.getByRole("complementary", { name: "Selected event" });
  assert.match(await inspector.textContent(), /<script>window\.ran=1<\/script>/, "it is shown");
  await expectOnlyText(page, seen, "inspector");
  await page.locator("textarea").fill("# <script>window.ran=1</script> [x](javascript:ran=1)");
  await page.locator("textarea").press("Escape");
  await settle(page);
  await expectOnlyText(page, seen, "a note");
  for (const view of VIEWS) {
    await goTo(page, new RegExp(`^${view}`));
    if (view === "Contents") await readContents(page, seen);
    await expectOnlyText(page, seen, view);
    assert.equal(await page.locator(".source-link").count(), 0, "no address, no link");
  }
  // What is dropped on the page does not replace it.
  const isTaken = await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/uri-list", "http://elsewhere.invalid/drop");
    const drop = new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data });
    return !document.querySelector("main").dispatchEvent(drop);
  });
  assert.equal(isTaken, true);
  for (const entry of ["Backups…", "Import…", "About this casebook"]) {
    await page.getByRole("button", { name: /^Casebook menu/ }).click();
    await expectOnlyText(page, seen, "menu");
    await page.getByRole("menuitem", { name: entry }).click();
    await settle(page);
    await expectOnlyText(page, seen, entry);
    await page.keyboard.press("Escape");
    await settle(page);
  }
  await page.locator("#search-field").fill("contempt");
  await settle(page);
  await expectOnlyText(page, seen, "search results");
});

it("markup and scripts are text in the dialogs and the card that write events", async () => {
  const page = await browser.open({ query: "?hostile" });
  const seen = watch(page);
  await selectByTitle(page, "held in civil contempt");
  const stage = page.locator("#timeline-stage");
  const dialog = page.getByRole("dialog");
  const look = async (key, inside) => {
    await stage.focus();
    await page.keyboard.press(key);
    await dialog.locator(inside).first().waitFor();
    await settle(page);
    assert.match(await said(dialog), /window\.ran=1/, "it is shown");
    await expectOnlyText(page, seen, key);
    await page.keyboard.press("Escape");
    await settle(page);
    assert.equal(await dialog.count(), 0);
  };
  await look("e", ".event-fields input");
  await look("Delete", "li, h3, p");

  const isOwn = ({ title }) => title.includes("held in civil contempt");
  const isFar = (marks) => (mark) => {
    const own = marks.find(isOwn);
    return own && !isOwn(mark) && Math.hypot(mark.x - own.x, mark.y - own.y) > 60;
  };
  const found = await findMarks(page, (marks) => marks.some(isFar(marks)));
  const own = found.find(isOwn);
  const other = found.find(isFar(found));
  assert.ok(own && other, "two marks with room between them");
  await page.mouse.move(own.x, own.y);
  await page.mouse.move(own.x, own.y - 16);
  await page.mouse.down();
  await page.mouse.move(other.x - 20, other.y);
  await page.mouse.move(other.x, other.y);
  await page.mouse.up();
  await page.locator(".link-card .edit-form").waitFor();
  assert.match(await said(page.locator(".link-card")), /window\.ran=1/, "it is shown");
  await expectOnlyText(page, seen, "a relation that was drawn");
  await page.locator(".link-card").getByRole("button", { name: "Cancel" }).click();

  await stage.focus();
  await page.keyboard.press("Shift+ArrowRight");
  await settle(page);
  await look("b", ".edit-body select");
  await look("j", ".edit-body");
});

/** What stands in a part of the page, in its fields too. */
const said = (part) =>
  part.evaluate((element) =>
    [
      element.textContent,
      ...[...element.querySelectorAll("input, textarea")].map((field) => field.value),
    ].join(" "),
  );

it("HTML that is pasted into a note runs nothing, and is text and Markdown when it is shown", async () => {
  const page = await browser.open({ permissions: ["clipboard-read", "clipboard-write"] });
  const seen = watch(page);
  await selectByTitle(page, "warrants do not reach data");
  await page.evaluate(async () => {
    const html =
      "<p>Agreed <b>terms</b> &lt;b onclick='window.ran=1'&gt;</p>" +
      "<script>window.ran=1</script>";
    const item = new ClipboardItem({
      "text/html": new Blob([html], { type: "text/html" }),
      "text/plain": new Blob(["Agreed terms"], { type: "text/plain" }),
    });
    await navigator.clipboard.write([item]);
  });
  await page.locator("textarea").focus();
  await page.keyboard.press("Control+v");
  await settle(page);
  const pasted = await page.locator("textarea").inputValue();
  assert.match(pasted, /^Agreed \*\*terms\*\* \\?<b onclick=/);
  await page.keyboard.press("Escape");
  await settle(page);
  assert.match(await page.locator(".note-text").textContent(), /Agreed terms .*<b onclick/);
  assert.equal(await page.locator(".note-text b").count(), 0);
  await expectOnlyText(page, seen, "a pasted note");
});
