import type { Options } from "./arguments";
import { ask, Refused } from "./ask";
import { openSecretLines } from "./secret-lines";
import type { SecretLines } from "./secret-lines";
import { withConsole } from "./with-console";

/** Makes the first administrator and protects the secrets; standard output has nothing but the recovery code. */
export function setUp(options: Options, name: string): Promise<number> {
  return withConsole({ ...options, operator: undefined }, async (console) => {
    const lines = openSecretLines();
    try {
      const passphrase = await askNew(lines, `Passphrase of ${name}, at least 10 characters: `);
      const ofSecrets = await askNew(lines, "Passphrase of the site's secrets, at least 12 characters: ");
      const { recoveryCode } = await ask(console, "profile.set-up", {
        administrator: { name, passphrase },
        vaultPassphrase: ofSecrets === "" ? null : ofSecrets,
      });
      process.stderr.write(
        "The recovery code opens the site's secrets on any machine. It is told this once: print it\n",
      );
      process.stdout.write(`${recoveryCode}\n`);
      return 0;
    } finally {
      lines.close();
    }
  });
}

/** What is typed and not seen is typed twice. */
async function askNew(lines: SecretLines, question: string): Promise<string> {
  const first = await lines.next(question);
  if (first === undefined) throw new Refused("Two passphrases are needed, one a line. Nothing was changed");
  if (lines.isTyped && (await lines.next("Once more: ")) !== first)
    throw new Refused("The two were not the same. Nothing was changed");
  return first;
}
