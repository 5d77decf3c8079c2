import { after, before, it } from "node:test";
import {
  goTo,
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

const OPINION = "warrants do not reach data";
const SIZES = { wide: WIDE, small: SMALL };

for (const [name, size] of Object.entries(SIZES)) {
  it(`pictures of every view, ${name}`, async () => {
    const page = await browser.open({ size });
    const shoot = (what) => screenshot(page, `${what}-${name}`);
    await shoot("timeline");
    await selectByTitle(page, OPINION);
    await page.locator("#timeline-stage").press("Enter");
    await settle(page);
    await shoot("selected");
    for (const view of ["Table", "Evidence", "Principles", "Notes"]) {
      await goTo(page, new RegExp(`^${view}`));
      await shoot(view.toLowerCase());
    }
    const empty = await browser.open({ size, query: "?start=empty" });
    await screenshot(empty, `empty-${name}`);
  });
}
