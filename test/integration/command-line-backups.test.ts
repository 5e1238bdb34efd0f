import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder, profileFolder, useCommandLine } from "../builders/command-line";

const rackside = useCommandLine();

async function answer(...words: string[]): Promise<Record<string, unknown>> {
  const { code, output, complaint } = await rackside.asAnna(...words);
  expect(code, output + complaint).toBe(0);
  return JSON.parse(output) as Record<string, unknown>;
}

const departmentsOf = (profile: string) => answer("call", "department.list", "{}", "--profile", profile);

test("a backup is made, listed and restored", async () => {
  const profile = await profileFolder();
  await answer("call", "department.add", '{"name":"Before"}', "--profile", profile);
  const made = (await answer("backup", "make", "--profile", profile))["value"] as { name: string };
  await answer("call", "department.add", '{"name":"After"}', "--profile", profile);
  const listed = (await answer("backup", "list", "--profile", profile))["value"];
  expect(listed).toContainEqual(made);
  await answer("backup", "restore", made.name, "--profile", profile);
  expect((await departmentsOf(profile))["value"]).toMatchObject([{ name: "Before" }]);
});

test("everything is exported, imported into an empty profile and exported again with the same bytes", async () => {
  const [profile, empty, place] = [await profileFolder(), await emptyFolder(), await emptyFolder()];
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
  const again = await rackside.run(["import", first, "--profile", empty]);
  expect([again.code, again.complaint]).toEqual([1, expect.stringContaining("The profile is not empty")]);
});

test("wrong words end with 2, and a profile that is not there is not made by exporting it", async () => {
  const profile = await emptyFolder();
  for (const words of [["backup"], ["backup", "restore"], ["backup", "list", "x"], ["export"], ["import", "a", "b"]])
    expect((await rackside.run([...words, "--profile", profile])).code).toBe(2);
  const missing = await rackside.run(["export", join(profile, "out"), "--profile", join(profile, "nothing")]);
  expect([missing.code, missing.complaint]).toEqual([1, expect.stringContaining("There is no profile in")]);
  expect(await readdir(profile)).toEqual([]);
});
