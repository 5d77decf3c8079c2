import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import {
  expectAccessible,
  openBrowser,
  SMALL,
  screenshot,
  selectByTitle,
  settle,
  WIDE,
} from "./harness.mjs";

let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

const button = (page, name) => page.getByRole("button", { name });
const notice = (page, text) => page.locator(".safety-notice").filter({ hasText: text });
const openBackups = async (page) => {
  await button(page, /^Casebook menu/).click();
  await page.getByRole("menuitem", { name: "Backups…" }).click();
  await settle(page);
  return page.getByRole("dialog");
};

describe("what happened to the file of a casebook", () => {
  for (const [trouble, text, actions] of [
    ["gone", /moved, deleted or replaced.*still open here/, ["Save a copy and go on there…"]],
    ["permission", /may not be written/, ["Save a copy and go on there…"]],
    ["in-use", /open for writing: process 4711 on ada-desk/, ["Save a copy…"]],
    ["free", /has closed it/, ["Write here"]],
    ["damaged", /is damaged/, ["Recover into a new file…", "Backups…"]],
    ["cloud", /kept in step by Dropbox/, ["I know"]],
    ["backup", /No backup could be made.*no space left/, ["Backups…"]],
  ]) {
    it(`is said with what to do: ${trouble}`, async () => {
      const page = await browser.open({ query: `?trouble=${trouble}` });
      const shown = notice(page, text);
      await shown.waitFor();
      for (const name of actions) {
        assert.equal(await shown.getByRole("button", { name, exact: true }).count(), 1, name);
      }
    });
  }

  it("is said of a drive without space", async () => {
    const page = await browser.open({ query: "?refuse=save_note" });
    await selectByTitle(page, "warrants do not reach data");
    await page.locator("textarea").fill("No space for this");
    await page.locator("textarea").press("Escape");
    await notice(page, /no space left.*nothing of it is there by half/).waitFor();
    assert.equal(await page.locator("textarea").inputValue(), "No space for this");
  });

  it("is over once it is written here, or gone on with in a copy", async () => {
    for (const [trouble, name] of [
      ["free", "Write here"],
      ["permission", "Save a copy and go on there…"],
    ]) {
      const page = await browser.open({ query: `?trouble=${trouble}` });
      await button(page, name).focus();
      await page.keyboard.press("Enter");
      await settle(page);
      assert.equal(await page.locator(".safety-notice").count(), 0, trouble);
    }
  });

  it("is known about a cloud for as long as the casebook stays there", async () => {
    const page = await browser.open({ query: "?trouble=cloud" });
    await button(page, "I know").click();
    await page.reload();
    await settle(page);
    assert.equal(await page.locator(".safety-notice").count(), 0);
  });
});

describe("backups", () => {
  it("say what each holds, how it differs, and are restored into a new file", async () => {
    const page = await browser.open({ query: "?past=some" });
    const dialog = await openBackups(page);
    assert.equal(await dialog.locator(".backup").count(), 5);
    await dialog.getByText("nothing was done since").waitFor();
    const third = dialog.getByRole("button", { name: /27 changes since/ });
    await third.focus();
    await page.keyboard.press("Enter");
    await settle(page);
    await dialog.getByText(/88 events, \d+ relations/).waitFor();
    await dialog.getByText("What is different in it from the casebook now:").waitFor();
    assert.ok((await dialog.getByLabel("What would change").locator("li").count()) > 0);
    await dialog.getByRole("button", { name: "Restore into a new file…" }).click();
    await settle(page);
    assert.equal(await page.getByRole("dialog").count(), 0);
    await page.getByText(/Restored into .*\(restored\)\.casebook/).waitFor();
  });

  it("are found in the settings, with the folder and the last one", async () => {
    const page = await browser.open();
    await button(page, "Settings").click();
    await settle(page);
    await page.getByText(/Last one: 21 Nov 2026/).waitFor();
    await page.getByText(/backups\/Microsoft Ireland-1f/).waitFor();
  });

  it("are offered where the casebook does not open", async () => {
    const page = await browser.open({ query: "?start=broken" });
    await button(page, "Restore one of 5 backups…").click();
    await settle(page);
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /3 changes since/ })
      .click();
    await button(page, "Restore into a new file…").click();
    await settle(page);
    await page.getByRole("heading", { name: /Microsoft Ireland/ }).waitFor();
  });
});

it("a backup is restored once, however often its button is pressed", async () => {
  const page = await browser.open();
  const dialog = await openBackups(page);
  await dialog.getByRole("button", { name: /3 changes since/ }).click();
  await page.evaluate(() => {
    globalThis.asked = 0;
    globalThis.answerForFake = (name) => {
      if (name !== "restore_backup") return undefined;
      globalThis.asked += 1;
      return new Promise((resolve) => setTimeout(() => resolve(undefined), 300));
    };
  });
  await button(page, "Restore into a new file…").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => globalThis.asked), 1);
});

it("a recovery says what was saved and what was not, and opens it", async () => {
  const page = await browser.open({ query: "?trouble=damaged" });
  await button(page, "Recover into a new file…").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/It holds 88 events/).waitFor();
  assert.equal(await dialog.locator(".go-back-changes li").count(), 3);
  await dialog.getByRole("button", { name: "Open it" }).click();
  await settle(page);
  assert.equal(await page.getByRole("dialog").count(), 0);
});

for (const [name, size] of Object.entries({ wide: WIDE, small: SMALL })) {
  it(`is accessible and pictured, ${name}`, async () => {
    const shoot = async (page, what) => {
      await expectAccessible(page, `${what}, ${name}`);
      await screenshot(page, `${what}-${name}`);
    };
    for (const trouble of ["gone", "in-use", "damaged", "cloud"]) {
      const page = await browser.open({ size, query: `?trouble=${trouble}` });
      await shoot(page, `trouble-${trouble}`);
      if (trouble !== "damaged") continue;
      await button(page, "Recover into a new file…").click();
      await settle(page);
      await shoot(page, "recovery");
    }
    const page = await browser.open({ size, query: "?past=some" });
    const dialog = await openBackups(page);
    await dialog.getByRole("button", { name: /27 changes since/ }).click();
    await settle(page);
    await shoot(page, "backups");
    const broken = await browser.open({ size, query: "?start=broken" });
    await shoot(broken, "failed-with-backups");
  });
}
