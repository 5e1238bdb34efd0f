import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { SiteDocument } from "../site/site-document";

export interface StateFile {
  /** Notes that the site changed; it is written a moment later. */
  touch(): void;
  /** Writes what is not written yet and waits for it. */
  flush(): Promise<void>;
}

const debounceMs = 200;

/** The site kept in a file; null when there is no such file yet. */
export async function loadSite(path: string): Promise<SiteDocument | null> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
  const parsed: unknown = JSON.parse(text);
  if (!isSiteDocument(parsed)) throw new Error(`${path} is not the site of a simulated panel`);
  return parsed;
}

/** Keeps the site in a file, written beside it and renamed, so that a kill leaves the old or the new one whole. */
export function createStateFile(path: string, currentSite: () => SiteDocument): StateFile {
  let timer: NodeJS.Timeout | null = null;
  let lastWrite: Promise<void> = Promise.resolve();
  const write = (): Promise<void> => {
    timer = null;
    lastWrite = lastWrite.then(() => writeSite(path, currentSite()));
    return lastWrite;
  };
  return {
    touch: () => {
      timer ??= setTimeout(() => {
        write().catch((error: unknown) => {
          process.emitWarning(`The simulated panel could not keep its state: ${String(error)}`);
        });
      }, debounceMs);
    },
    flush: async () => {
      if (timer !== null) clearTimeout(timer);
      await write();
    },
  };
}

async function writeSite(path: string, site: SiteDocument): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${String(process.pid)}.new`;
  await writeFile(temporary, JSON.stringify(site));
  await rename(temporary, path);
}

function isSiteDocument(value: unknown): value is SiteDocument {
  return typeof value === "object" && value !== null && "format" in value && value.format === 1 && "servers" in value;
}
