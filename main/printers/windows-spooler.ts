import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { PrinterCondition } from "../contract/shapes/printer";
import type { Clock } from "../ports/host";
import { finding } from "./conditions";
import { runCommand } from "./run-command";
import type { CommandResult } from "./run-command";
import type { Spooler } from "./spooler";
import { askQueueScript, cancelJobScript, findJobScript, listQueuesScript, printRawScript } from "./windows-scripts";

interface WindowsParts {
  readonly clock: Clock;
  readonly answerMs: number;
}

/** PowerShell alone takes seconds to start on a busy machine. */
const startMs = 15_000;
const longestSubmitMs = 3_600_000;

const conditions: readonly (readonly [RegExp, PrinterCondition])[] = [
  [/DoorOpen/i, "cover-open"],
  [/PaperOut|PaperProblem/i, "no-media"],
  [/PaperJam/i, "media-jam"],
  [/NoToner/i, "no-ribbon"],
  [/Offline|NotAvailable/i, "unreachable"],
  [/Paused/i, "paused"],
  [/Error|UserIntervention/i, "error"],
  [/Printing|Busy|Processing/i, "busy"],
];

/** The spooler of Windows by PowerShell, which every Windows has. */
export function createWindowsSpooler({ clock, answerMs }: WindowsParts): Spooler {
  async function run(
    script: string,
    environment: Readonly<Record<string, string>>,
    withinMs = startMs + answerMs,
    signal?: AbortSignal,
  ): Promise<CommandResult> {
    const encoded = Buffer.from(script, "utf16le").toString("base64");
    const args = ["-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-EncodedCommand", encoded];
    return runCommand("powershell.exe", args, { clock, withinMs, environment, ...(signal && { signal }) });
  }

  return {
    async submit(queue, { bytes, title, isRaw }, signal) {
      if (!isRaw)
        return {
          refusal:
            "A queue of Windows takes labels in the printer's own language only. For PDF choose the system dialog",
        };
      const directory = await mkdtemp(join(tmpdir(), "rackside-print-"));
      const file = join(directory, "labels.prn");
      try {
        await pipeline(Readable.from(bytes, { objectMode: false }), createWriteStream(file));
        const environment = { RACKSIDE_QUEUE: queue, RACKSIDE_TITLE: title.slice(0, 200), RACKSIDE_FILE: file };
        const result = await run(printRawScript, environment, longestSubmitMs, signal);
        const jobId = /^job (\d+)/.exec(result.stdout)?.[1];
        if (jobId !== undefined) return { jobId };
        const isSure = result.isMissing || result.code !== null;
        return isSure ? { refusal: wordsOf(result) } : { doubt: "PowerShell was ended before it was through" };
      } finally {
        await rm(directory, { recursive: true, force: true });
      }
    },
    async isQueued(queue, jobId) {
      const { stdout } = await run(findJobScript, { RACKSIDE_QUEUE: queue, RACKSIDE_JOB: jobId });
      return stdout === "queued" ? true : stdout === "gone" ? false : undefined;
    },
    async ask(queue) {
      const result = await run(askQueueScript, { RACKSIDE_QUEUE: queue });
      if (result.code !== 0)
        return finding("unreachable", `There is no queue ${queue} on this computer, or it does not answer`);
      return finding(conditions.find(([words]) => words.test(result.stdout))?.[1] ?? "unknown");
    },
    async cancel(queue, jobId) {
      await run(cancelJobScript, { RACKSIDE_QUEUE: queue, RACKSIDE_JOB: jobId });
    },
    async list() {
      const { stdout } = await run(listQueuesScript, {});
      return stdout.split(/\r?\n/).flatMap((line) => {
        const [name = "", detail = ""] = line.split("\t");
        return name === "" ? [] : [{ name, detail }];
      });
    },
  };
}

function wordsOf({ stderr, isMissing }: CommandResult): string {
  // PowerShell wraps what it says in XML when nobody looks.
  const words = stderr.replace(/^#< CLIXML.*/s, "").trim();
  return words.slice(0, 300) || (isMissing ? "PowerShell is not on this computer" : "The spooler did not take the job");
}
