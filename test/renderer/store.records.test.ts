import { describe, expect, test } from "vitest";
import { absorb, freshen } from "../../renderer/stores/records";

const newer = { id: "task-1", revision: 5, state: "done" };
const older = { id: "task-1", revision: 4, state: "in-work" };

describe("records", () => {
  test("an older revision never replaces a newer one, however late it arrives", () => {
    const records = absorb(absorb(new Map(), { task: newer }), { rows: [older] });
    expect(records.get("task-1")).toEqual(newer);
  });

  test("a newer revision replaces an older one", () => {
    const records = absorb(absorb(new Map(), older), newer);
    expect(records.get("task-1")).toEqual(newer);
  });

  test("an answer that arrives late is shown with the newer record in place of its older one", () => {
    const records = absorb(new Map(), newer);
    expect(freshen({ rows: [older], total: 1 }, records)).toEqual({ rows: [newer], total: 1 });
  });

  test("fields that only the older answer carries stay", () => {
    const records = absorb(new Map(), newer);
    expect(freshen({ ...older, rack: "A01" }, records)).toEqual({ ...newer, rack: "A01" });
  });

  test("an answer with nothing older stays the same object, so that nothing is drawn again", () => {
    const answer = { rows: [newer], nested: { list: [1, 2] } };
    expect(freshen(answer, absorb(new Map(), answer))).toBe(answer);
  });
});
