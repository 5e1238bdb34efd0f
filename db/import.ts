import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Knex } from "knex";
import { asStoreFailure, isConstraint } from "./errors";
import { openWriter } from "./open";
import { profileIdSetting } from "./profile-id";
import { rowsOf } from "./rows";
import {
  digestOf,
  exportedRowShape,
  lineDigestLength,
  listTables,
  manifestFile,
  manifestShape,
  schemaVersionOf,
} from "./transfer-format";
import type { ExportedRow, Manifest, Table, TableSummary } from "./transfer-format";

/** Filled when a profile is made, before anybody works in it. */
const preparedTables: ReadonlySet<string> = new Set(["counters", "settings"]);
const rowsAtOnce = 200;

/** An export that is not imported, with the place that is wrong; the profile stays empty. */
export class ImportRefused extends Error {
  override readonly name = "ImportRefused";
  readonly file: string;
  readonly line: number;

  constructor(file: string, line: number, what: string) {
    super(`${file}, line ${String(line)}: ${what}. Nothing was imported`);
    this.file = file;
    this.line = line;
  }
}

/**
 * Brings an export into an empty profile, all of it or nothing; the profile takes the exported one's id along. Throws ImportRefused for an export that
 * was cut or edited, and an error for a profile that is not empty or an export of another version.
 */
export async function importDatabase(file: string, directory: string): Promise<Manifest> {
  const manifest = await readManifest(directory);
  const writer = await openWriter(file);
  try {
    await writer.transaction(async (transaction) => {
      const tables = await listTables(transaction);
      await requireEmpty(transaction, tables);
      await requireSameSchema(transaction, tables, manifest);
      // Tables come by name here, so a row may come before the one that it points at.
      await transaction.raw("PRAGMA defer_foreign_keys = ON");
      for (const name of preparedTables) await transaction(name).delete();
      for (const table of tables) await readTable(transaction, table, manifest.tables[table.name], directory);
    });
    return manifest;
  } catch (error) {
    throw asStoreFailure(error);
  } finally {
    await writer.destroy();
  }
}

async function readManifest(directory: string): Promise<Manifest> {
  const text = await readText(directory, manifestFile);
  const parsed = manifestShape.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue && issue.path.length > 0 ? `${issue.path.join(".")}: ${issue.message}` : "Not a manifest";
  throw new ImportRefused(manifestFile, text.split("\n").length, where);
}

async function requireEmpty(transaction: Knex, tables: readonly Table[]): Promise<void> {
  for (const { name } of tables) {
    const used = transaction(name).limit(1);
    if (name === "counters") void used.where("value", ">", 0);
    if (name === "settings") void used.whereNot({ name: profileIdSetting });
    if ((await rowsOf(used)).length > 0) throw new Error(`The profile is not empty: there are ${name} in it`);
  }
}

async function requireSameSchema(transaction: Knex, tables: readonly Table[], manifest: Manifest): Promise<void> {
  const own = await schemaVersionOf(transaction);
  const known = new Set(tables.map((table) => table.name));
  const isComplete =
    known.size === Object.keys(manifest.tables).length && tables.every(({ name }) => manifest.tables[name]);
  if (manifest.schemaVersion === own && isComplete) return;
  throw new Error(`The export has the schema ${manifest.schemaVersion}; this Rackside imports ${own}`);
}

async function readTable(
  transaction: Knex,
  table: Table,
  summary: TableSummary | undefined,
  directory: string,
): Promise<void> {
  if (!summary) return;
  const file = `${table.name}.jsonl`;
  const text = await readText(directory, file);
  const lines = text.split("\n");
  requireUnchanged(file, text, lines, summary);
  const rows = lines.slice(0, -1).map((line, index) => parseRow(file, index + 1, line, table));
  for (let start = 0; start < rows.length; start += rowsAtOnce)
    await insertRows(transaction, table, rows.slice(start, start + rowsAtOnce), start);
}

/** Many at once; where the table does not take them, one by one to find the line to name. */
async function insertRows(
  transaction: Knex,
  { name }: Table,
  rows: readonly ExportedRow[],
  linesBefore: number,
): Promise<void> {
  try {
    await transaction(name).insert(rows);
    return;
  } catch (error) {
    if (!isConstraint(error)) throw error;
  }
  for (const [index, row] of rows.entries()) {
    await transaction(name)
      .insert(row)
      .catch((error: unknown) => {
        if (!isConstraint(error)) throw error;
        throw new ImportRefused(`${name}.jsonl`, linesBefore + index + 1, "Not a row that this table takes");
      });
  }
}

/** The file's hash decides; the digests of the lines only find the one to name. */
function requireUnchanged(file: string, text: string, lines: readonly string[], summary: TableSummary): void {
  if (createHash("sha256").update(text).digest("hex") === summary.sha256) return;
  const { lineDigests, rows } = summary;
  const digestAt = (index: number) => lineDigests.slice(index * lineDigestLength, (index + 1) * lineDigestLength);
  const edited = lines.findIndex((line, index) => digestOf(line) !== digestAt(index));
  const isCut = edited === lines.length - 1 && edited < rows;
  if (isCut) throw new ImportRefused(file, edited + 1, `Cut off: ${String(rows)} lines were exported`);
  throw new ImportRefused(file, (edited === -1 ? lines.length - 1 : edited) + 1, "Not as it was exported");
}

function parseRow(file: string, line: number, text: string, { columns }: Table): ExportedRow {
  const parsed = exportedRowShape.safeParse(parseJson(text));
  const names = parsed.success ? Object.keys(parsed.data) : [];
  if (!parsed.success || names.length !== columns.length || !columns.every((column) => names.includes(column)))
    throw new ImportRefused(file, line, "Not a row of this table");
  return parsed.data;
}

async function readText(directory: string, file: string): Promise<string> {
  return readFile(join(directory, file), "utf8").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      throw new ImportRefused(file, 1, "The file is missing");
    throw error;
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
