import { parseArgs } from "node:util";
import { defaultAdmin, startDcimanagerSimulator, type SimulatorOptions } from "./dcimanager6/simulator";
import { createPracticeSites } from "./site/practice-sites";

const usage = `Usage: rackside simulator dcimanager6 --port N [--tls] [--site FILE] [--asleep N] [--token-life SECONDS]

  --port N               port on 127.0.0.1; 0 takes any free one
  --tls                  serve https with a new self-signed certificate
  --site FILE            keep the state in FILE; begun as the practice site Riga-1 when FILE does not exist
  --asleep N             answer 503 to the first N calls of each service
  --token-life SECONDS   how long a sign-in lasts (3600)
`;

/** Runs a simulated panel until SIGINT or SIGTERM; answers the exit code: 0, 1 it could not start, 2 usage. */
export async function runSimulatorCommand(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null) {
    process.stderr.write(usage);
    return 2;
  }
  try {
    const simulator = await startDcimanagerSimulator({ ...options, site: createPracticeSites()[0].site });
    const stopped = waitForSignal();
    const lines = [
      `url          ${simulator.url}`,
      `username     ${defaultAdmin.email}`,
      `password     ${defaultAdmin.password}`,
      `fingerprint  ${simulator.certificateFingerprint ?? "none, plain http"}`,
    ];
    process.stdout.write(`${lines.join("\n")}\n`);
    await stopped;
    await simulator.stop();
    return 0;
  } catch (error) {
    process.stderr.write(`The simulator could not start: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

/** Null when the arguments make no sense. */
function readOptions(args: string[]): SimulatorOptions | null {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        port: { type: "string" },
        tls: { type: "boolean", default: false },
        site: { type: "string" },
        asleep: { type: "string", default: "0" },
        "token-life": { type: "string", default: "3600" },
      },
    });
  } catch {
    return null;
  }
  const { values, positionals } = parsed;
  const port = wholeNumber(values.port);
  const asleepCalls = wholeNumber(values.asleep);
  const tokenLifeSeconds = wholeNumber(values["token-life"]);
  if (positionals.join(" ") !== "dcimanager6" || port === null || port > 65_535) return null;
  if (asleepCalls === null || tokenLifeSeconds === null || tokenLifeSeconds === 0) return null;
  return {
    port,
    asleepCalls,
    tls: values.tls,
    timings: { tokenLifeMs: tokenLifeSeconds * 1000 },
    ...(values.site === undefined ? {} : { stateFile: values.site }),
  };
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function waitForSignal(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
      resolve();
    };
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
  });
}
