import { createHash } from "node:crypto";
import { copyFile, cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exportDatabase } from "../../../db/export";
import { ImportRefused, importDatabase } from "../../../db/import";
import { openStore } from "../../../db/store";
import { StoreFailure } from "../../../main/ports/failure";
import { digestOf, manifestFile } from "../../../db/transfer-format";
import type { Manifest } from "../../../db/transfer-format";
import type { Random } from "../../../simulator/site/random";
import { mutateText, mutateValue, writeJson } from "../mutate";
import { wordsOf } from "../planted";
import { makeStockedStore, optionsOf, readAround } from "../stocked-store";
import type { Target } from "../target";

const grammar = ["\n", "{", "}", '"', ":", ",", "null", "1e400"] as const;

/** Exports that were edited, half of them by somebody who put the hashes right, imported and then read. */
export const exportedFolders: Target = {
  name: "exports",
  weight: 1,
  async open(directory) {
    const source = join(directory, "export");
    await exportDatabase((await makeStockedStore(join(directory, "profile"))).file, source);
    const empty = optionsOf(join(directory, "empty"));
    await (await openStore(empty)).close();
    const names = (await readdir(source)).sort();
    const texts = new Map<string, string>();
    for (const name of names) texts.set(name, await readFile(join(source, name), "utf8"));
    const filled = names.filter((name) => texts.get(name) !== "");
    return {
      make(random) {
        const name = random.pick([manifestFile, ...filled]);
        const mutated = mutateFile(random, name, texts.get(name) ?? "");
        const isHashed = random.chance(0.7);
        return {
          show: () => `${name}${isHashed ? ", with its hash put right" : ""}\n${mutated}`,
          async run() {
            const edited = join(directory, "edited");
            const target = optionsOf(join(directory, "imported"));
            await rm(join(directory, "imported"), { recursive: true, force: true });
            await mkdir(join(directory, "imported"));
            await cp(source, edited, { recursive: true, force: true });
            await copyFile(empty.file, target.file);
            await writeFile(join(edited, name), mutated);
            if (isHashed) await writeFile(join(edited, manifestFile), withHash(texts, name, mutated));
            try {
              await importDatabase(target.file, edited);
              const store = await openStore(target);
              await readAround(store).finally(() => store.close());
              return [];
            } catch (error) {
              if (isRefusal(error)) return wordsOf(error);
              throw error;
            }
          },
        };
      },
      close: async () => undefined,
    };
  },
};

/** One row of the file, or the file as a text. */
function mutateFile(random: Random, name: string, text: string): string {
  if (random.chance(0.3)) return mutateText(random, text, grammar);
  if (name === manifestFile) return writeJson(mutateValue(random, JSON.parse(text)));
  const lines = text.split("\n").slice(0, -1);
  const edited = random.below(lines.length);
  return lines
    .map((line, place) => `${place === edited ? writeJson(mutateValue(random, JSON.parse(line))) : line}\n`)
    .join("");
}

function withHash(texts: ReadonlyMap<string, string>, name: string, text: string): string {
  if (name === manifestFile) return text;
  // The manifest that the export has just written.
  const manifest = JSON.parse(texts.get(manifestFile) ?? "") as Manifest;
  const lines = text.split("\n");
  const summary = {
    rows: lines.length - 1,
    sha256: createHash("sha256").update(text).digest("hex"),
    lineDigests: lines.slice(0, -1).map(digestOf).join(""),
  };
  return JSON.stringify({ ...manifest, tables: { ...manifest.tables, [name.replace(".jsonl", "")]: summary } });
}

/** An export of another version is refused by a plain error, which the command line shows as it is. */
function isRefusal(error: unknown): boolean {
  if (error instanceof ImportRefused || error instanceof StoreFailure) return true;
  return error instanceof Error && error.message.startsWith("The export has the schema");
}
