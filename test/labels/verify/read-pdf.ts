import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Picture } from "./picture";

const run = promisify(execFile);
export const pdfDpi = 300;

/** The pages of a PDF, by Poppler. */
export async function readPdf(bytes: Uint8Array): Promise<readonly Picture[]> {
  return withFile(bytes, async (file, folder) => {
    await run("pdftoppm", ["-r", String(pdfDpi), "-gray", "-aa", "no", "-aaVector", "no", file, join(folder, "page")]);
    return readdirSync(folder)
      .filter((name) => name.endsWith(".pgm"))
      .sort()
      .map((name) => readPgm(readFileSync(join(folder, name))));
  });
}

/** The text of a PDF as a search would find it. */
export async function readPdfText(bytes: Uint8Array): Promise<string> {
  return withFile(bytes, async (file) => (await run("pdftotext", ["-enc", "UTF-8", file, "-"])).stdout);
}

async function withFile<T>(bytes: Uint8Array, use: (file: string, folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "rackside-labels-"));
  try {
    const file = join(folder, "labels.pdf");
    writeFileSync(file, bytes);
    return await use(file, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Binary PGM: `P5`, width, height and 255, then a byte a dot. */
function readPgm(bytes: Buffer): Picture {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString("latin1", 0, 60));
  if (header === null) throw new Error("pdftoppm made something else than a PGM");
  const [whole, width, height] = header;
  return {
    width: Number(width),
    height: Number(height),
    data: bytes.subarray(whole.length),
    scale: pdfDpi / 25.4,
    x: 0,
    y: 0,
  };
}
