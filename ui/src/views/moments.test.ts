import { describe, expect, it } from "vitest";
import { dayOfMoment, endOfDay, timeOfMoment, writtenAt } from "./moments";

describe("moments", () => {
  it("are said by day and time of the reader's clock", () => {
    // Without a zone it is the reader's own time.
    const moment = "2026-11-21T09:30:00";
    expect(writtenAt(moment)).toBe("21 Nov 2026, 09:30");
    expect(dayOfMoment(moment)).toBe("Saturday 21 November 2026");
    expect(timeOfMoment(moment)).toBe("09:30");
    expect(writtenAt("once")).toBe("once");
  });

  it("end a day where the next begins, over the end of a year too", () => {
    expect(dayOfMoment(endOfDay("2026-12-31"))).toBe("Friday 1 January 2027");
    expect(timeOfMoment(endOfDay("2026-12-31"))).toBe("00:00");
    expect(endOfDay("2026-02-28")).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00Z$/);
  });
});
