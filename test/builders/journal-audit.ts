import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Knex } from "knex";
import { openReader } from "../../db/open";
import type { JournalChange, JournalEntry } from "../../main/contract/shapes/journal";

type Row = Readonly<Record<string, unknown>>;
type Stored = ReadonlyMap<string, ReadonlyMap<string, Row>>;

interface Told {
  /** Under which name the journal tells of the table's rows. */
  readonly record: string;
  readonly key: readonly string[];
  /** Columns that may change without being told. */
  readonly quiet?: readonly string[];
  /** Record that the row is a part of: told with it, or gone with it. */
  readonly partOf?: string;
}

/** They follow from others of the record. */
const derived = ["search_text", "label_key", "queue_key", "activated_key", "email_key"];
const always = new Set(["revision", "sequence", ...derived]);
const id = ["id"];

/** Every table with business in it; written here once more, so that the journal is held against the tables and not against its own list. */
const tables: Readonly<Record<string, Told>> = {
  departments: { record: "department", key: id },
  data_centres: { record: "data-centre", key: id },
  customers: { record: "customer", key: id },
  modules: { record: "module", key: id },
  module_secrets: { record: "module-password", key: ["module_id"], partOf: "module" },
  module_configurations: {
    record: "module-configuration",
    key: ["module_id"],
    // What was read is told by its time and by what changed in it.
    quiet: ["checked_at", "pending_changes", "body"],
    partOf: "module",
  },
  tariffs: { record: "tariff", key: id },
  tariff_modules: { record: "tariff", key: ["tariff_id"], quiet: ["module_id", "position"], partOf: "tariff" },
  tariff_versions: { record: "tariff-version", key: ["tariff_id", "version"], partOf: "tariff" },
  enumerations: { record: "enumeration", key: id },
  services: { record: "service", key: id },
  cards: { record: "card", key: ["service_id"] },
  // A task's module is its service's.
  tasks: { record: "task", key: id, quiet: ["module_id"] },
  messages: { record: "message", key: id, partOf: "department" },
  actions: {
    record: "action",
    key: id,
    quiet: ["attempts", "next_attempt_at", "started_at", "operation_id", "deadline_at", "progress", "percent", "seen"],
  },
  operators: {
    record: "operator",
    key: id,
    quiet: ["folded_name", "failed_attempts", "blocked_until", "last_signed_in_at"],
  },
  tokens: { record: "token", key: id, quiet: ["hash", "last_used_at"] },
  label_templates: { record: "label-template", key: id },
  label_stocks: { record: "label-stock", key: id },
  printers: { record: "printer", key: id },
  labels: { record: "label", key: ["short_id"] },
  print_jobs: { record: "print-job", key: id },
  rack_reservations: { record: "rack-reservation", key: id, partOf: "module" },
  rack_plans: { record: "rack-plan", key: ["service_id"] },
  rack_capacities: { record: "rack-capacity", key: ["module_id", "rack_id"], partOf: "module" },
  placements: { record: "placement", key: id },
  views: { record: "view", key: id },
  settings: { record: "setting", key: ["name"] },
};

/** Everything that counts as business, row by row, read past the program. */
export async function readStored(directory: string): Promise<Stored> {
  return withReader(directory, async (database) => {
    const stored = new Map<string, ReadonlyMap<string, Row>>();
    for (const [table, { key }] of Object.entries(tables)) {
      const rows = (await database(table).select("*")) as readonly Row[];
      stored.set(table, new Map(rows.map((row) => [key.map((column) => String(row[column])).join("/"), row])));
    }
    return stored;
  });
}

/** Every table that is there, to see that none is forgotten. */
export function tablesBesides(directory: string, besides: readonly string[]): Promise<readonly string[]> {
  return withReader(directory, async (database) => {
    const list = database.from(database.raw("pragma_table_list")).where({ schema: "main", type: "table" });
    const names: unknown = await list.pluck("name");
    return (names as string[]).filter(
      (name) => !/^(sqlite|knex)_/u.test(name) && !(name in tables) && !besides.includes(name),
    );
  });
}

async function withReader<T>(directory: string, work: (database: Knex) => Promise<T>): Promise<T> {
  const database = openReader(join(directory, "rackside.sqlite"));
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
}

/** What changed between two readings and stands in none of the entries, one line each. */
export function untoldChanges(before: Stored, after: Stored, entries: readonly JournalEntry[]): readonly string[] {
  const changes = entries.flatMap((entry) => entry.changes);
  return Object.entries(tables).flatMap(([table, told]) => {
    const was = before.get(table) ?? new Map<string, Row>();
    const is = after.get(table) ?? new Map<string, Row>();
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) =>
      untoldColumns(told, was.get(key), is.get(key)).flatMap((column) =>
        isTold(told, key, column, changes) ? [] : [`${table} ${key}: ${column}`],
      ),
    );
  });
}

const underWay = new Set<unknown>(["waiting", "sending", "confirming", "uncertain"]);

function untoldColumns({ record, quiet = [] }: Told, was: Row | undefined, is: Row | undefined): readonly string[] {
  if (!was || !is) return ["the row"];
  const isOnItsWay = record === "action" && underWay.has(was["state"]) && underWay.has(is["state"]);
  const onItsWay = isOnItsWay ? ["state", "trouble", "outcome"] : [];
  return Object.keys(is).filter(
    (column) =>
      !isSame(was[column], is[column]) && !always.has(column) && !quiet.includes(column) && !onItsWay.includes(column),
  );
}

/** The order of keys in a JSON text says nothing. */
function isSame(was: unknown, is: unknown): boolean {
  if (was === is) return true;
  const isJson = (value: unknown): value is string => typeof value === "string" && /^[[{]/u.test(value);
  return isJson(was) && isJson(is) && isDeepStrictEqual(JSON.parse(was), JSON.parse(is));
}

function isTold({ record, partOf }: Told, key: string, column: string, changes: readonly JournalChange[]): boolean {
  const field = column.replace(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase());
  const owner = key.split("/")[0] ?? key;
  return changes.some((change) => {
    if (partOf === change.record && change.id === owner && change.kind === "removed") return true;
    if (change.record !== record || (change.id !== key && change.id !== owner)) return false;
    const fields = change.differences.map((one) => one.field.split(".")[0]);
    return column === "the row" || record === "setting" || fields.includes(field) || change.omitted > 0;
  });
}
