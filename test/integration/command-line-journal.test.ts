import { access, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { connect } from "../../db/open";
import { emptyFolder, profileFolder, useCommandLine } from "../builders/command-line";

const commandLine = useCommandLine();
const rackside = commandLine.asAnna;

/** A profile with four entries: each command signs in and adds a department. */
async function profileWithEntries(): Promise<string> {
  const profile = await profileFolder();
  for (const name of ["Floor", "=HYPERLINK(1)"])
    await rackside("call", "department.add", JSON.stringify({ name }), "--profile", profile);
  return profile;
}

test("an intact chain is told with its length, a broken one with its first broken link", async () => {
  const profile = await profileWithEntries();
  expect(await rackside("journal", "verify", "--profile", profile)).toEqual({
    code: 0,
    output: "5 entries, chain intact\n",
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
    expect(exported).toMatchObject({ code: 0, output: `5 entries exported to ${file}\n` });
    expect(await rackside("journal", "verify", "--file", file)).toMatchObject({
      code: 0,
      output: "5 entries, chain intact\n",
    });
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace("Floor added", "Flour added"));
    const { code, output } = await rackside("journal", "verify", "--file", file);
    expect(code).toBe(1);
    expect(output).toMatch(/^Broken at entry 2, .*, department\.add: its content was changed\n$/u);
  },
);

test("the chain holds after going back to a backup and after an import", async () => {
  const [profile, empty, place] = [await profileWithEntries(), await emptyFolder(), await emptyFolder()];
  const made = JSON.parse((await rackside("backup", "make", "--profile", profile)).output) as {
    value: { name: string };
  };
  await rackside("call", "department.add", '{"name":"Later"}', "--profile", profile);
  await rackside("backup", "restore", made.value.name, "--profile", profile);
  const intact = (entries: number) => ({ code: 0, output: `${String(entries)} entries, chain intact\n` });
  expect(await rackside("journal", "verify", "--profile", profile)).toMatchObject(intact(7));
  await rackside("export", join(place, "all"), "--profile", profile);
  await rackside("import", join(place, "all"), "--profile", empty);
  expect(await rackside("journal", "verify", "--profile", empty)).toMatchObject(intact(8));
});

test("no file is overwritten, and an empty folder is no profile", async () => {
  const profile = await profileWithEntries();
  const file = join(profile, "there.csv");
  await writeFile(file, "mine");
  expect((await rackside("journal", "export", file, "--profile", profile)).code).toBe(1);
  expect(await readFile(file, "utf8")).toBe("mine");
  const empty = await emptyFolder();
  expect(await rackside("journal", "verify", "--profile", empty)).toMatchObject({
    code: 1,
    complaint: `There is no profile in ${empty}\n`,
  });
});

test("an export that is refused leaves no file", async () => {
  const profile = await profileWithEntries();
  const file = join(profile, "journal.csv");
  expect(await commandLine.run(["journal", "export", file, "--profile", profile])).toMatchObject({
    code: 1,
    complaint: "Sign in first\nSign in with --as NAME, or with --token-file FILE\n",
  });
  await expect(access(file)).rejects.toThrow("ENOENT");
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
