import { describe, expect, it } from "vitest";
import {
  dropValue,
  forgetForm,
  isWritten,
  keepForm,
  keepValue,
  keptForm,
  keptValue,
  scopeOf,
} from "./kept";

describe("a form that was not left", () => {
  it("is there again with what was typed, until it is left", () => {
    const scope = scopeOf("relations 7", "new");
    keepForm("relations 7", "new");
    keepValue(scope, "note", "half a sen");
    expect(keptForm("relations 7")).toBe("new");
    expect(keptValue(scope, "note")).toBe("half a sen");
    expect(keptValue(scopeOf("relations 8", "new"), "note")).toBeUndefined();
    forgetForm("relations 7", "new");
    expect(keptForm("relations 7")).toBeNull();
    expect(keptValue(scope, "note")).toBeUndefined();
  });

  it("keeps nothing of a field that was put back", () => {
    const scope = scopeOf("relations 7", "new");
    keepValue(scope, "note", "half a sen");
    expect(isWritten("relations 7", "new")).toBe(true);
    dropValue(scope, "note");
    expect(isWritten("relations 7", "new")).toBe(false);
    expect(keptValue(scope, "note")).toBeUndefined();
  });
});
