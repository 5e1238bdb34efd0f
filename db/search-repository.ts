import type { Knex } from "knex";
import type { SearchKind } from "../main/contract/shapes/search";
import type { Finding, Findings, SearchRepository } from "../main/ports/search";
import { rowsOf } from "./rows";
import { readFindings } from "./search-findings";
import { begunAddressOf, findDocuments, kindOf, fragmentsOf, wholeWordsOf } from "./search-match";
import type { DocumentKind } from "./search-match";
import { addressSought, numberSought, wholeHardwareAddress } from "./search-words";

export function createSearchRepository(database: Knex): SearchRepository {
  return {
    async find(text, kinds, limit) {
      const documents = await findAll(database, text, kinds, limit);
      const read = async (kind: DocumentKind) =>
        readFindings(database, kind, documents.all.filter((one) => kindOf(one) === kind).slice(0, limit));
      const tasks = kinds.includes("task") ? await findTasks(database, text, documents.all, limit) : [];
      const found = new Map<number, Finding>();
      for (const kind of new Set(documents.all.map(kindOf)))
        for (const [document, finding] of await read(kind)) found.set(document, finding);
      return {
        found: [...tasks, ...found.values()].filter(({ kind }) => kinds.includes(kind)),
        exact: await findExact(database, text, documents, found, tasks),
      };
    },
  };
}

interface Documents {
  /** Best first within each kind. */
  readonly all: readonly number[];
  readonly whole: readonly number[];
}

async function findAll(database: Knex, text: string, kinds: readonly SearchKind[], limit: number): Promise<Documents> {
  // Tasks have no text of their own: they are found by their services.
  const sought = [...new Set(kinds.map((kind) => (kind === "task" ? "service" : kind)))];
  const whole = await findDocuments(database, sought, wholeWordsOf(text), limit);
  const numbered = numberSought(text, "service");
  const own = numbered !== undefined && sought.includes("service") ? [numbered] : [];
  const more = await findMore(database, { text, whole, sought, limit });
  return { all: [...new Set([...own, ...whole, ...more])], whole };
}

interface Further {
  readonly text: string;
  readonly whole: readonly number[];
  readonly sought: readonly DocumentKind[];
  readonly limit: number;
}

/** What has the text only as a piece of something. */
async function findMore(database: Knex, { text, whole, sought, limit }: Further): Promise<readonly number[]> {
  // An address names one machine: those that only begin like it are not what is meant.
  const isAddress = addressSought(text.trim()) !== undefined || wholeHardwareAddress(text.trim()) !== undefined;
  if (isAddress && whole.length > 0) return [];
  // Its parts are in most other addresses as well: where something begins as it was typed, pieces inside are not looked for.
  const begun = await findDocuments(database, sought, begunAddressOf(text), limit);
  if (begun.length > 0) return begun;
  const unfilled = sought.filter((kind) => whole.filter((one) => kindOf(one) === kind).length < limit);
  return findDocuments(database, unfilled, fragmentsOf(text), limit);
}

async function findTasks(
  database: Knex,
  text: string,
  documents: readonly number[],
  limit: number,
): Promise<readonly Finding[]> {
  const services = documents.filter((one) => kindOf(one) === "service");
  const rows = await rowsOf(
    database.raw(
      `SELECT tasks.number FROM json_each(?) AS found CROSS JOIN services ON services.number = found.value
        CROSS JOIN tasks INDEXED BY tasks_by_service ON tasks.service_id = services.id
        ORDER BY tasks.queue_key LIMIT ?`,
      [JSON.stringify(services), limit],
    ),
  );
  const own = numberSought(text, "task");
  const numbers = new Set([...(own === undefined ? [] : [own]), ...rows.map((row) => Number(row["number"]))]);
  const found = await readFindings(database, "task", [...numbers].slice(0, limit));
  return found.map(([, finding]) => finding);
}

/** The server behind an address, the record of a number with its letter, or the only thing that has all the words whole. */
async function findExact(
  database: Knex,
  text: string,
  { whole }: Documents,
  found: ReadonlyMap<number, Finding>,
  tasks: readonly Finding[],
): Promise<Findings["exact"]> {
  const [letter = ""] = text.trim();
  if (/[cс]/iu.test(letter)) {
    const number = numberSought(text, "service");
    if (number !== undefined) return found.get(number);
  }
  if (/[tт]/iu.test(letter) && numberSought(text, "task") !== undefined) {
    const title = `T-${String(numberSought(text, "task"))}`;
    return tasks.find((task) => task.title.split(" ")[0] === title);
  }
  const addressed = [...found.values()].find((one) => one.kind === "address" && one.serverId !== null);
  if (addressed && addressSought(text.trim()) !== undefined) return serverBehind(database, addressed);
  const server = whole.find((one) => kindOf(one) === "server");
  if (server !== undefined && wholeHardwareAddress(text.trim()) !== undefined) return found.get(server);
  const [only, ...others] = whole;
  return only !== undefined && others.length === 0 ? found.get(only) : undefined;
}

async function serverBehind(database: Knex, { moduleId, serverId }: Finding): Promise<Finding | undefined> {
  const rows = await rowsOf(
    database("search_subjects")
      .where({ kind: "server", module_id: moduleId, subject: String(serverId) })
      .select("id"),
  );
  const [server] = await readFindings(
    database,
    "server",
    rows.map((row) => Number(row["id"])),
  );
  return server?.[1];
}
