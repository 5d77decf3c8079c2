import { beforeEach, expect, it } from "vitest";
import { draftKey, keepDraft, settleDraft, useContents } from "./contents";

const LANE = { kind: "lane", id: "", name: "Appeals" } as const;
const BLANK = { ...LANE, name: "" };
const drafts = () => Object.fromEntries(useContents.getState().drafts);

beforeEach(() => useContents.setState({ drafts: new Map() }));

it("a draft is gone once it is saved", () => {
  keepDraft(draftKey("lane", "appeal"), { before: BLANK, record: LANE });
  expect(settleDraft("lane", "appeal", LANE, "appeal")).toBe(false);
  expect(drafts()).toEqual({});
});

it("what was typed while a record was being saved goes on as its draft", () => {
  const more = { ...LANE, name: "Appeals of 2016" };
  keepDraft(draftKey("lane", ""), { before: BLANK, record: more });
  expect(settleDraft("lane", null, LANE, "appeals")).toBe(true);
  // What was saved is what stood in the form from then on.
  expect(drafts()).toEqual({
    "lane appeals": { before: { ...LANE, id: "appeals" }, record: { ...more, id: "appeals" } },
  });
});
