import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { goTo, openBrowser, settle } from "./harness.mjs";

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

const focused = (page) =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    return {
      id: element.id,
      name: element.getAttribute("aria-label") ?? element.textContent.trim(),
      tag: element.tagName,
    };
  });

async function press(page, keys) {
  for (const key of keys) {
    await page.keyboard.press(key);
    await settle(page);
  }
}

for (const view of [
  "Timeline",
  "Procedure",
  "Table",
  "Evidence",
  "Notes",
  "Principles",
  "Contents",
  "Check",
  "History",
]) {
  it(`Tab reaches every control of the window and comes round again: ${view}`, async () => {
    const page = await browser.open();
    await press(page, ["Control+k"]);
    await page.keyboard.insertText("warrants do not reach data");
    await settle(page);
    await press(page, ["ArrowDown", "Enter"]);
    await goTo(page, new RegExp(`^${view}`));
    await page.evaluate(() => document.activeElement.blur());

    const wanted = await page.evaluate(() => {
      const controls = [
        ...document.querySelectorAll(
          "a[href], button, input, textarea, [tabindex='0'], summary",
        ),
      ].filter(
        (element) =>
          element.tabIndex >= 0 && !element.matches(":disabled") && element.checkVisibility(),
      );
      controls.forEach((element, index) => {
        element.dataset.control = String(index);
      });
      return controls.length;
    });
    const reached = new Set();
    for (let i = 0; i < wanted + 20; i += 1) {
      await page.keyboard.press("Tab");
      const control = await page.evaluate(
        () => document.activeElement.dataset?.control ?? null,
      );
      if (control !== null) reached.add(control);
    }
    const missed = await page.evaluate(
      (seen) =>
        [...document.querySelectorAll("[data-control]")]
          .filter((element) => !seen.includes(element.dataset.control))
          .map((element) => element.outerHTML.slice(0, 120)),
      [...reached],
    );
    assert.deepEqual(missed, []);
  });
}

it("both clocks are set and cleared by the keyboard alone", async () => {
  const page = await browser.open();
  for (const [clock, unset] of [
    ["As of", "the last day"],
    ["As known", "today"],
  ]) {
    const button = page.getByRole("button", { name: new RegExp(`^${clock}`) });
    await button.focus();
    await press(page, ["Enter"]);
    await page.keyboard.insertText("14 July 2016");
    await press(page, ["Enter"]);
    assert.match(await button.textContent(), /14 July 2016/);
    assert.match((await focused(page)).name, new RegExp(`^${clock}`));
    await press(page, ["Enter"]);
    for (let i = 0; i < 5 && (await focused(page)).name !== "Clear the day"; i += 1) {
      await page.keyboard.press("Tab");
    }
    await press(page, ["Enter"]);
    assert.match(await button.textContent(), new RegExp(unset));
  }
});

it("the keyboard alone finds an event, reads it, writes a note and undoes it", async () => {
  const page = await browser.open();
  await press(page, ["/"]);
  assert.equal((await focused(page)).id, "search-field");
  await page.keyboard.insertText("held in civil contempt");
  await settle(page);
  await press(page, ["ArrowDown", "Enter"]);
  assert.equal((await focused(page)).id, "timeline-stage");
  const said = await page.locator(".timeline > [role=status]").textContent();
  assert.match(said, /^Microsoft held in civil contempt.*8 September 2014\. Case, Contempt\.$/);

  await press(page, ["Enter"]);
  assert.equal((await focused(page)).id, "inspector-title");
  for (let i = 0; i < 60 && (await focused(page)).tag !== "TEXTAREA"; i += 1) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.insertText("Agreed so that the appeal could **proceed**.");
  await page.waitForTimeout(800);
  assert.equal(await page.locator(".note-state [role=status]").textContent(), "Saved");
  await press(page, ["Escape"]);
  assert.equal((await focused(page)).id, "timeline-stage");
  assert.equal(await page.locator(".note-text strong").textContent(), "proceed");

  await press(page, ["Control+z"]);
  assert.equal(await page.locator(".note").count(), 0);
  assert.match(await page.locator(".toast").first().textContent(), /^Undid: Note on/);
  await press(page, ["Control+Shift+z"]);
  assert.equal(await page.locator(".note").count(), 1);
});

it("arrows move between events in time and between lanes, and keep them in view", async () => {
  const page = await browser.open();
  await page.locator("#timeline-stage").focus();
  const title = () => page.locator("#inspector-title").textContent();
  await press(page, ["Home"]);
  assert.equal(await title(), "Stored Communications Act becomes law inside ECPA");
  await press(page, ["ArrowRight"]);
  assert.equal(await title(), "US-Ireland mutual legal assistance treaty enters into force");
  await press(page, ["ArrowUp"]);
  const lane = await page.locator(".event-kind").textContent();
  assert.match(lane, /^Surveillance reform/);
  await press(page, ["End"]);
  const window = page.getByRole("slider", { name: "Part that the timeline shows" });
  const years = (await window.getAttribute("aria-valuetext")).match(/\d{4}/g).map(Number);
  assert.ok(years[0] < 2026 && years[1] >= 2026, `shown: ${years}`);
  await press(page, ["ArrowLeft", "Escape"]);
  assert.equal(await page.locator("#inspector-title").count(), 0);
});

it("plus, minus, zero and the page keys move the viewport", async () => {
  const page = await browser.open();
  await page.locator("#timeline-stage").focus();
  const window = page.getByRole("slider", { name: "Part that the timeline shows" });
  const shown = () => window.getAttribute("aria-valuetext");
  const start = await shown();
  await press(page, ["+"]);
  const closer = await shown();
  assert.notEqual(closer, start);
  await press(page, ["-"]);
  assert.equal(await shown(), start);
  await press(page, ["PageDown"]);
  assert.notEqual(await shown(), start);
  await press(page, ["0"]);
  assert.match(await shown(), /1985 to .*2027$/);
  await window.focus();
  await press(page, ["ArrowLeft"]);
  assert.doesNotMatch(await shown(), /2027$/);
});

it("the table moves by rows and opens the event of the row", async () => {
  const page = await browser.open();
  await page.getByRole("navigation").getByRole("button", { name: "Table" }).focus();
  await press(page, ["Enter"]);
  const grid = page.getByRole("grid");
  await grid.focus();
  await press(page, ["ArrowDown", "ArrowDown"]);
  assert.equal(
    await grid.getByRole("row", { selected: true }).locator(".grid-title").textContent(),
    "US-Ireland mutual legal assistance treaty enters into force",
  );
  await press(page, ["End", "Enter"]);
  assert.deepEqual(
    [(await focused(page)).id, (await focused(page)).name],
    ["inspector-title", "Congress keeps Section 702 alive with two short extensions"],
  );
});

it("F3 steps through the results, round the end", async () => {
  const page = await browser.open();
  await press(page, ["Control+k"]);
  await page.keyboard.insertText("contempt");
  await settle(page);
  const titles = [];
  for (let i = 0; i < 5; i += 1) {
    await press(page, ["F3"]);
    titles.push(await page.locator("#inspector-title").textContent());
  }
  assert.equal(new Set(titles).size, 4);
  assert.equal(titles[4], titles[0]);
});

it("a dialog closes with Escape and gives the focus back", async () => {
  const page = await browser.open();
  await page.getByRole("button", { name: "Export…" }).focus();
  await press(page, ["Enter"]);
  assert.equal(await page.getByRole("dialog").count(), 1);
  await press(page, ["Escape"]);
  assert.equal(await page.getByRole("dialog").count(), 0);
  assert.equal((await focused(page)).name, "Export…");
});
