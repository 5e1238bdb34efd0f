import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface IppPrinter {
  /** `ipp://…` */
  readonly address: string;
  /** Documents that it printed, oldest first. */
  documents(): Promise<readonly Uint8Array[]>;
  stop(): Promise<void>;
}

export interface IppPrinterOptions {
  /** Formats that it takes; PDF, PNG and raw data when left out. */
  readonly types?: string;
  /** Shell command that prints: it gets the document's file as its argument and what it writes to stderr as `STATE: …` becomes the state. */
  readonly command?: string;
}

const defaultTypes = "application/pdf,application/octet-stream,application/vnd.cups-raw,image/png";

/** Whether Debian's cups-ipp-utils and dbus-daemon are installed. */
export function canStartIppPrinter(): boolean {
  return ["ippeveprinter", "dbus-daemon"].every((name) => spawnSync(name, ["--version"]).error === undefined);
}

/** Starts CUPS' reference printer for IPP Everywhere, which is no work of ours, with a folder that keeps what it prints. */
export async function startIppPrinter(options: IppPrinterOptions = {}): Promise<IppPrinter> {
  const directory = await mkdtemp(join(tmpdir(), "rackside-ipp-"));
  const port = await freePort();
  const script = join(directory, "print.sh");
  await writeFile(script, options.command ?? "#!/bin/sh\nexit 0\n", { mode: 0o755 });
  const bus = await startMessageBus();
  const args = [
    "-k",
    "-r",
    "off",
    "-n",
    "localhost",
    "-p",
    String(port),
    "-d",
    directory,
    "-f",
    options.types ?? defaultTypes,
    "-c",
    script,
  ];
  const env = { ...process.env, DBUS_SYSTEM_BUS_ADDRESS: bus.address };
  const printer = spawn("ippeveprinter", [...args, "Rackside test printer"], { stdio: "ignore", env });
  const ended = new Promise((resolve) => printer.once("exit", resolve));
  return {
    address: `ipp://localhost:${String(port)}/ipp/print`,
    async documents() {
      const names = (await readdir(directory)).filter((name) => /^\d+-/.test(name)).sort(byNumber);
      const documents = await Promise.all(names.map((name) => readFile(join(directory, name))));
      // The output of its printing command, which writes none, lies beside the document.
      return documents.filter(({ length }) => length > 0);
    },
    async stop() {
      printer.kill();
      await ended;
      bus.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** It does not start without a message bus to tell Avahi of itself, even with its announcements off; a bus of our own with nobody on it does. */
async function startMessageBus(): Promise<{ readonly address: string; stop(): void }> {
  const daemon = spawn("dbus-daemon", ["--session", "--nofork", "--print-address=1"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const address = await new Promise<string>((resolve, reject) => {
    daemon.once("error", reject);
    daemon.stdout.once("data", (text: Buffer) => resolve(text.toString().trim()));
  });
  return { address, stop: () => void daemon.kill() };
}

function byNumber(left: string, right: string): number {
  return Number.parseInt(left, 10) - Number.parseInt(right, 10);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
