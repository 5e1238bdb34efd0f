import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

export interface StateFile {
  /** Notes that the site changed; it is written a moment later. */
  touch(): void;
  /** Writes what is not written yet and waits for it. */
  flush(): Promise<void>;
}

const debounceMs = 200;

/** The site kept in a file, recognized by its format; null when there is no such file yet. */
export async function loadSite<Site extends { readonly format: unknown }>(
  path: string,
  format: Site["format"],
): Promise<Site | null> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
  const parsed: unknown = JSON.parse(text);
  if (!isSite<Site>(parsed, format)) throw new Error(`${path} is not the site of a simulated panel`);
  return parsed;
}

/** Keeps the site in a file, written beside it and renamed, so that a kill leaves the old or the new one whole. */
export function createStateFile(path: string, currentSite: () => unknown): StateFile {
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

async function writeSite(path: string, site: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${String(process.pid)}.new`;
  await writeFile(temporary, JSON.stringify(site));
  await rename(temporary, path);
}

function isSite<Site extends { readonly format: unknown }>(value: unknown, format: Site["format"]): value is Site {
  return (
    typeof value === "object" && value !== null && "format" in value && value.format === format && "servers" in value
  );
}
