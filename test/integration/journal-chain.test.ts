import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect } from "../../db/open";
import type { CallInput } from "../../main/contract/calls";
import { readJournal } from "../../main/domain/journal-file";
import { openTestConsole, removeDirectory } from "../builders/console";
import type { TestConsole } from "../builders/console";
import { createFakeClock } from "../builders/fake-clock";
import { createFakePanel } from "../builders/fake-panel";

let clock = createFakeClock();
let console: TestConsole;

beforeEach(async () => {
  clock = createFakeClock();
  console = await openTestConsole({ panels: createFakePanel(), clock });
});

afterEach(async () => {
  await console.stop();
  await removeDirectory(console.directory);
});

const newest = async () => (await console.call("journal.list", { limit: 200 })).rows;

/** Changes the stored journal behind the program's back, past its triggers. */
async function tamper(...statements: readonly string[]): Promise<void> {
  const database = connect(join(console.directory, "rackside.sqlite"), []);
  await database.raw("DROP TRIGGER journal_entries_refuse_update");
  await database.raw("DROP TRIGGER journal_entries_refuse_delete");
  for (const statement of statements) await database.raw(statement);
  await database.destroy();
}

describe("a journal that was changed by hand", () => {
  beforeEach(async () => {
    for (const name of ["One", "Two", "Three", "Four"]) await console.call("department.add", { name });
  });

  it.each([
    ["a flipped byte", ["UPDATE journal_entries SET summary = 'Too added' WHERE sequence = 2"], 2, "changed"],
    ["a changed difference", ["UPDATE journal_entries SET changes = '[]' WHERE sequence = 3"], 3, "changed"],
    ["a changed time", ["UPDATE journal_entries SET at = at + 1 WHERE sequence = 1"], 1, "changed"],
    ["a removed row", ["DELETE FROM journal_entries WHERE sequence = 2"], 2, "missing"],
    ["the first rows removed", ["DELETE FROM journal_entries WHERE sequence < 3"], 1, "missing"],
    ["the last row removed", ["DELETE FROM journal_entries WHERE sequence = 4"], 4, "missing"],
    ["all rows removed", ["DELETE FROM journal_entries"], 1, "missing"],
    [
      "a changed hash of the previous",
      ["UPDATE journal_entries SET previous_hash = 'ab' WHERE sequence = 3"],
      3,
      "previous",
    ],
    ["a changed hash", ["UPDATE journal_entries SET hash = previous_hash WHERE sequence = 3"], 3, "changed"],
    [
      "a swapped order",
      [
        "UPDATE journal_entries SET sequence = 99 WHERE sequence = 2",
        "UPDATE journal_entries SET sequence = 2 WHERE sequence = 3",
        "UPDATE journal_entries SET sequence = 3 WHERE sequence = 99",
      ],
      2,
      "previous",
    ],
  ] as const)("is found: %s", async (_, statements, sequence, what) => {
    expect(await console.call("journal.verify", {})).toEqual({ entries: 4, broken: null });
    await tamper(...statements);
    expect(await console.call("journal.verify", {})).toMatchObject({
      entries: sequence - 1,
      broken: { sequence, what },
    });
  });

  it("stays broken when more is entered behind what was removed", async () => {
    await tamper("DELETE FROM journal_entries WHERE sequence = 4");
    await console.call("department.add", { name: "Five" });
    const { broken } = await console.call("journal.verify", {});
    expect(broken).toMatchObject({ sequence: 4, what: "missing" });
  });
});

describe("the list", () => {
  it("tells who, where and what before and after", async () => {
    const department = await console.call("department.add", { name: "Floor" });
    await console.call("department.save", { ...department, name: "Ground floor" });
    expect((await newest())[0]).toMatchObject({
      operator: "Anna",
      workstation: "bench-1",
      via: "command-line",
      call: "department.save",
      entity: "department",
      entityId: department.id,
      changes: [
        {
          record: "department",
          id: department.id,
          kind: "changed",
          differences: [{ field: "name", before: "Floor", after: "Ground floor", isSecret: false }],
        },
      ],
    });
  });

  it("is narrowed by operator, call, entity, time and text, whatever its case", async () => {
    await console.call("department.add", { name: "Цех" });
    await console.call("site-settings.set", { lockAfterMinutes: 5 });
    console.actAs("Boris");
    await console.call("data-centre.add", { name: "Riga" });
    const found = async (filter: CallInput<"journal.list">) =>
      (await console.call("journal.list", filter)).rows.map((row) => row.call);
    expect(await found({ operator: "Boris" })).toEqual(["data-centre.add"]);
    expect(await found({ call: "site-settings.set" })).toEqual(["site-settings.set"]);
    expect(await found({ entity: "department" })).toEqual(["department.add"]);
    expect(await found({ text: "ЦЕХ" })).toEqual(["department.add"]);
    expect(await found({ text: "no such" })).toEqual([]);
    const now = clock.now();
    expect(await found({ from: now + 1 })).toEqual([]);
    expect(await found({ to: now + 1 })).toHaveLength(3);
    expect(await found({ from: 0, to: 1 })).toEqual([]);
  });

  it.each(["csv", "jsonl"] as const)("is exported in pieces as %s that hold together", async (format) => {
    for (let index = 0; index < 3; index += 1) await console.call("department.add", { name: `=1+${String(index)}` });
    const first = await console.call("journal.export", { format });
    expect(first).toMatchObject({ entries: 3, total: 3, last: 3, isEnd: true });
    const rest = await console.call("journal.export", { format, after: 1 });
    expect(first.text.endsWith(rest.text)).toBe(true);
    const lines = readJournal(first.text);
    expect(lines.map((line) => line?.summary)).toEqual(["=1+0 added", "=1+1 added", "=1+2 added"]);
  });
});
