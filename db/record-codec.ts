import type { z } from "zod";
import { StoreFailure } from "../main/ports/failure";

/** A row as the driver gives and takes it. */
export type Row = Readonly<Record<string, unknown>>;

interface FieldKinds<Name> {
  /** Lists and objects, stored as JSON text. */
  readonly json?: readonly Name[];
  /** Booleans, stored as 0 and 1. */
  readonly flags?: readonly Name[];
  /** Read with the row but assigned or kept elsewhere, so never written with it. */
  readonly readOnly?: readonly Name[];
}

export interface RecordCodec<T> {
  /** What a row has to have to be read. */
  readonly columns: readonly string[];
  toRow(record: T): Row;
  /** Throws StoreFailure `corrupt` for a row that does not fit the shape. */
  fromRow(row: Row): T;
}

/** Translates between records and rows: a field's column is its name in snake_case. */
export function createCodec<Shape extends z.ZodObject>(
  table: string,
  shape: Shape,
  kinds: FieldKinds<keyof Shape["shape"] & string> = {},
): RecordCodec<z.infer<Shape>> {
  const json = new Set<string>(kinds.json);
  const flags = new Set<string>(kinds.flags);
  const readOnly = new Set<string>(kinds.readOnly);
  const fields = Object.keys(shape.shape).map((name) => ({ name, column: columnOf(name) }));

  function encode(name: string, value: unknown): unknown {
    if (value === null || value === undefined) return null;
    if (json.has(name)) return JSON.stringify(value);
    return flags.has(name) ? Number(value) : value;
  }

  function decode(name: string, value: unknown): unknown {
    if (value === null || value === undefined) return null;
    if (json.has(name)) return parseJson(value);
    return flags.has(name) ? value === 1 : value;
  }

  return {
    columns: fields.map(({ column }) => column),
    toRow(record) {
      const values: Row = record;
      const written = fields.filter(({ name }) => !readOnly.has(name));
      return Object.fromEntries(written.map(({ name, column }) => [column, encode(name, values[name])]));
    },
    fromRow(row) {
      const result = shape.safeParse(
        Object.fromEntries(fields.map(({ name, column }) => [name, decode(name, row[column])])),
      );
      if (result.success) return result.data;
      const where = result.error.issues.map((issue) => issue.path.join(".")).join(", ");
      throw new StoreFailure("corrupt", `Row ${keyOf(row)} of ${table} cannot be read: ${where}`, {
        cause: result.error,
      });
    },
  };
}

function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Text that is no JSON stays text, which no shape of a JSON column accepts. */
function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return text;
  }
}

function keyOf(row: Row): string {
  return String(row["id"] ?? row["service_id"] ?? row["task_id"] ?? row["module_id"] ?? row["tariff_id"]);
}
