import { beforeEach, describe, expect, it, vi } from "vitest";
import { type DraftState, NoteDraft, type SaveNote } from "./note_draft";

beforeEach(() => {
  vi.useFakeTimers();
});

function draftWith(save: SaveNote, markdown = "") {
  const states: DraftState[] = [];
  const start = { note: markdown ? "old" : null, markdown };
  return { draft: new NoteDraft(start, save, (state) => states.push(state)), states };
}

describe("a note that is being written", () => {
  it("is saved when the writer pauses", async () => {
    const save = vi.fn(async () => "n1");
    const { draft, states } = draftWith(save);
    draft.write("Lynch");
    draft.write("Lynch concurs");
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(600);
    expect(save.mock.calls).toEqual([[null, "Lynch concurs"]]);
    expect(states).toEqual(["typing", "typing", "saving", "saved"]);
  });

  it("is created once, however fast its text grows", async () => {
    const saved: [string | null, string][] = [];
    const save: SaveNote = async (note, markdown) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      saved.push([note, markdown]);
      return note ?? "n1";
    };
    const { draft } = draftWith(save);
    draft.write("a");
    void draft.flush();
    draft.write("ab");
    void draft.flush();
    draft.write("abc");
    const done = draft.flush();
    await vi.runAllTimersAsync();
    await done;
    expect(saved).toEqual([
      [null, "a"],
      ["n1", "abc"],
    ]);
    expect(draft.isSaved).toBe(true);
  });

  it("is left alone while it has no text", async () => {
    const save = vi.fn(async () => "n1");
    const { draft } = draftWith(save);
    draft.write("   ");
    await draft.flush();
    expect(save).not.toHaveBeenCalled();
    expect(draft.isSaved).toBe(true);
  });

  it("keeps its text to be tried again when it could not be saved", async () => {
    const save = vi
      .fn<SaveNote>()
      .mockRejectedValueOnce(new Error("full"))
      .mockResolvedValue("n1");
    const { draft, states } = draftWith(save);
    draft.write("Lynch");
    await draft.flush();
    expect(draft.isSaved).toBe(false);
    expect(states.at(-1)).toBe("failed");
    await draft.flush();
    expect(draft.isSaved).toBe(true);
    expect(states.at(-1)).toBe("saved");
  });

  it("is not saved again when nothing was changed", async () => {
    const save = vi.fn(async () => "old");
    const { draft } = draftWith(save, "as it was");
    await draft.flush();
    expect(save).not.toHaveBeenCalled();
  });
});
