import { describe, expect, test } from "vitest";
import { absorb, freshen, type Records } from "../../renderer/stores/records";

const newer = { id: "task-1", revision: 5, state: "done" };
const older = { id: "task-1", revision: 4, state: "in-work" };

function known(...answers: readonly unknown[]): Records {
  const records: Records = new Map();
  for (const answer of answers) absorb(records, answer);
  return records;
}

describe("records", () => {
  test("an older revision never replaces a newer one, however late it arrives", () => {
    const records = known({ task: newer }, { rows: [older] });
    expect(records.get("task-1")).toEqual(newer);
  });

  test("a newer revision replaces an older one", () => {
    const records = known(older, newer);
    expect(records.get("task-1")).toEqual(newer);
  });

  test("an answer that arrives late is shown with the newer record in place of its older one", () => {
    const records = known(newer);
    expect(freshen({ rows: [older], total: 1 }, records)).toEqual({ rows: [newer], total: 1 });
  });

  test("fields that only the older answer carries stay", () => {
    const records = known(newer);
    expect(freshen({ ...older, rack: "A01" }, records)).toEqual({ ...newer, rack: "A01" });
  });

  test("an answer with nothing older stays the same object, so that nothing is drawn again", () => {
    const answer = { rows: [newer], nested: { list: [1, 2] } };
    expect(freshen(answer, known(answer))).toBe(answer);
  });

  test("an answer tells whether others may show one of its records as it was", () => {
    expect(absorb(known(older), newer).hasNewer).toBe(true);
    expect(absorb(known(newer), older).hasNewer).toBe(false);
    expect(absorb(known(older), { rows: [older, { id: "task-2", revision: 9 }] }).hasNewer).toBe(false);
  });

  test("an answer tells whether one of its own records is known as it is now", () => {
    expect(absorb(known(newer), { rows: [older] }).hasOlder).toBe(true);
    expect(absorb(known(older), { rows: [older, newer] }).hasOlder).toBe(false);
  });

  test("what was met last is kept, however many come", () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ({ id: `row-${String(index)}`, revision: 1 }));
    const records = known(many, newer, many.slice(0, 1));
    expect(records.size).toBe(20_000);
    expect([records.has("row-0"), records.has("row-1"), records.has("task-1")]).toEqual([true, false, true]);
  });
});
