import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { connect } from "../../../db/open";
import { systemClock } from "../../../main/adapters/clock";
import { createPanelConnector } from "../../../main/remote/connector";
import { createTransport } from "../../../main/remote/transport";
import type { HttpAnswer, HttpRequest, Transport, TransportOptions } from "../../../main/remote/http";
import { startDcimanagerSimulator } from "../../../simulator/dcimanager6/simulator";
import { createLargeSite } from "../../../simulator/site/large-site";
import { openTestConsole, prepareSale, silentLog } from "../../builders/console";
import type { TestConsole } from "../../builders/console";
import { delay } from "../delay";
import { atMost, ratioOf, spreadOf } from "../figures";
import type { Line } from "../figures";
import type { Bench } from "./row";

const servers = 15_000;
const repetitions = 5;
const bareRowsAtOnce = 500;
/** A panel that stands beside the console takes longer for a page; none answers in the same turn of the loop. */
const answerAfterMs = 5;

/** Reads all servers of a panel, whose answers come from memory: what is measured is what the console does with them. */
export async function measureMirror(bench: Bench): Promise<readonly Line[]> {
  const directory = await mkdtemp(join(bench.folder, "mirror-"));
  const simulator = await startDcimanagerSimulator({ site: createLargeSite({ servers }) });
  const recorder = createRecorder();
  const readInto = (name: string) => mirrorTwice(join(directory, name), simulator.url, recorder.openTransport);
  try {
    await readInto("first");
    const content = await readContent(join(directory, "first", "rackside.sqlite"), recorder.listAnswers());
    const first: number[] = [];
    const second: number[] = [];
    const bare: number[] = [];
    const delays: number[] = [];
    for (let round = 0; round < repetitions; round += 1) {
      const taken = await readInto(String(round));
      first.push(taken.first.tookMs);
      second.push(taken.second.tookMs);
      delays.push(taken.first.delayMs);
      bare.push(await insertBare(join(directory, `bare-${String(round)}.sqlite`), content));
    }
    const [measured, again, baseline] = [spreadOf(first), spreadOf(second), spreadOf(bare)];
    const loopDelay = spreadOf(delays);
    const ratio = ratioOf(measured, baseline);
    return [
      {
        what: "15,000 servers into an empty mirror",
        unit: "ms",
        measured,
        baseline,
        ratio,
        aims: [atMost(2, ratio, "ratio")],
        note: "baseline: JSON.parse of the same answers and bare inserts of the same rows; the search index is the console's alone",
      },
      {
        what: "the same once more, nothing changed",
        unit: "ms",
        measured: again,
        baseline,
        ratio: ratioOf(again, baseline),
        aims: [],
      },
      {
        what: "event loop delay at the first reading, p99",
        unit: "ms",
        measured: loopDelay,
        baseline: null,
        ratio: null,
        aims: [atMost(50, loopDelay.p50, "p99 ms")],
      },
    ];
  } finally {
    await simulator.stop();
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function mirrorTwice(directory: string, url: string, openTransport: (options: TransportOptions) => Transport) {
  const panels = createPanelConnector({ log: silentLog, openTransport });
  const console = await openTestConsole({ panels, directory, clock: systemClock });
  try {
    const { module } = await prepareSale(console, { url, username: "dc@example.net", password: "s3cret" });
    return { first: await readAll(console, module.id), second: await readAll(console, module.id) };
  } finally {
    await console.stop();
  }
}

/** Waits for the event that tells the window: asking again and again would take one of two processors. */
async function readAll(console: TestConsole, moduleId: string) {
  const monitor = monitorEventLoopDelay({ resolution: 1 });
  const ended = new Promise<void>((resolve) => {
    const stopListening = console.subscribe((event) => {
      if (event.name !== "records.changed" || !event.changes.some(({ entity }) => entity === "mirror")) return;
      stopListening();
      resolve();
    });
  });
  monitor.enable();
  const startedAt = performance.now();
  await console.call("mirror.refresh", { id: moduleId });
  await ended;
  const tookMs = performance.now() - startedAt;
  monitor.disable();
  const [mirror] = await console.call("mirror.list", {});
  if (mirror?.servers !== servers || mirror.reason !== "")
    throw new Error(`The reading failed: ${mirror?.reason ?? ""}`);
  return { tookMs, delayMs: monitor.percentile(99) / 1e6 };
}

/** Passes the first asking of everything on to the panel and answers every later one from memory. */
function createRecorder() {
  const known = new Map<string, Promise<HttpAnswer>>();
  const lists: string[] = [];
  const keyOf = ({ method, path, body }: HttpRequest): string => `${method} ${path} ${body ?? ""}`;
  return {
    listAnswers: (): readonly string[] => lists,
    openTransport(options: TransportOptions): Transport {
      const carry = createTransport(options);
      return async (request) => {
        const key = keyOf(request);
        const kept = known.get(key);
        if (kept) {
          await delay(answerAfterMs);
          return kept;
        }
        const answer = carry(request);
        if (request.path.includes("/server?")) void answer.then(({ text }) => lists.push(text));
        known.set(key, answer);
        return answer;
      };
    },
  };
}

const tables = ["mirror_servers", "mirror_ages", "mirror_addresses"] as const;
type Value = string | number | null;

interface Content {
  readonly answers: readonly string[];
  readonly tables: readonly { readonly name: string; readonly columns: string; readonly rows: readonly Value[][] }[];
}

/** What the panel has said and the rows that the console has made of it. */
async function readContent(file: string, answers: readonly string[]): Promise<Content> {
  const database = connect(file, ["query_only=ON"]);
  try {
    const read = tables.map(async (name) => {
      const columns = await database.raw<readonly { name: string; type: string }[]>(`PRAGMA table_info(${name})`);
      const rows = await database.raw<readonly Record<string, Value>[]>(`SELECT * FROM ${name}`);
      return {
        name,
        columns: columns.map((column) => `${column.name} ${column.type}`).join(", "),
        rows: rows.map((row) => columns.map((column) => row[column.name] ?? null)),
      };
    });
    return { answers, tables: await Promise.all(read) };
  } finally {
    await database.destroy();
  }
}

/** Parses the answers and inserts the rows into tables of the same columns, which have no key, index or rule. */
async function insertBare(file: string, content: Content): Promise<number> {
  const database = connect(file, ["journal_mode=WAL", "synchronous=FULL"]);
  try {
    for (const { name, columns } of content.tables) await database.raw(`CREATE TABLE ${name} (${columns}) STRICT`);
    const startedAt = performance.now();
    for (const text of content.answers) JSON.parse(text);
    for (const { name, rows } of content.tables) {
      for (let first = 0; first < rows.length; first += bareRowsAtOnce) {
        const some = rows.slice(first, first + bareRowsAtOnce);
        const places = some.map((row) => `(${row.map(() => "?").join(", ")})`).join(", ");
        await database.raw(`INSERT INTO ${name} VALUES ${places}`, some.flat());
      }
    }
    return performance.now() - startedAt;
  } finally {
    await database.destroy();
  }
}
