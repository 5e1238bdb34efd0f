import { spawn } from "node:child_process";
import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { CallName } from "../../main/contract/calls";
import { emptyFolder, profileFolder, useCommandLine } from "../builders/command-line";
import { testPassphrase } from "../builders/operators";

const commandLine = useCommandLine();
const { run } = commandLine;
const ofSecrets = "the passphrase of the secrets";
const describeAs = (profile: string, lines: readonly string[]) =>
  run(["call", "console.describe", "--profile", profile, "--as", "Anna"], lines);

/** A site that was set up at the command line, and its recovery code. */
async function siteFolder(): Promise<{ readonly profile: string; readonly recoveryCode: string }> {
  const profile = await emptyFolder();
  const words = ["set-up", "--as", "Anna", "--profile", profile];
  const { code, output, complaint } = await run(words, [testPassphrase, ofSecrets]);
  expect(code, complaint).toBe(0);
  return { profile, recoveryCode: output.trimEnd() };
}

function valueOf({ output }: { readonly output: string }): Record<string, unknown> {
  const result = JSON.parse(output) as { readonly ok: boolean; readonly value: Record<string, unknown> };
  expect(result).toMatchObject({ ok: true });
  return result.value;
}

test("set-up makes the first administrator once, and standard output has the recovery code alone", async () => {
  const { profile, recoveryCode } = await siteFolder();
  expect(recoveryCode).toMatch(/^(?:[A-Z0-9]{4}-){6}[A-Z0-9]{4}$/u);
  const described = valueOf(await describeAs(profile, [testPassphrase, ofSecrets]));
  expect(described).toMatchObject({ access: "signed-in", operator: "Anna", role: "administrator" });
  const again = await run(["set-up", "--as", "Eve", "--profile", profile], [testPassphrase, ofSecrets]);
  expect(again).toMatchObject({ code: 1, output: "", complaint: expect.stringContaining("Anna") as string });
});

test("the second line opens the secrets; without it everything else goes on", async () => {
  const { profile } = await siteFolder();
  const vaultOf = async (...lines: string[]) => valueOf(await describeAs(profile, lines))["vault"];
  expect(await vaultOf(testPassphrase, ofSecrets)).toMatchObject({ protection: "passphrase", isOpen: true });
  expect(await vaultOf(testPassphrase)).toMatchObject({ protection: "passphrase", isOpen: false });
  const wrong = await describeAs(profile, [testPassphrase, "not the passphrase"]);
  expect([wrong.code, wrong.output]).toEqual([1, ""]);
});

test("a wrong PIN or passphrase ends with 1 and its reason, and waits from one command to the next", async () => {
  const profile = await profileFolder();
  const complaints: string[] = [];
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const { code, output, complaint } = await describeAs(profile, ["wrong"]);
    expect([code, output]).toEqual([1, ""]);
    complaints.push(complaint);
  }
  expect(complaints.slice(0, 3)).toEqual(Array(3).fill("This passphrase is wrong\n"));
  expect(complaints[3]).toBe("This passphrase is wrong. Wait 5 seconds before the next attempt\n");
  expect(complaints[4]).toMatch(/^Too many wrong attempts\. Wait \d seconds before the next attempt\n$/u);
});

test("an input that ends before the secret is no attempt", async () => {
  const profile = await profileFolder();
  const complaint = "No PIN or passphrase of Anna was given\n";
  for (let command = 1; command <= 4; command += 1)
    expect(await describeAs(profile, [])).toEqual({ code: 1, output: "", complaint });
  expect((await describeAs(profile, [testPassphrase])).code).toBe(0);
});

test("nobody signed in is told what to do, and a profile that nobody set up as well", async () => {
  const words = (profile: string) => ["call", "task.list", "--profile", profile];
  const known = await run(words(await profileFolder()));
  expect(known.complaint).toBe("Sign in with --as NAME, or with --token-file FILE\n");
  expect([known.code, JSON.parse(known.output)]).toMatchObject([1, { fault: { access: "signed-out" } }]);
  const fresh = await run(words(await emptyFolder()));
  expect(fresh.complaint).toBe("Set the profile up in its window, or with: rackside set-up --as NAME\n");
  expect([fresh.code, JSON.parse(fresh.output)]).toMatchObject([1, { fault: { access: "no-operators" } }]);
});

test("the courier works with nobody signed in", async () => {
  const drained = await run(["courier", "--drain", "--profile", await profileFolder()]);
  expect(drained).toMatchObject({ code: 0 });
});

/** A file with a token of Anna's for these calls. */
async function tokenFile(profile: string, calls: readonly CallName[], ...further: readonly string[]): Promise<string> {
  const asAnna = async (name: CallName, input: object) =>
    valueOf(await run(["call", name, JSON.stringify(input), "--profile", profile, "--as", "Anna"], [testPassphrase]));
  const [anna] = (await asAnna("operator.list", {})) as unknown as { readonly id: string }[];
  const { text } = await asAnna("token.add", { name: "cron", operatorId: anna?.id, calls });
  const file = join(profile, "cron.token");
  await writeFile(file, [String(text), ...further, ""].join("\n"), { mode: 0o600 });
  return file;
}

test("a token in a file of one's own makes its calls and no others", async () => {
  const profile = await profileFolder();
  const file = await tokenFile(profile, ["task.list"]);
  const withToken = (name: CallName, path = file) => run(["call", name, "--profile", profile, "--token-file", path]);
  expect((await withToken("task.list")).code).toBe(0);
  const refused = await withToken("department.list");
  expect([refused.code, JSON.parse(refused.output)]).toMatchObject([1, { fault: { rule: "token" } }]);
  await chmod(file, 0o640);
  expect(await withToken("task.list")).toEqual({
    code: 1,
    output: "",
    complaint: `Others can read ${file}. Make it yours alone with: chmod 600 ${file}\n`,
  });
  const missing = await withToken("task.list", join(profile, "none"));
  expect(missing).toMatchObject({ code: 1, complaint: expect.stringContaining("cannot be read") as string });
});

test("the second line of a token's file opens the secrets where the token may", async () => {
  const { profile } = await siteFolder();
  const file = await tokenFile(profile, ["vault.unlock"], ofSecrets);
  const described = await run(["call", "console.describe", "--profile", profile, "--token-file", file]);
  expect(valueOf(described)).toMatchObject({ operator: "Anna", vault: { isOpen: true } });
});

test.each([
  [["set-up"]],
  [["set-up", "--as", "Anna", "extra"]],
  [["set-up", "--as", "Anna", "--practice", "somewhere"]],
  [["call", "task.list", "--as", "Anna", "--token-file", "file"]],
  [["call", "task.list", "--as"]],
  [["call", "task.list", "--pin", "4711"]],
])("wrong words are answered with the usage: %j", async (words) => {
  const { code, complaint } = await run(words);
  expect(code).toBe(2);
  expect(complaint).toContain("rackside set-up --as NAME");
});

/** `script` gives the program a terminal; what is typed there would be echoed into its output. */
test.runIf(process.platform === "linux")("a terminal asks for passphrases and shows none of them", async () => {
  const profile = await emptyFolder();
  const command = `"${process.execPath}" "${commandLine.file()}" set-up --as Anna --profile "${profile}"`;
  const child = spawn("script", ["--quiet", "--return", "--command", command, "/dev/null"]);
  const typed = [testPassphrase, testPassphrase, ofSecrets, ofSecrets];
  let screen = "";
  child.stdout.on("data", (piece) => {
    screen += String(piece);
    const questions = screen.match(/(?:characters|more): /gu)?.length ?? 0;
    if (questions > 4 - typed.length) child.stdin.write(`${typed.shift() ?? ""}\r`);
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect(code, screen).toBe(0);
  expect(screen).toContain("Passphrase of Anna");
  for (const secret of [testPassphrase, ofSecrets]) expect(screen).not.toContain(secret);
});
