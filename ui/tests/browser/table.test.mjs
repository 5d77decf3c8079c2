import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
  expectAccessible,
  goTo,
  openBrowser,
  SMALL,
  screenshot,
  settle,
  stage,
} from "./harness.mjs";

const MILLION = "?events=1000000";

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

async function openTable(options = {}) {
  const page = await browser.open(options);
  await goTo(page, "Table");
  return page;
}

const grid = (page) => page.getByRole("grid");

async function press(page, ...keys) {
  for (const key of keys) {
    await grid(page).press(key);
    await settle(page);
  }
}

/** The rows that are seen whole, by their number in the table, with their titles. */
const seen = (page) =>
  page.evaluate(() => {
    const { top, bottom } = document.querySelector(".grid-window").getBoundingClientRect();
    return [...document.querySelectorAll(".grid-window [data-row]")]
      .map((row) => ({ row, box: row.getBoundingClientRect() }))
      .filter(({ box }) => box.top >= top - 1 && box.bottom <= bottom + 1)
      .map(({ row }) => ({
        row: Number(row.dataset.row),
        title: row.querySelector(".grid-title").textContent,
        isBusy: row.getAttribute("aria-busy") === "true",
      }))
      .sort((a, b) => a.row - b.row);
  });

/** What the keyboard is in, as a screen reader is told. */
const active = (page) =>
  page.evaluate(() => {
    const grid = document.getElementById("table-grid");
    const element = document.getElementById(grid.getAttribute("aria-activedescendant") ?? "");
    if (!element) return null;
    const row = element.closest("[role=row]");
    return {
      role: element.role,
      text: element.textContent,
      row: Number(row.getAttribute("aria-rowindex")),
      column: Number(element.getAttribute("aria-colindex") ?? 0),
      isSelected: row.getAttribute("aria-selected") === "true",
    };
  });

const scrollTo = (page, share) =>
  page.evaluate((share) => {
    const grid = document.getElementById("table-grid");
    grid.scrollTop = (grid.scrollHeight - grid.clientHeight) * share;
  }, share);

const count = (page) => page.locator(".table-count").textContent();

describe("a million rows", () => {
  it("are scrolled to the very last with the scroll bar, and back", async () => {
    const page = await openTable({ query: MILLION });
    await scrollTo(page, 1);
    await settle(page);
    const last = await seen(page);
    assert.equal(last.at(-1).row, 999_999);
    assert.ok(last.every(({ title, isBusy }) => title.length > 0 && !isBusy));
    await scrollTo(page, 0.5);
    await settle(page);
    const middle = (await seen(page))[0].row;
    assert.ok(middle > 499_000 && middle < 501_000, `in the middle: ${middle}`);
    await scrollTo(page, 0);
    await settle(page);
    assert.equal((await seen(page))[0].row, 0);
  });

  it("move pixel by pixel under the wheel, everywhere, and leave no gap", async () => {
    const page = await openTable({ query: MILLION });
    await page.mouse.move(700, 500);
    for (const share of [0, 0.4, 0.9999]) {
      await scrollTo(page, share);
      await settle(page);
      const before = (await seen(page)).map(({ row }) => row);
      for (let i = 0; i < 3; i += 1) {
        await page.mouse.wheel(0, 132);
        await page.waitForTimeout(60);
      }
      await settle(page);
      const rows = (await seen(page)).map(({ row }) => row);
      assert.ok(Math.abs(rows[0] - before[0] - 9) <= 1, `from ${before[0]} to ${rows[0]}`);
      assert.deepEqual(
        rows,
        rows.map((_, i) => rows[0] + i),
      );
    }
  });

  it("are reached by the keyboard at both ends, and told by number", async () => {
    const page = await openTable({ query: MILLION });
    await press(page, "End");
    assert.deepEqual(
      { ...(await active(page)), text: "" },
      { role: "row", text: "", row: 1_000_001, column: 0, isSelected: true },
    );
    assert.equal((await seen(page)).at(-1).row, 999_999);
    assert.equal(await grid(page).getAttribute("aria-rowcount"), "1000001");
    await press(page, "PageUp");
    const { row } = await active(page);
    assert.ok(row > 999_970 && row < 999_999);
    await press(page, "Home", "ArrowDown");
    assert.equal((await active(page)).row, 3);
    // From a cell, where Home and End stay in the row.
    await press(page, "ArrowRight", "Control+End");
    const { role, row: last, column } = await active(page);
    assert.deepEqual({ role, last, column }, { role: "gridcell", last: 1_000_001, column: 1 });
    assert.equal((await seen(page)).at(-1).row, 999_999);
    await press(page, "Control+Home");
    assert.equal((await active(page)).row, 2);
  });

  it("are told of when they have come, and stand in their order", async () => {
    const page = await openTable({ query: `${MILLION}&delay=600` });
    await press(page, "ArrowDown");
    await grid(page).press("End");
    await page.locator('[role=row][aria-rowindex="1000001"]').waitFor();
    assert.equal(await active(page), null);
    await settle(page);
    const { row, text } = await active(page);
    assert.equal(row, 1_000_001);
    assert.match(text, /Entry/);
    await scrollTo(page, 0.5);
    await settle(page);
    const drawn = () =>
      page
        .locator("[data-row]")
        .evaluateAll((rows) => rows.map((row) => Number(row.dataset.row)));
    for (const key of ["End", "Home"]) {
      await press(page, key);
      await scrollTo(page, 0.5);
      await settle(page);
      const rows = await drawn();
      assert.ok(rows.includes(key === "End" ? 999_999 : 0));
      assert.deepEqual(
        rows,
        [...rows].sort((a, b) => a - b),
      );
    }
  });

  it("that could not be read say why, and are read again", async () => {
    const page = await openTable({ query: MILLION });
    await page.evaluate(() => {
      globalThis.answerForFake = (name) =>
        name === "list_events"
          ? Promise.reject({
              code: "io",
              message: "The drive does not answer.",
              hint: "Plug it in.",
            })
          : undefined;
    });
    await scrollTo(page, 0.5);
    await settle(page);
    const failed = page.locator(".table-failed");
    assert.match(await failed.textContent(), /could not be read.*does not answer.*Plug it in/);
    assert.equal(await page.locator("[aria-busy=true]").count(), 0);
    assert.match(await page.locator("[data-row]").first().textContent(), /Not read/);
    await expectAccessible(page, "rows that could not be read");
    await screenshot(page, "table-failed");
    await page.evaluate(() => {
      globalThis.answerForFake = undefined;
    });
    await failed.getByRole("button", { name: "Try again" }).click();
    await settle(page);
    assert.equal(await failed.count(), 0);
    assert.ok((await seen(page)).every(({ title }) => title.length > 0));
  });

  it("say that they are on their way, and only the last place is waited for", async () => {
    const page = await openTable({ query: `${MILLION}&delay=1000` });
    await settle(page);
    const asked = () => page.evaluate(() => globalThis.fakeCalls.begun);
    const before = await asked();
    for (let i = 1; i <= 40; i += 1) {
      await scrollTo(page, i / 40);
      await page.waitForTimeout(16);
    }
    await page.locator('[role=row][aria-rowindex="1000001"]').waitFor();
    const waiting = await seen(page);
    assert.equal(waiting.at(-1).row, 999_999);
    assert.ok(waiting.every(({ isBusy }) => isBusy));
    assert.equal(waiting[0].title, "");
    assert.match(await page.locator("[aria-busy=true]").first().textContent(), /Loading/);
    await screenshot(page, "table-loading");
    await settle(page);
    assert.ok((await seen(page)).every(({ isBusy }) => !isBusy));
    const questions = (await asked()) - before;
    assert.ok(questions < 10, `${questions} questions for 40 places`);
  });

  it("are sorted, and the selected event stays selected and in sight", async () => {
    const page = await openTable({ query: MILLION });
    await press(page, "End");
    const title = await page.locator("#inspector-title").textContent();
    await page.getByRole("button", { name: "Title" }).click();
    await settle(page);
    assert.equal(
      await page.getByRole("columnheader", { name: "Title" }).getAttribute("aria-sort"),
      "ascending",
    );
    const selected = page.getByRole("row", { selected: true });
    assert.equal(await selected.locator(".grid-title").textContent(), title);
    const titles = (await seen(page)).map((row) => row.title);
    assert.ok(titles.includes(title));
    assert.deepEqual(titles, [...titles].sort());
  });

  it("are all selected without being read, and too many to copy", async () => {
    const page = await openTable({ query: MILLION });
    await press(page, "Home", "Control+a");
    assert.equal(await count(page), "1,000,000 of 1,000,000 events selected");
    await press(page, "Control+c");
    assert.match(
      await page.locator(".toast").textContent(),
      /1,000,000 rows are selected, and 10,000 can be copied at once\. Select and copy them in parts/,
    );
  });

  it("are accessible", async () => {
    const page = await openTable({ query: MILLION });
    await press(page, "End", "Shift+PageUp", "ArrowRight");
    await expectAccessible(page, "a million rows");
    await page.getByRole("button", { name: "Columns" }).click();
    await settle(page);
    await expectAccessible(page, "columns");
  });
});

describe("the keyboard in the table", () => {
  it("goes between cells and into the headings", async () => {
    const page = await openTable();
    await press(page, "ArrowDown", "ArrowRight", "ArrowRight");
    assert.deepEqual(await active(page), {
      role: "gridcell",
      text: "Stored Communications Act becomes law inside ECPA",
      row: 2,
      column: 2,
      isSelected: true,
    });
    await press(page, "ArrowDown", "End");
    assert.deepEqual([(await active(page)).row, (await active(page)).column], [3, 5]);
    await press(page, "ArrowUp", "ArrowUp");
    assert.equal((await active(page)).role, "columnheader");
    await press(page, "Enter", "Enter");
    const court = page.getByRole("columnheader", { name: "Court" });
    assert.equal(await court.getAttribute("aria-sort"), "descending");
    const width = (await court.boundingBox()).width;
    await press(page, "Shift+ArrowRight", "Shift+ArrowRight");
    assert.equal((await court.boundingBox()).width, width + 32);
    await press(page, "Control+Shift+ArrowLeft");
    assert.equal(await court.getAttribute("aria-colindex"), "4");
    assert.equal((await active(page)).text, "Court");
  });

  it("selects several rows, keeps them through another order, and copies them", async () => {
    const page = await openTable();
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await press(page, "ArrowDown", "Shift+ArrowDown", "Control+ArrowDown", "Control+ArrowDown");
    await press(page, "Control+ ");
    assert.equal(await count(page), "3 of 90 events selected");
    const titles = async () =>
      page.getByRole("row", { selected: true }).locator(".grid-title").allTextContents();
    const before = await titles();
    await press(page, "Control+c");
    assert.equal(await page.locator(".toast").textContent(), "Copied 3 rows");
    const text = await page.evaluate(() => navigator.clipboard.readText());
    const lines = text.split("\n").map((line) => line.split("\t"));
    assert.deepEqual(
      lines.slice(1).map((line) => line[1]),
      before,
    );
    assert.equal(lines[0].length, 5);
    await page.getByRole("button", { name: "Date", exact: true }).click();
    await settle(page);
    assert.equal(await count(page), "3 of 90 events selected");
    assert.deepEqual((await titles()).sort(), [...before].sort());
    await press(page, "Escape");
    assert.equal(await count(page), "90 events");
    assert.equal(await page.getByRole("row", { selected: true }).count(), 1);
  });

  it("goes from any row to the headings and back to it, with all that is selected", async () => {
    const page = await openTable();
    await press(page, "ArrowDown", "PageDown", "Shift+ArrowDown", "F2");
    assert.equal((await active(page)).text, "Date");
    await press(page, "ArrowRight", "Enter", "F2");
    const { role, row, isSelected } = await active(page);
    assert.deepEqual({ role, isSelected }, { role: "row", isSelected: true });
    assert.equal(await count(page), "2 of 90 events selected");
    await press(page, "ArrowRight", "F2", "ArrowRight", "ArrowDown");
    const cell = await active(page);
    assert.deepEqual([cell.role, cell.row, cell.column], ["gridcell", row, 2]);
    assert.equal(await count(page), "2 of 90 events selected");
  });

  it("goes on from where it was, and begins in sight", async () => {
    const page = await openTable({ query: MILLION });
    await scrollTo(page, 0.5);
    await settle(page);
    const [first] = await seen(page);
    await press(page, "ArrowDown");
    assert.equal((await active(page)).row, first.row + 2);
    await press(page, "Escape");
    assert.equal(await page.getByRole("row", { selected: true }).count(), 0);
    assert.equal((await active(page)).row, first.row + 2);
    await press(page, "ArrowDown");
    assert.equal((await active(page)).row, first.row + 3);
  });

  it("goes on from the place of what was deleted", async () => {
    const page = await openTable();
    await press(page, "ArrowDown", "PageDown");
    const { row } = await active(page);
    await press(page, "Delete");
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await settle(page);
    assert.equal(await count(page), "89 events");
    assert.equal((await active(page)).row, row);
    assert.equal(await page.getByRole("row", { selected: true }).count(), 0);
    await press(page, "ArrowDown");
    assert.equal((await active(page)).row, row + 1);
  });
});

it("what is selected stays so through an edit that moves it, and its undo", async () => {
  const page = await openTable();
  await page.getByRole("button", { name: "Kind", exact: true }).click();
  await press(page, "ArrowDown", "Shift+ArrowDown", "Shift+ArrowDown");
  const titles = async () => {
    const rows = page.getByRole("row", { selected: true }).locator(".grid-title");
    return (await rows.allTextContents()).sort();
  };
  const before = await titles();
  assert.equal(before.length, 3);
  await press(page, "b");
  const kind = page.getByLabel("Kind", { exact: true });
  await kind.selectOption("warrant");
  await kind.focus();
  await page.keyboard.press("Control+Enter");
  await settle(page);
  assert.equal(await count(page), "3 of 90 events selected");
  assert.deepEqual(await titles(), before);
  assert.notEqual((await active(page)).row, 4);
  await press(page, "Control+z");
  assert.equal(await count(page), "3 of 90 events selected");
  assert.deepEqual(await titles(), before);
});

it("titles of another direction are read in their own", async () => {
  const page = await browser.open();
  // The first in time.
  await page.keyboard.press("n");
  await page.locator(".entry-line").waitFor();
  await page.keyboard.insertText("1 May 1900 בית המשפט (2014) #appeal");
  await settle(page);
  await page.keyboard.press("Enter");
  await settle(page);
  await page.keyboard.press("Escape");
  await goTo(page, "Table");
  await press(page, "Control+Home");
  const direction = (locator) => locator.evaluate((e) => getComputedStyle(e).direction);
  assert.equal(await direction(page.locator(".grid-title .grid-text").first()), "rtl");
  assert.equal(await direction(page.locator(".grid-date .grid-text").first()), "ltr");
  assert.equal(await direction(page.locator("#inspector-title")), "rtl");
});

describe("the pointer in the table", () => {
  it("selects with Shift and Control, and makes a column wider", async () => {
    const page = await openTable();
    const row = (index) => page.locator(`#row-${index} .grid-date`);
    const title = (index) => page.locator(`#row-${index} .grid-title`).textContent();
    const shown = async () => {
      await settle(page);
      return page.locator("#inspector-title").textContent();
    };
    await row(1).click();
    await row(3).click({ modifiers: ["Control"] });
    assert.equal(await shown(), await title(3));
    await row(3).click({ modifiers: ["Control"] });
    assert.equal(await shown(), await title(1));
    await row(1).click();
    await row(4).click({ modifiers: ["Shift"] });
    await row(8).click({ modifiers: ["Control"] });
    await row(2).click({ modifiers: ["Control"] });
    assert.equal(await count(page), "4 of 90 events selected");
    assert.equal(await shown(), await title(1));

    const date = page.getByRole("columnheader", { name: "Date" });
    const { x, y, width, height } = await date.boundingBox();
    await page.mouse.move(x + width, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width + 40, y + height / 2, { steps: 4 });
    await page.mouse.up();
    assert.equal(Math.round((await date.boundingBox()).width), Math.round(width + 40));

    await page.getByRole("button", { name: "Title" }).click();
    await settle(page);
    await page.keyboard.press("Control+Home");
    assert.equal((await active(page)).row, 2);
  });
});

it("columns are chosen and moved, and remembered for the casebook", async () => {
  const page = await openTable();
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("checkbox", { name: "Docket" }).check();
  await page.getByRole("checkbox", { name: "Court" }).uncheck();
  await page.getByRole("button", { name: "Move Docket to the left" }).click();
  await page.keyboard.press("Escape");
  const heads = () => page.getByRole("columnheader").allTextContents();
  const wanted = ["Date", "Title", "Kind", "Docket", "Lane"];
  assert.deepEqual(await heads(), wanted);
  await page.reload();
  await settle(page);
  await goTo(page, "Table");
  assert.deepEqual(await heads(), wanted);
});

it("an event that is selected elsewhere is gone to", async () => {
  const page = await browser.open({ query: MILLION, size: SMALL });
  await stage(page).press("Home");
  await settle(page);
  await goTo(page, "Table");
  await press(page, "End");
  const title = await page.locator(".grid-row[aria-selected=true] .grid-title").textContent();
  await goTo(page, "Timeline");
  await goTo(page, "Table");
  const selected = page.getByRole("row", { selected: true });
  assert.equal(await selected.locator(".grid-title").textContent(), title);
  assert.equal((await seen(page)).at(-1).row, 999_999);
});

for (const [name, size] of Object.entries({
  wide: { width: 1440, height: 900 },
  small: SMALL,
})) {
  it(`pictures of the table, ${name}`, async () => {
    const many = await openTable({ query: MILLION, size });
    await press(many, "End", "Shift+ArrowUp", "Shift+ArrowUp", "ArrowRight");
    await screenshot(many, `table-million-${name}`);
    const none = await openTable({ query: "?start=empty", size });
    await screenshot(none, `table-empty-${name}`);
    const columns = await openTable({ size });
    await press(columns, "ArrowDown", "Shift+PageDown");
    await columns.getByRole("button", { name: "Columns" }).click();
    await settle(columns);
    await screenshot(columns, `table-columns-${name}`);
  });
}
