import { createHash } from "node:crypto";
import { constants, existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, migrations } from "../../../db/migrate";
import { connect } from "../../../db/open";
import { openStore } from "../../../db/store";
import { createScryptHasher, quickCost } from "../../../main/adapters/scrypt-hasher";
import { addOperatorRecord } from "../../../main/app/operators";
import { openTestConsole, prepareSale } from "../../builders/console";
import { createFakePanel } from "../../builders/fake-panel";
import { say } from "../report";
import { insertRows } from "./bulk";
import { cardAt, customerAt, idOf, serverAt, serviceAt, taskAt, tasksPerCard } from "./records";
import type { Base } from "./records";

/** Whoever signs in to the measured console. The PIN is hashed at the cost of the practice site: that cost is chosen, not a thing to be measured. */
export const operator = { name: "Olga", pin: "4711" };

const serversOfPanel = 15_000;
const cardsPerCustomer = 50;
/** The migration that makes the indexes of lists and search; rows that are there before it are indexed in one go. */
const indexing = migrations.findIndex(({ name }) => name.startsWith("0009"));

export interface MeasuredProfile {
  /** Folder to start the console on. */
  readonly root: string;
  readonly file: string;
  readonly cards: number;
  readonly moduleId: string;
}

/** A profile with so many cards, a tenth as many tasks, and a mirrored panel; built once, then found in `cache`. */
export async function provideProfile(cache: string, cards: number): Promise<MeasuredProfile> {
  const root = join(cache, `profile-${String(cards)}`);
  const directory = join(root, "profiles", "site");
  const file = join(directory, "rackside.sqlite");
  const stampFile = join(root, "stamp.json");
  const version = describeVersion();
  if (existsSync(stampFile)) {
    const stamp = JSON.parse(await readFile(stampFile, "utf8")) as { version: string; moduleId: string };
    if (stamp.version === version) return { root, file, cards, moduleId: stamp.moduleId };
  }
  const startedAt = Date.now();
  say(`Building a profile of ${String(cards)} cards …`);
  await rm(root, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  const base = await makeBase();
  try {
    await fill(file, base, cards);
    await addMirror(directory, base);
  } finally {
    await rm(base.directory, { recursive: true, force: true });
  }
  await writeFile(join(root, "preferences.json"), JSON.stringify({ profile: "site" }));
  await writeFile(stampFile, JSON.stringify({ version, moduleId: base.moduleId }));
  const { size } = await stat(file);
  say(`Built in ${String(Math.round((Date.now() - startedAt) / 1_000))} s, ${String(Math.round(size / 1e6))} MB`);
  return { root, file, cards, moduleId: base.moduleId };
}

/** A copy to write into, removed by the function that comes with it. */
export async function copyProfile(profile: MeasuredProfile): Promise<MeasuredProfile & { remove(): Promise<void> }> {
  const root = await mkdtemp(join(profile.root, "..", "copy-"));
  const directory = join(root, "profiles", "site");
  const file = join(directory, "rackside.sqlite");
  await mkdir(directory, { recursive: true });
  await copyFile(profile.file, file, constants.COPYFILE_FICLONE);
  await copyFile(join(profile.root, "preferences.json"), join(root, "preferences.json"));
  return { ...profile, root, file, remove: () => rm(root, { recursive: true, force: true, maxRetries: 5 }) };
}

interface BuiltBase extends Base {
  readonly directory: string;
  readonly file: string;
}

/** What every service points at, made by the program's own calls. */
async function makeBase(): Promise<BuiltBase> {
  const directory = await mkdtemp(join(tmpdir(), "rackside-bench-"));
  const console = await openTestConsole({ panels: createFakePanel(), directory });
  try {
    const { department, module, tariff } = await prepareSale(console);
    const second = await console.call("department.add", { name: "Remote hands" });
    const secretHash = await createScryptHasher(quickCost).hash(operator.pin);
    await console.store.write((repositories) =>
      addOperatorRecord(repositories, {
        id: idOf(4, 0),
        name: operator.name,
        role: "technician",
        signInKind: "pin",
        secretHash,
        createdAt: Date.UTC(2019, 0, 1),
      }),
    );
    return {
      directory,
      file: join(directory, "rackside.sqlite"),
      moduleId: module.id,
      tariffId: tariff.id,
      departmentIds: [department.id, second.id],
    };
  } finally {
    await console.stop();
  }
}

const taken = ["departments", "data_centres", "modules", "module_secrets", "operators", "settings"];
const takenOfSale = ["tariffs", "tariff_modules", "tariff_versions"];

async function fill(file: string, base: BuiltBase, cards: number): Promise<void> {
  const partial = `${file}.partial`;
  const database = connect(partial, ["journal_mode=OFF", "synchronous=OFF", "foreign_keys=OFF", "cache_size=-400000"]);
  try {
    await migrate(database, null, migrations.slice(0, indexing));
    await database.raw("ATTACH ? AS base", [base.file]);
    for (const table of [...taken, ...takenOfSale]) await takeOver(database, table);
    await database.raw("DETACH base");
    const customers = Math.max(1, Math.round(cards / cardsPerCustomer));
    await insertRows(database, "customers", customers, customerAt);
    await insertRows(database, "services", cards, (index) => serviceAt(index, base, customers));
    await insertRows(database, "cards", cards, cardAt);
    await insertRows(database, "tasks", cards * tasksPerCard, (index) => taskAt(index, base));
    await database.raw("UPDATE counters SET value = ? WHERE name = 'services'", [cards]);
    await database.raw("UPDATE counters SET value = ? WHERE name = 'tasks'", [cards * tasksPerCard]);
    await migrate(database, null);
    await database.raw("ANALYZE");
    await database.raw("PRAGMA journal_mode=WAL");
  } finally {
    await database.destroy();
  }
  await rename(partial, file);
}

/** Rows of the base whose columns exist at this state of the schema. */
async function takeOver(database: ReturnType<typeof connect>, table: string): Promise<void> {
  const columnsIn = (schema: string) =>
    database.raw<readonly { readonly name: string }[]>("SELECT name FROM pragma_table_info(?, ?)", [table, schema]);
  const known = new Set((await columnsIn("base")).map(({ name }) => name));
  const columns = (await columnsIn("main")).map(({ name }) => name).filter((name) => known.has(name));
  const list = columns.join(", ");
  await database.raw(`INSERT OR REPLACE INTO main.${table} (${list}) SELECT ${list} FROM base.${table}`);
}

async function addMirror(directory: string, base: Base): Promise<void> {
  const store = await openStore({
    file: join(directory, "rackside.sqlite"),
    backupDirectory: join(directory, "backups"),
    now: Date.now,
  });
  try {
    const takenAt = Date.UTC(2026, 0, 1);
    for (let first = 0; first < serversOfPanel; first += 1_000) {
      const entries = Array.from({ length: 1_000 }, (_, step) => {
        const facts = serverAt(first + step);
        const [address] = facts.addresses;
        const searchText = [facts.name, facts.serial, facts.mac, address?.address ?? ""].join("\n").toLowerCase();
        return { facts, searchText };
      });
      await store.write(({ mirror }) =>
        mirror.putServers(base.moduleId, entries, { takenAt, reading: 1, hasDetails: false }),
      );
    }
  } finally {
    await store.close();
  }
}

/** Changes with the schema and with what is written into it. */
function describeVersion(): string {
  const shape = [serviceAt(1, { moduleId: "", tariffId: "", departmentIds: [""] }, 7), cardAt(1), serverAt(1)];
  return createHash("sha256")
    .update(JSON.stringify([migrations.map(({ name, up }) => [name, String(up)]), shape]))
    .digest("hex");
}
