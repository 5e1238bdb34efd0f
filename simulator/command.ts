import { parseArgs } from "node:util";
import { defaultAdmin, startDcimanagerSimulator } from "./dcimanager6/simulator";
import type { DialectName } from "./dsmanager/dialect";
import { createPracticeDsmanagerSite } from "./dsmanager/generated-sites";
import { defaultDsmanagerAdmin, startDsmanagerSimulator } from "./dsmanager/simulator";
import type { PanelHost } from "./foundation/panel-host";
import { printerOptions, printerUsage, readPrinterCommand } from "./printers/command";
import type { PrinterCommand } from "./printers/command";
import { createPracticeSites } from "./site/practice-sites";

const usage = `Usage: rackside simulator dcimanager6 --port N [--tls] [--site FILE] [--token-life SECONDS] [--asleep N] [--no-swagger]
       rackside simulator dsmanager --port N [--tls] [--site FILE] [--token-life SECONDS] [--dialect NAME]
${printerUsage}
  --port N               port on 127.0.0.1; 0 takes any free one
  --tls                  serve https with a new self-signed certificate
  --site FILE            keep the state in FILE; begun as a practice site when FILE does not exist
  --token-life SECONDS   how long a sign-in lasts (3600); on a DSmanager counted from its last call
  --asleep N             answer 503 to the first N calls of each service
  --no-swagger           do not publish the panel's interface description
  --dialect NAME         dsmanager (generation 4), which is the default, or dcimanager5 (generation 5)
${printerOptions}`;

interface CommandOptions {
  readonly panel: "dcimanager6" | "dsmanager";
  readonly port: number;
  readonly tls: boolean;
  readonly stateFile: { readonly stateFile?: string };
  readonly tokenLifeMs: number;
  readonly asleepCalls: number;
  readonly publishesSwagger: boolean;
  readonly dialect: DialectName;
}

interface RunningPanel extends PanelHost {
  stop(): Promise<void>;
}

/** Runs a simulated panel or printer until SIGINT or SIGTERM; answers the exit code: 0, 1 it could not start, 2 usage. */
export async function runSimulatorCommand(args: string[]): Promise<number> {
  const printer = readPrinterCommand(args);
  const options = printer === undefined ? readOptions(args) : null;
  if (printer) return untilStopped(() => runPrinter(printer));
  if (options === null) {
    process.stderr.write(usage);
    return 2;
  }
  return untilStopped(() => runPanel(options));
}

async function untilStopped(run: () => Promise<() => Promise<void>>): Promise<number> {
  try {
    const stopped = waitForSignal();
    const stop = await run();
    await stopped;
    await stop();
    return 0;
  } catch (error) {
    process.stderr.write(`The simulator could not start: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

/** Answers how it is stopped. */
async function runPrinter({ model, start }: PrinterCommand): Promise<() => Promise<void>> {
  const printer = await start();
  process.stdout.write(`printer      ${model}\naddress      127.0.0.1:${String(printer.port)}\n`);
  return () => printer.stop();
}

async function runPanel(options: CommandOptions): Promise<() => Promise<void>> {
  const simulator = await startPanel(options);
  const account =
    options.panel === "dsmanager"
      ? defaultDsmanagerAdmin
      : { user: defaultAdmin.email, password: defaultAdmin.password };
  const lines = [
    `url          ${simulator.url}`,
    `username     ${account.user}`,
    `password     ${account.password}`,
    `fingerprint  ${simulator.certificateFingerprint ?? "none, plain http"}`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
  return () => simulator.stop();
}

function startPanel(options: CommandOptions): Promise<RunningPanel> {
  const { port, tls, stateFile, tokenLifeMs, asleepCalls, publishesSwagger, dialect } = options;
  const served = { port, tls, ...stateFile };
  if (options.panel === "dsmanager") {
    const { site } = createPracticeDsmanagerSite();
    return startDsmanagerSimulator({ ...served, site, dialect, timings: { sessionIdleMs: tokenLifeMs } });
  }
  const [{ site }] = createPracticeSites();
  return startDcimanagerSimulator({ ...served, site, asleepCalls, publishesSwagger, timings: { tokenLifeMs } });
}

/** Null when the arguments make no sense. */
function readOptions(args: string[]): CommandOptions | null {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        port: { type: "string" },
        tls: { type: "boolean", default: false },
        site: { type: "string" },
        "token-life": { type: "string", default: "3600" },
        asleep: { type: "string" },
        "no-swagger": { type: "boolean" },
        dialect: { type: "string" },
      },
    });
  } catch {
    return null;
  }
  const { values, positionals } = parsed;
  const panel = positionals.join(" ");
  if (panel !== "dcimanager6" && panel !== "dsmanager") return null;
  const { asleep, dialect = "dsmanager" } = values;
  const isMixedUp =
    panel === "dsmanager" ? asleep !== undefined || values["no-swagger"] !== undefined : values.dialect !== undefined;
  if (isMixedUp || (dialect !== "dsmanager" && dialect !== "dcimanager5")) return null;
  const port = wholeNumber(values.port);
  const asleepCalls = wholeNumber(asleep ?? "0");
  const tokenLifeSeconds = wholeNumber(values["token-life"]);
  if (port === null || port > 65_535 || asleepCalls === null || tokenLifeSeconds === null) return null;
  if (tokenLifeSeconds === 0) return null;
  return {
    panel,
    port,
    tls: values.tls,
    stateFile: values.site === undefined ? {} : { stateFile: values.site },
    tokenLifeMs: tokenLifeSeconds * 1000,
    asleepCalls,
    publishesSwagger: values["no-swagger"] !== true,
    dialect,
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
