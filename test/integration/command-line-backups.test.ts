import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
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

async function answer(...words: string[]): Promise<Record<string, unknown>> {
  const { code, output, complaint } = await rackside(...words);
  expect(code, output + complaint).toBe(0);
  return JSON.parse(output) as Record<string, unknown>;
}

async function folder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "rackside-cli-"));
  onTestFinished(() => removeDirectory(directory));
  return directory;
}

const departmentsOf = (profile: string) => answer("call", "department.list", "{}", "--profile", profile);

test("a backup is made, listed and restored", async () => {
  const profile = await folder();
  await answer("call", "department.add", '{"name":"Before"}', "--profile", profile);
  const made = (await answer("backup", "make", "--profile", profile))["value"] as { name: string };
  await answer("call", "department.add", '{"name":"After"}', "--profile", profile);
  const listed = (await answer("backup", "list", "--profile", profile))["value"];
  expect(listed).toContainEqual(made);
  await answer("backup", "restore", made.name, "--profile", profile, "--as", "Script");
  expect((await departmentsOf(profile))["value"]).toMatchObject([{ name: "Before" }]);
});

test("everything is exported, imported into an empty profile and exported again with the same bytes", async () => {
  const [profile, empty, place] = [await folder(), await folder(), await folder()];
  await answer("call", "department.add", '{"name":"Floor"}', "--profile", profile);
  const first = join(place, "first");
  const second = join(place, "second");
  expect((await answer("export", first, "--profile", profile))["rows"]).toBeGreaterThan(0);
  await answer("import", first, "--profile", empty);
  await answer("export", second, "--profile", empty);
  const names = await readdir(first);
  expect(names).toContain("manifest.json");
  expect(await readdir(second)).toEqual(names);
  for (const name of names)
    expect(await readFile(join(second, name), "utf8")).toBe(await readFile(join(first, name), "utf8"));
  expect((await departmentsOf(empty))["value"]).toMatchObject([{ name: "Floor" }]);
  const again = await rackside("import", first, "--profile", empty);
  expect([again.code, again.complaint]).toEqual([1, expect.stringContaining("The profile is not empty")]);
});

test("wrong words end with 2, and a profile that is not there is not made by exporting it", async () => {
  const profile = await folder();
  for (const words of [["backup"], ["backup", "restore"], ["backup", "list", "x"], ["export"], ["import", "a", "b"]])
    expect((await rackside(...words, "--profile", profile)).code).toBe(2);
  const missing = await rackside("export", join(profile, "out"), "--profile", join(profile, "nothing"));
  expect([missing.code, missing.complaint]).toEqual([1, expect.stringContaining("There is no profile in")]);
  expect(await readdir(profile)).toEqual([]);
});
