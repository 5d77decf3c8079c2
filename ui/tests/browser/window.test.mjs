import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { goTo, openBrowser, painted, SMALL, selectByTitle, settle, stage } from "./harness.mjs";

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

const part = (page) => page.getByRole("slider", { name: "Part that the timeline shows" });

/** Where that begins, at every moment. */
const place = (page) => part(page).evaluate((element) => element.style.left);

/** What is shown is described once it rests. */
async function shown(page) {
  await page.waitForTimeout(250);
  return part(page).getAttribute("aria-valuetext");
}

describe("the pointer on the timeline", () => {
  it("zooms with the wheel, pans with a drag and measures with Shift", async () => {
    const page = await browser.open();
    const start = await shown(page);
    await page.mouse.move(700, 400);
    await page.mouse.wheel(0, -300);
    await settle(page);
    const closer = await shown(page);
    assert.notEqual(closer, start);
    const before = await place(page);
    await page.mouse.move(1000, 560);
    await page.mouse.down();
    await page.mouse.move(800, 560, { steps: 8 });
    await page.mouse.up();
    await settle(page);
    assert.notEqual(await place(page), before);

    await page.keyboard.down("Shift");
    await page.mouse.move(500, 560);
    await page.mouse.down();
    await page.mouse.move(900, 560, { steps: 8 });
    await page.mouse.up();
    await page.keyboard.up("Shift");
    assert.match(await page.locator(".measure-card").textContent(), /^\d[\d,]* days · .* to /);
  });

  it("scrolls the lanes over their heads", async () => {
    const page = await browser.open({ size: SMALL });
    await page.mouse.move(240, 300);
    await page.mouse.wheel(0, 120);
    await settle(page);
    assert.equal(await stage(page).evaluate((element) => element.scrollTop), 120);
  });
});

describe("the selected event", () => {
  it("is scrolled into view, beside an inspector that lies over the timeline", async () => {
    const page = await browser.open({ size: SMALL });
    await selectByTitle(page, "Five companies");
    await stage(page).press("Enter");
    await settle(page);
    const top = await stage(page).evaluate((element) => element.scrollTop);
    assert.ok(top > 0, "the industry lane is far down");
    const panel = await page.locator(".inspector-panel").boundingBox();
    assert.ok(panel.x > 500 && panel.x < 800);
  });

  it("is the same in every view", async () => {
    const page = await browser.open();
    await selectByTitle(page, "warrants do not reach data");
    const title = await page.locator("#inspector-title").textContent();
    await goTo(page, "Table");
    assert.equal(await page.locator("#inspector-title").textContent(), title);
    await page.getByRole("button", { name: "Show on the timeline" }).click();
    await settle(page);
    assert.equal(await page.locator("#inspector-title").textContent(), title);
    const pressed = page.locator("table button[aria-pressed=true]");
    assert.equal(await pressed.textContent(), title);
  });
});

describe("filters", () => {
  it("hide a lane, count what is left, and are cleared at once", async () => {
    const page = await browser.open();
    await page.getByRole("checkbox", { name: /Appeal/ }).uncheck();
    await settle(page);
    assert.ok(await page.getByText("Showing 73 of 90 events").isVisible());
    await page.getByRole("button", { name: "Clear filters" }).click();
    await settle(page);
    assert.ok(await page.getByText("Showing all 90 events").isVisible());
  });

  it("refuse what is no date beside its field", async () => {
    const page = await browser.open();
    const from = page.getByRole("textbox", { name: "From" });
    await from.fill("whenever");
    await from.press("Enter");
    await settle(page);
    assert.match(await page.locator(".field-error").textContent(), /“whenever” is no date/);
    await from.fill("2018");
    await from.press("Enter");
    await settle(page);
    assert.equal(await page.locator(".field-error").count(), 0);
    assert.equal(await page.getByText(/Showing \d+ of 90 events/).count(), 1);
  });
});

describe("notes", () => {
  it("that were deleted come back from the message that says so", async () => {
    const page = await browser.open();
    await selectByTitle(page, "warrants do not reach data");
    await page.locator("textarea").fill("Ask Congress, not the court.");
    await page.locator("textarea").press("Escape");
    await settle(page);
    await goTo(page, /^Notes/);
    await page
      .locator(".page .note")
      .getByRole("button", { name: /^Delete/ })
      .click();
    await settle(page);
    assert.equal(await page.locator(".page .note").count(), 0);
    await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
    await settle(page);
    assert.equal(await page.locator(".page .note").count(), 1);
  });

  it("are kept when another event is chosen in the middle of a word", async () => {
    const page = await browser.open();
    await selectByTitle(page, "warrants do not reach data");
    await page.locator("textarea").fill("Lynch conc");
    await page.locator(".inspector .event-link").first().click();
    await settle(page);
    await goTo(page, /^Notes/);
    assert.match(await page.locator(".page .note-text").textContent(), /Lynch conc/);
  });
});

it("a casebook that cannot be written says so and offers no field to write in", async () => {
  const page = await browser.open({ query: "?readonly" });
  assert.match(await page.locator(".top-state").textContent(), /read-only/);
  await selectByTitle(page, "warrants do not reach data");
  assert.equal(await page.locator("textarea").count(), 0);
});

describe("what the program refuses", () => {
  const messages = (page) => page.locator(".toasts").getByRole("alert");
  const menu = (entry) => async (page) => {
    await page.getByRole("button", { name: /^Casebook menu/ }).click();
    await page.getByRole("menuitem", { name: entry }).click();
  };
  for (const [command, act] of [
    ["new_casebook", menu(/^New casebook/)],
    ["open_casebook", menu(/^Open…/)],
    ["save_copy", menu(/^Save a copy/)],
    ["preview_import", menu(/^Import/)],
    ["restore_sample", menu(/^Restore/)],
    [
      "export_casebook",
      async (page) => {
        await page.getByRole("button", { name: "Export…" }).click();
        await page.getByRole("button", { name: /^Web page/ }).click();
      },
    ],
    ["get_event", (page) => selectByTitle(page, "warrants do not reach data")],
  ]) {
    it(`is said with what to do, and leaves the window as it was: ${command}`, async () => {
      const page = await browser.open({ query: `?refuse=${command}` });
      await act(page);
      await settle(page);
      const said = await messages(page).textContent();
      assert.match(said, /There is no space left\..*Make space, and try again\./);
      assert.match(await page.locator(".casebook-title").textContent(), /Microsoft Ireland/);
      assert.ok(await stage(page).isVisible());
    });
  }

  it("of a note stays in its field", async () => {
    const page = await browser.open({ query: "?refuse=save_note" });
    await selectByTitle(page, "warrants do not reach data");
    await page.locator("textarea").fill("Not lost");
    await page.waitForTimeout(800);
    assert.match(await messages(page).textContent(), /There is no space left/);
    assert.equal(await page.locator("textarea").inputValue(), "Not lost");
    const state = page.locator(".note-state [role=status]");
    assert.equal(await state.getAttribute("data-state"), "failed");

    // Leaving for another casebook is refused once, and told why.
    await page.keyboard.press("Control+o");
    await settle(page);
    assert.match(await messages(page).textContent(), /A note is not saved yet/);
    assert.equal(await page.locator("textarea").inputValue(), "Not lost");
  });
});

it("text with markup is shown as text", async () => {
  const page = await browser.open();
  await selectByTitle(page, "warrants do not reach data");
  const hostile =
    "<img src=x onerror=alert(1)><script>alert(2)</script> [a](javascript:alert(3))";
  await page.locator("textarea").fill(hostile);
  await page.locator("textarea").press("Escape");
  await settle(page);
  const note = page.locator(".note-text");
  assert.match(await note.textContent(), /<img src=x onerror=alert\(1\)>/);
  assert.equal(await note.locator("img, script, a[href^='javascript']").count(), 0);
});

it("a start that failed says what happened and leads on", async () => {
  const page = await browser.open({ query: "?start=broken" });
  assert.match(await page.locator("main").textContent(), /newer Docketline/);
  await page.getByRole("button", { name: "Open the sample" }).click();
  await settle(page);
  assert.ok(await stage(page).isVisible());
});

it("with little room, the side bar lies over the view and Escape closes it", async () => {
  const page = await browser.open({ size: { width: 760, height: 600 } });
  assert.equal(await page.getByRole("navigation").count(), 0);
  await page.getByRole("button", { name: "Views and filters" }).press("Enter");
  const current = page.getByRole("navigation").getByRole("button", { name: "Timeline" });
  assert.ok(await current.evaluate((element) => element === document.activeElement));
  await page.keyboard.press("Escape");
  assert.equal(await page.getByRole("navigation").count(), 0);
  const active = await page.evaluate(() => document.activeElement.id);
  assert.equal(active, "side-button");
});

it("settings outlive the window", async () => {
  const page = await browser.open();
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByLabel("Dark").click();
  await page.getByLabel("150").click();
  await page.reload();
  await settle(page);
  const root = page.locator("html");
  assert.equal(await root.getAttribute("data-theme"), "dark");
  assert.equal(await root.evaluate((element) => getComputedStyle(element).fontSize), "24px");
});

it("every time zone shows the same dates", async () => {
  // "Etc/GMT+12" is UTC-12: the sign is the other way round.
  const zones = Array.from(
    { length: 27 },
    (_, i) => `Etc/GMT${i > 12 ? "-" : "+"}${Math.abs(12 - i)}`,
  );
  const seen = new Map();
  const page = await browser.open();
  const session = await page.context().newCDPSession(page);
  for (const timezoneId of zones) {
    await session.send("Emulation.setTimezoneOverride", { timezoneId });
    await page.reload();
    await page.waitForSelector(".toasts", { state: "attached" });
    await stage(page).press("End");
    await settle(page);
    const dates = await page.evaluate(() =>
      [...document.querySelectorAll("tbody td:first-child, .event-place, .overview-year")].map(
        (element) => element.textContent,
      ),
    );
    const window = await shown(page);
    assert.ok(dates.length > 20);
    seen.set(JSON.stringify([dates, window]), timezoneId);
  }
  assert.equal(seen.size, 1, [...seen.values()].join(", "));
});

describe("the way through the timeline", () => {
  it("leads back and forward through what was shown, by keys and by buttons", async () => {
    const page = await browser.open();
    const rest = () => page.waitForTimeout(700);
    await rest();
    const start = await shown(page);
    await stage(page).press("0");
    await rest();
    const all = await shown(page);
    assert.notEqual(all, start);
    await stage(page).press("Alt+ArrowLeft");
    await settle(page);
    assert.equal(await shown(page), start);
    await page.getByRole("button", { name: "Forward" }).click();
    await settle(page);
    assert.equal(await shown(page), all);
    assert.ok(await page.getByRole("button", { name: "Forward" }).isDisabled());
  });

  it("fits the selected event, or what was found", async () => {
    const page = await browser.open();
    await selectByTitle(page, "warrants do not reach data");
    await stage(page).press("f");
    await settle(page);
    assert.match(await shown(page), /June 2016 to .*August 2016/);
    await stage(page).press("Escape");
    await page.keyboard.press("Control+k");
    await page.keyboard.insertText("contempt");
    await settle(page);
    await stage(page).press("f");
    await settle(page);
    const years = (await shown(page)).match(/\d{4}/g).map(Number);
    assert.ok(years[0] >= 2013 && years[1] <= 2019, `shown: ${years}`);
  });

  it("glides on after a throw, and not with reduced motion", async () => {
    for (const reducedMotion of ["no-preference", "reduce"]) {
      const page = await browser.open({ reducedMotion });
      await page.mouse.move(1000, 560);
      await page.mouse.down();
      for (let x = 1000; x > 700; x -= 20) await page.mouse.move(x, 560);
      await page.mouse.up();
      // What the hand did last is painted; a glide is over before a slow machine is at rest.
      await painted(page);
      const before = await place(page);
      await page.waitForTimeout(600);
      const glided = (await place(page)) !== before;
      assert.equal(glided, reducedMotion === "no-preference", reducedMotion);
    }
  });
});

describe("Evidence", () => {
  it("reads on when asked, and finds a source by what it supports", async () => {
    const page = await browser.open();
    await goTo(page, /^Evidence/);
    const cards = page.locator("main .source");
    assert.equal(await cards.count(), 100);
    await page.getByRole("button", { name: /^Show \S*100\S* more/ }).press("Enter");
    await settle(page);
    assert.equal(await cards.count(), 200);
    await page.getByRole("textbox", { name: "Find a source" }).fill("contempt sanctions");
    await settle(page);
    const found = await cards.allTextContents();
    assert.ok(found.length > 0 && found.length < 30, `${found.length} sources`);
    assert.ok(found.every((text) => /contempt/i.test(text) && /sanctions/i.test(text)));
  });
});
