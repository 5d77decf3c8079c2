import { beforeEach, expect, it } from "vitest";
import { draftKey, keepDraft, settleDraft, useContents } from "./contents";

const LANE = { kind: "lane", id: "", name: "Appeals" } as const;
const drafts = () => Object.fromEntries(useContents.getState().drafts);

beforeEach(() => useContents.setState({ drafts: new Map() }));

it("a draft is gone once it is saved", () => {
  keepDraft(draftKey("lane", "appeal"), LANE);
  expect(settleDraft("lane", "appeal", LANE, "appeal")).toBe(false);
  expect(drafts()).toEqual({});
});

it("what was typed while a record was being saved goes on as its draft", () => {
  const more = { ...LANE, name: "Appeals of 2016" };
  keepDraft(draftKey("lane", ""), more);
  expect(settleDraft("lane", null, LANE, "appeals")).toBe(true);
  expect(drafts()).toEqual({ "lane appeals": { ...more, id: "appeals" } });
});
