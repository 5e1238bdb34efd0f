import { readFile, stat } from "node:fs/promises";
import type { Console } from "../compose";
import type { Options } from "./arguments";
import { ask, Refused } from "./ask";
import { openSecretLines } from "./secret-lines";

/** Signs in as the options say, and opens the site's secrets where a passphrase protects them. Throws Refused. */
export async function signIn(console: Console, options: Options): Promise<void> {
  const { isPractice, operator, tokenFile } = options;
  if (tokenFile !== undefined) await signInByToken(console, tokenFile);
  else if (operator === undefined) return;
  else if (isPractice) requireVouched(console, operator);
  else await signInByName(console, operator);
}

function requireVouched(console: Console, operator: string): void {
  if (console.signedIn() === null) throw new Refused(`The practice site has no operator ${operator}`);
}

async function signInByName(console: Console, name: string): Promise<void> {
  const lines = openSecretLines();
  try {
    const secret = await lines.next(`PIN or passphrase of ${name}: `);
    if (secret === undefined) throw new Refused(`No PIN or passphrase of ${name} was given`);
    await ask(console, "operator.sign-in", { name, secret });
    await openSecrets(console, () => lines.next("Passphrase of the site's secrets, empty to go on without them: "));
  } finally {
    lines.close();
  }
}

async function signInByToken(console: Console, file: string): Promise<void> {
  await requirePrivate(file);
  const [token = "", passphrase = ""] = (await readFile(file, "utf8")).split(/\r?\n/u);
  await ask(console, "operator.sign-in-by-token", { token });
  await openSecrets(console, () => Promise.resolve(passphrase));
}

/** As with a key of ssh: whoever can read the file can do what the token may. */
async function requirePrivate(file: string): Promise<void> {
  const { mode } = await stat(file).catch((error: unknown) => {
    throw new Refused(`${file} cannot be read: ${error instanceof Error ? error.message : ""}`);
  });
  if (process.platform !== "win32" && (mode & 0o077) !== 0)
    throw new Refused(`Others can read ${file}. Make it yours alone with: chmod 600 ${file}`);
}

async function openSecrets(console: Console, nextLine: () => Promise<string | undefined>): Promise<void> {
  const { vault } = await ask(console, "console.describe", {});
  if (vault.isOpen || vault.protection !== "passphrase") return;
  const text = (await nextLine()) ?? "";
  if (text !== "") await ask(console, "vault.unlock", { by: "passphrase", text });
}
