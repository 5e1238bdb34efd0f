import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createVault } from "../../../main/adapters/vault";
import { VaultLocked, WrongSecret } from "../../../main/ports/host";
import { mutateText, mutateValue, writeJson } from "../mutate";
import { plantedSecret, wordsOf } from "../planted";
import type { Target } from "../target";

const grammar = ["{", "}", '"', "=", "A", '"N":1048576', '"kind":"key-file"', "null"] as const;
const quick = { N: 16, r: 1, p: 1 };

/** `key.json` of a profile, and what was sealed with its key. */
export const keyFiles: Target = {
  name: "key files",
  weight: 3,
  async open(directory) {
    const file = join(directory, "key.json");
    const vault = createVault({ directory, isPractice: false, cost: quick });
    const code = await vault.setUp(plantedSecret);
    const sealed = vault.seal("card password");
    const whole = await readFile(file, "utf8");
    return {
      make(random) {
        const isText = random.chance(0.4);
        const text = isText ? mutateText(random, whole, grammar) : writeJson(mutateValue(random, JSON.parse(whole)));
        const body = random.chance(0.3) ? mutateText(random, sealed, [".", "v1.", "="]) : sealed;
        const by = random.pick(["passphrase", "recovery-code"] as const);
        const secret = by === "passphrase" ? plantedSecret : code;
        const given = random.chance(0.3) ? mutateText(random, secret, ["-", " "]) : secret;
        return {
          show: () => `${text}\n${by}: ${given}\nsealed: ${body}`,
          async run() {
            await writeFile(file, text);
            const told: string[] = [];
            const opened = createVault({ directory, isPractice: false, cost: quick });
            const attempts = [
              async () => told.push(JSON.stringify(opened.state())),
              async () => opened.settle(opened.keyId()),
              async () => opened.unlock(by, given),
              async () => opened.open(body),
              async () => opened.open(opened.seal("again")),
            ];
            for (const attempt of attempts) {
              await attempt().catch((error: unknown) => {
                if (!(error instanceof VaultLocked || error instanceof WrongSecret)) throw error;
                told.push(...wordsOf(error));
              });
            }
            return told;
          },
        };
      },
      close: async () => undefined,
    };
  },
};
