import { execFile } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { connect } from "../../db/open";
import { removeDirectory } from "../builders/console";
import { buildChildProgram } from "../db/child";

let program: Awaited<ReturnType<typeof buildChildProgram>>;
beforeAll(async () => {
  program = await buildChildProgram(new URL("../../main/cli/command.ts", import.meta.url));
});
afterAll(() => program.remove());

interface Ended {
  readonly code: number;
  readonly output: string;
  readonly complaint: string;
}

function rackside(...words: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program.file, ...words], (error, output, complaint) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, output, complaint });
    });
  });
}

async function folder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "rackside-cli-"));
  onTestFinished(() => removeDirectory(directory));
  return directory;
}

/** A profile with two entries. */
async function profileWithEntries(): Promise<string> {
  const profile = await folder();
  for (const name of ["Floor", "=HYPERLINK(1)"])
    await rackside("call", "department.add", JSON.stringify({ name }), "--profile", profile);
  return profile;
}

test("an intact chain is told with its length, a broken one with its first broken link", async () => {
  const profile = await profileWithEntries();
  expect(await rackside("journal", "verify", "--profile", profile)).toEqual({
    code: 0,
    output: "2 entries, chain intact\n",
    complaint: "",
  });
  const database = connect(join(profile, "rackside.sqlite"), []);
  await database.raw("DROP TRIGGER journal_entries_refuse_update");
  await database.raw("UPDATE journal_entries SET operator = 'Nobody', at = 0 WHERE sequence = 2");
  await database.destroy();
  expect(await rackside("journal", "verify", "--profile", profile)).toMatchObject({
    code: 1,
    output: "Broken at entry 2, 1970-01-01T00:00:00.000Z, department.add: its content was changed\n",
  });
});

test.each(["csv", "jsonl"])(
  "an export as %s is verified without the profile, and an edit of it is found",
  async (format) => {
    const profile = await profileWithEntries();
    const file = join(profile, `journal.${format}`);
    const exported = await rackside("journal", "export", file, "--format", format, "--profile", profile);
    expect(exported).toMatchObject({ code: 0, output: `2 entries exported to ${file}\n` });
    expect(await rackside("journal", "verify", "--file", file)).toMatchObject({
      code: 0,
      output: "2 entries, chain intact\n",
    });
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace("Floor added", "Flour added"));
    const { code, output } = await rackside("journal", "verify", "--file", file);
    expect(code).toBe(1);
    expect(output).toMatch(/^Broken at entry 1, .*, department\.add: its content was changed\n$/u);
  },
);

test("the chain holds after going back to a backup and after an import", async () => {
  const [profile, empty, place] = [await profileWithEntries(), await folder(), await folder()];
  const made = JSON.parse((await rackside("backup", "make", "--profile", profile)).output) as {
    value: { name: string };
  };
  await rackside("call", "department.add", '{"name":"Later"}', "--profile", profile);
  await rackside("backup", "restore", made.value.name, "--profile", profile);
  const intact = { code: 0, output: "3 entries, chain intact\n" };
  expect(await rackside("journal", "verify", "--profile", profile)).toMatchObject(intact);
  await rackside("export", join(place, "all"), "--profile", profile);
  await rackside("import", join(place, "all"), "--profile", empty);
  expect(await rackside("journal", "verify", "--profile", empty)).toMatchObject(intact);
});

test("no file is overwritten, and an empty folder is no profile", async () => {
  const profile = await profileWithEntries();
  const file = join(profile, "there.csv");
  await writeFile(file, "mine");
  expect((await rackside("journal", "export", file, "--profile", profile)).code).toBe(1);
  expect(await readFile(file, "utf8")).toBe("mine");
  const empty = await folder();
  expect(await rackside("journal", "verify", "--profile", empty)).toMatchObject({
    code: 1,
    complaint: `There is no profile in ${empty}\n`,
  });
});

test.each([
  ["journal"],
  ["journal", "verify", "extra"],
  ["journal", "export"],
  ["journal", "export", "f", "--format", "xml"],
])("wrong words are answered with the usage: %s %s %s %s", async (...words) => {
  const { code, complaint } = await rackside(...words);
  expect(code).toBe(2);
  expect(complaint).toContain("rackside journal verify");
});
