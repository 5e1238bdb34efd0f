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
import { until } from "../delay";
import { atMost, ratioOf, spreadOf } from "../figures";
import type { Line } from "../figures";
import type { Bench } from "./row";

const servers = 15_000;
const repetitions = 5;
const bareRowsAtOnce = 500;
const limitMs = 300_000;

/** Reads all servers of a panel, whose answers come from memory: what is measured is what the console does with them. */
export async function measureMirror(bench: Bench): Promise<readonly Line[]> {
  const directory = await mkdtemp(join(bench.folder, "mirror-"));
  const simulator = await startDcimanagerSimulator({ site: createLargeSite({ servers }) });
  const recorder = createRecorder();
  try {
    await mirrorOnce(join(directory, "first"), simulator.url, recorder.openTransport);
    const answers = recorder.listAnswers();
    const taken: number[] = [];
    const bare: number[] = [];
    const delays: number[] = [];
    for (let round = 0; round < repetitions; round += 1) {
      const { tookMs, delayMs } = await mirrorOnce(
        join(directory, String(round)),
        simulator.url,
        recorder.openTransport,
      );
      taken.push(tookMs);
      delays.push(delayMs);
      bare.push(await insertBare(join(directory, `bare-${String(round)}.sqlite`), answers));
    }
    const measured = spreadOf(taken);
    const baseline = spreadOf(bare);
    const ratio = ratioOf(measured, baseline);
    const delay = spreadOf(delays);
    return [
      {
        what: "15,000 servers into an empty mirror",
        unit: "ms",
        measured,
        baseline,
        ratio,
        aims: [atMost(2, ratio, "ratio")],
        note: "baseline: JSON.parse of the same answers and bare inserts of the same rows",
      },
      {
        what: "event loop delay meanwhile, p99",
        unit: "ms",
        measured: delay,
        baseline: null,
        ratio: null,
        aims: [atMost(50, delay.p50, "p99 ms")],
      },
    ];
  } finally {
    await simulator.stop();
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function mirrorOnce(directory: string, url: string, openTransport: (options: TransportOptions) => Transport) {
  const panels = createPanelConnector({ log: silentLog, openTransport });
  const console = await openTestConsole({ panels, directory, clock: systemClock });
  try {
    const { module } = await prepareSale(console, { url, username: "dc@example.net", password: "s3cret" });
    const monitor = monitorEventLoopDelay({ resolution: 1 });
    monitor.enable();
    const startedAt = performance.now();
    await console.call("mirror.refresh", { id: module.id });
    await until(limitMs, async () => {
      const [mirror] = await console.call("mirror.list", {});
      return mirror && mirror.takenAt !== null && mirror.servers >= servers ? true : undefined;
    });
    const tookMs = performance.now() - startedAt;
    monitor.disable();
    return { tookMs, delayMs: monitor.percentile(99) / 1e6 };
  } finally {
    await console.stop();
  }
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
      return (request) => {
        const key = keyOf(request);
        const answer = known.get(key) ?? carry(request);
        if (!known.has(key) && request.path.includes("/server?")) void answer.then(({ text }) => lists.push(text));
        known.set(key, answer);
        return answer;
      };
    },
  };
}

async function insertBare(file: string, answers: readonly string[]): Promise<number> {
  const database = connect(file, ["journal_mode=WAL", "synchronous=FULL"]);
  try {
    await database.raw("CREATE TABLE servers (id INTEGER PRIMARY KEY, name TEXT, body TEXT) STRICT");
    const startedAt = performance.now();
    for (const text of answers) {
      const { list = [] } = JSON.parse(text) as {
        readonly list?: readonly { readonly id: number; readonly name: string }[];
      };
      for (let first = 0; first < list.length; first += bareRowsAtOnce) {
        const rows = list.slice(first, first + bareRowsAtOnce).map((row) => [row.id, row.name, JSON.stringify(row)]);
        const places = rows.map(() => "(?, ?, ?)").join(", ");
        await database.raw(`INSERT OR REPLACE INTO servers (id, name, body) VALUES ${places}`, rows.flat());
      }
    }
    return performance.now() - startedAt;
  } finally {
    await database.destroy();
  }
}
