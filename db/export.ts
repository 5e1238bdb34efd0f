import { createHash } from "node:crypto";
import { mkdir, open, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Knex } from "knex";
import { asStoreFailure } from "./errors";
import { syncDirectory } from "./files";
import { openReader } from "./open";
import { findProfileId } from "./profile-id";
import { rowsOf } from "./rows";
import {
  digestOf,
  exportedRowShape,
  formatVersion,
  listTables,
  manifestFile,
  schemaVersionOf,
} from "./transfer-format";
import type { Manifest, Table, TableSummary } from "./transfer-format";

const rowsAtOnce = 500;

/**
 * Writes every row of a profile's database as JSON Lines into an empty folder, a file for each table, and at last the manifest: a folder without one is
 * no whole export. Equal rows give equal bytes. Secrets stay sealed. Throws when the folder holds anything, and StoreFailure.
 */
export async function exportDatabase(file: string, directory: string): Promise<Manifest> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  if ((await readdir(directory)).length > 0) throw new Error(`${directory} is not empty`);
  const reader = openReader(file);
  try {
    return await reader.transaction((snapshot) => writeTables(snapshot, directory));
  } catch (error) {
    throw asStoreFailure(error);
  } finally {
    await reader.destroy();
  }
}

async function writeTables(snapshot: Knex, directory: string): Promise<Manifest> {
  const tables: Record<string, TableSummary> = {};
  for (const table of await listTables(snapshot)) tables[table.name] = await writeTable(snapshot, table, directory);
  const manifest: Manifest = {
    format: "rackside-export",
    formatVersion,
    schemaVersion: await schemaVersionOf(snapshot),
    profileId: (await findProfileId(snapshot)) ?? "",
    tables,
  };
  await writeWhole(join(directory, manifestFile), async (write) => write(`${JSON.stringify(manifest, null, 2)}\n`));
  await syncDirectory(directory);
  return manifest;
}

async function writeTable(snapshot: Knex, table: Table, directory: string): Promise<TableSummary> {
  const hash = createHash("sha256");
  const digests: string[] = [];
  await writeWhole(join(directory, `${table.name}.jsonl`), async (write) => {
    for (let offset = 0; ; offset += rowsAtOnce) {
      const rows = await rowsOf(
        snapshot(table.name)
          .select([...table.columns])
          .orderBy([...table.key])
          .offset(offset)
          .limit(rowsAtOnce),
      );
      // Anything but text, numbers and null would not come back as it was, so it is refused here and not at the import.
      const lines = rows.map((row) => JSON.stringify(exportedRowShape.parse(row)));
      digests.push(...lines.map(digestOf));
      const text = lines.map((line) => `${line}\n`).join("");
      hash.update(text);
      await write(text);
      if (rows.length < rowsAtOnce) return;
    }
  });
  return { rows: digests.length, sha256: hash.digest("hex"), lineDigests: digests.join("") };
}

/** Only its owner may read an export: it names customers. */
async function writeWhole(
  file: string,
  work: (write: (text: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  const handle = await open(file, "wx", 0o600);
  try {
    await work(async (text) => handle.appendFile(text));
    await handle.sync();
  } finally {
    await handle.close();
  }
}
