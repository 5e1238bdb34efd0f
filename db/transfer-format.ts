import { createHash } from "node:crypto";
import type { Knex } from "knex";
import { z } from "zod";
import { rowsOf } from "./rows";

export const manifestFile = "manifest.json";
export const formatVersion = 1;
/** Hexadecimal digits of a line's SHA-256 that are enough to find the line; the file's whole hash decides. */
export const lineDigestLength = 8;

/** One line of an export: a row as it is stored, columns in the order of the schema. */
export const exportedRowShape = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
export type ExportedRow = z.infer<typeof exportedRowShape>;

const tableShape = z.object({
  rows: z.number().int().nonnegative(),
  sha256: z.string(),
  /** The beginnings of the SHA-256 of each line, one behind the other. */
  lineDigests: z.string(),
});
export type TableSummary = z.infer<typeof tableShape>;

export const manifestShape = z.object({
  format: z.literal("rackside-export"),
  formatVersion: z.literal(formatVersion),
  /** The last migration of the schema that the rows fit. */
  schemaVersion: z.string(),
  profileId: z.string(),
  /** By table; the rows are in `TABLE.jsonl`. */
  tables: z.record(z.string(), tableShape),
});
export type Manifest = z.infer<typeof manifestShape>;

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** Columns of the primary key: the order of the rows. */
  readonly key: readonly string[];
}

/** Triggers make them from the other tables; the search index itself is made of virtual ones. */
const derivedTables = ["search_subjects", "service_counts", "task_counts"];

/** The tables that hold the profile, by name. Taken from the schema, so that a new one cannot be forgotten. */
export async function listTables(database: Knex): Promise<readonly Table[]> {
  const named = database
    .from(database.raw("pragma_table_list"))
    .where({ schema: "main", type: "table" })
    .whereNot("name", "like", "sqlite_%")
    .whereNot("name", "like", "knex_%")
    .whereNotIn("name", derivedTables)
    .orderBy("name");
  const tables: Table[] = [];
  for (const row of await rowsOf(named)) {
    const name = String(row["name"]);
    const columns = await rowsOf(database.raw("SELECT name, pk FROM pragma_table_info(?) ORDER BY cid", [name]));
    const keyed = columns.filter((column) => Number(column["pk"]) > 0);
    keyed.sort((left, right) => Number(left["pk"]) - Number(right["pk"]));
    tables.push({
      name,
      columns: columns.map((column) => String(column["name"])),
      key: keyed.map((column) => String(column["name"])),
    });
  }
  return tables;
}

/** The last migration that the database went through. */
export async function schemaVersionOf(database: Knex): Promise<string> {
  const [row] = await rowsOf(database("knex_migrations").orderBy("id", "desc").limit(1));
  return String(row?.["name"]);
}

export function digestOf(line: string): string {
  return createHash("sha256").update(line).digest("hex").slice(0, lineDigestLength);
}
