import { join } from "node:path";
import type { Knex } from "knex";
import { openReader } from "../../db/open";
import { transactionSetting } from "./assignment";
import { canonical } from "./facts";
import { integrity } from "./findings";
import type { Finding } from "./findings";
import type { FoundProfile } from "./ledger";

type Row = Readonly<Record<string, unknown>>;

/** An outbox row as the comparison with the panel needs it. */
export interface FoundAction {
  readonly id: string;
  readonly sequence: number;
  readonly lane: string;
  readonly state: string;
  readonly request: string;
  readonly serverId: number | null;
  readonly serviceNumber: number | null;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
}

export interface ProfileReading extends FoundProfile {
  readonly actions: readonly FoundAction[];
  readonly damage: readonly Finding[];
}

/** Reads a profile past the program, with SQL of its own, and checks the file. */
export async function readProfile(directory: string): Promise<ProfileReading> {
  const database = openReader(join(directory, "rackside.sqlite"));
  try {
    const damage = await findDamage(database);
    const actions = (await rows(database, actionQuery)).map(toAction);
    const setting = (await rows(database, "SELECT value FROM settings WHERE name = ?", [transactionSetting]))[0];
    const journal = await rows(
      database,
      "SELECT call, entity_id, service_id, count(*) AS n FROM journal_entries GROUP BY 1, 2, 3",
    );
    return {
      facts: await readFacts(database, actions),
      journal: new Map(journal.map((row) => [`${text(row["call"])} ${text(row["entity_id"])}`, Number(row["n"])])),
      transaction: Number(setting?.["value"] ?? 0),
      actionIds: actions.map(({ id }) => id),
      actions,
      damage: [...damage, ...findDisorder(actions)],
    };
  } finally {
    await database.destroy();
  }
}

const actionQuery = `SELECT actions.*, coalesce(actions.server_id, services.server_id) AS server, services.number AS service_number
  FROM actions LEFT JOIN services ON services.id = actions.service_id ORDER BY sequence`;

/** Damage of a database file, in SQLite's own words. */
export async function findDamage(database: Knex): Promise<Finding[]> {
  const check = await rows(database, "PRAGMA quick_check");
  const dangling = await rows(database, "PRAGMA foreign_key_check");
  return [
    ...check
      .map((row) => text(row["quick_check"]))
      .filter((word) => word !== "ok")
      .map((word) => integrity(`quick_check: ${word}`)),
    ...dangling.map((row) => integrity(`foreign_key_check: ${JSON.stringify(row)}`)),
  ];
}

async function readFacts(database: Knex, actions: readonly FoundAction[]): Promise<Map<string, string>> {
  const facts = new Map<string, string>();
  for (const row of await rows(database, "SELECT * FROM customers"))
    facts.set(`customer ${text(row["id"])}`, canonical({ name: row["name"], email: row["email"] }));
  for (const { id, name, url, username } of await rows(database, "SELECT * FROM modules"))
    facts.set(`module ${text(id)}`, canonical({ name, url, username }));
  for (const row of await rows(database, "SELECT * FROM tariffs"))
    facts.set(`tariff ${text(row["id"])}`, canonical({ name: row["name"] }));
  for (const row of await rows(database, "SELECT * FROM services")) {
    const id = text(row["id"]);
    // The other resources stand there with what the tariff includes.
    const { ip, ipv6 } = JSON.parse(text(row["amounts"])) as Readonly<Record<string, number>>;
    const amounts = { ip, ipv6 };
    const { customer_id: customerId, tariff_id: tariffId, note } = row;
    facts.set(`service ${id}`, canonical({ customerId, tariffId, amounts, note }));
    facts.set(`service ${id} state`, text(row["state"]));
    facts.set(`label ${id}`, text(row["label"]));
  }
  for (const { service_id: id, url, username, rack, label, sealed_password: sealedPassword } of await rows(
    database,
    "SELECT * FROM cards",
  ))
    facts.set(`card ${text(id)}`, canonical({ url, username, rack, label, sealedPassword }));
  for (const { id, state, performer } of await rows(database, "SELECT * FROM tasks"))
    facts.set(`task ${text(id)} state`, state === "in-work" ? `in-work by ${text(performer)}` : text(state));
  for (const row of await rows(database, "SELECT * FROM drafts"))
    facts.set(`draft ${text(row["task_id"])}`, canonical(JSON.parse(text(row["fields"]))));
  for (const { id, request, state } of actions) {
    facts.set(`action ${id}`, canonical(JSON.parse(request)));
    facts.set(`discarded ${id}`, state);
  }
  return facts;
}

/** Inside a lane nothing begins before what stands in front of it has ended. */
function findDisorder(actions: readonly FoundAction[]): Finding[] {
  const before = new Map<string, FoundAction>();
  const findings: Finding[] = [];
  for (const action of actions) {
    const earlier = before.get(action.lane);
    before.set(action.lane, action);
    if (!earlier || action.startedAt === null) continue;
    if (earlier.endedAt === null || earlier.endedAt > action.startedAt)
      findings.push(integrity(`action ${action.id} began before ${earlier.id} had ended, in lane ${action.lane}`));
  }
  return findings;
}

function toAction(row: Row): FoundAction {
  const number = (value: unknown) => (value === null || value === undefined ? null : Number(value));
  return {
    id: text(row["id"]),
    sequence: Number(row["sequence"]),
    lane: text(row["lane"]),
    state: text(row["state"]),
    request: text(row["request"]),
    serverId: number(row["server"]),
    serviceNumber: number(row["service_number"]),
    startedAt: number(row["started_at"]),
    endedAt: number(row["ended_at"]),
  };
}

async function rows(database: Knex, sql: string, bindings: readonly string[] = []): Promise<readonly Row[]> {
  return database.raw<readonly Row[]>(sql, bindings);
}

function text(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
