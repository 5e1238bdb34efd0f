import { createHash, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Script } from "node:vm";

interface CodeCacheParts {
  /** Where the program's own files lie; what they require from elsewhere is loaded as usual. */
  readonly folder: string;
  readonly cacheDirectory: string;
}

/** Loads the program's CommonJS files with what V8 compiled of them at an earlier start. */
export interface CodeCache {
  /** Like `require`, for a file of the folder named as `./name.cjs`. */
  load(id: string): unknown;
  /** Writes what is compiled by now, where no earlier start has done so, and removes what belongs to other versions. */
  keep(): Promise<void>;
}

interface LoadedFile {
  readonly module: { exports: unknown };
  readonly script: Script;
  readonly cacheName: string;
  readonly isCached: boolean;
}

/**
 * A cache that is missing, belongs to another program or another V8, or cannot be read costs time and nothing else: the name tells which source and
 * which V8 it is for, and V8 itself refuses what it did not make.
 */
export function createCodeCache({ folder, cacheDirectory }: CodeCacheParts): CodeCache {
  const loaded = new Map<string, LoadedFile>();

  function load(id: string): unknown {
    const file = join(folder, id);
    const known = loaded.get(file);
    if (known) return known.module.exports;
    const source = readFileSync(file, "utf8");
    const cacheName = nameOf(source);
    const cachedData = readCache(join(cacheDirectory, cacheName));
    const script = new Script(`(function (exports, require, module, __filename, __dirname) { ${source}\n})`, {
      filename: file,
      ...(cachedData && { cachedData }),
    });
    const module = { exports: {} };
    loaded.set(file, { module, script, cacheName, isCached: cachedData !== undefined && !script.cachedDataRejected });
    const outside = createRequire(file);
    const require = (wanted: string): unknown => (wanted.startsWith("./") ? load(wanted) : outside(wanted));
    const run = script.runInThisContext() as (...values: readonly unknown[]) => void;
    run.call(module.exports, module.exports, require, module, file, dirname(file));
    return loaded.get(file)?.module.exports;
  }

  return {
    load,
    async keep() {
      const files = [...loaded.values()];
      const missing = files.filter(({ isCached }) => !isCached);
      if (missing.length === 0) return;
      await mkdir(cacheDirectory, { recursive: true, mode: 0o700 });
      for (const { script, cacheName } of missing)
        await writeWhole(join(cacheDirectory, cacheName), script.createCachedData());
      const current = new Set(files.map(({ cacheName }) => cacheName));
      for (const name of await readdir(cacheDirectory))
        if (!current.has(name)) await rm(join(cacheDirectory, name), { force: true });
    },
  };
}

function nameOf(source: string): string {
  const made = `${process.versions.v8} ${process.arch} ${source}`;
  return `${createHash("sha256").update(made).digest("hex").slice(0, 32)}.bin`;
}

function readCache(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Under another name first: a file that a power cut left half written would be found by every later start. */
async function writeWhole(file: string, data: Buffer): Promise<void> {
  const partial = `${file}.${randomUUID()}`;
  await writeFile(partial, data, { mode: 0o600 });
  await rename(partial, file);
}
