import type { Clock } from "../ports/host";
import { finding } from "./conditions";
import { runCommand } from "./run-command";
import type { CommandResult } from "./run-command";
import type { Spooler } from "./spooler";

interface CupsParts {
  readonly clock: Clock;
  readonly answerMs: number;
  /** Folder of `lp`, `lpstat` and `cancel`; where the system finds programs when left out. */
  readonly programs?: string;
}

/** A day: a queue that is stopped keeps `lp` waiting for nothing, but a long document takes as long as it is made. */
const longestSubmitMs = 24 * 3_600_000;

/** CUPS by its commands, which every system with CUPS has. */
export function createCups({ clock, answerMs, programs }: CupsParts): Spooler {
  const at = (name: string): string => (programs === undefined ? name : `${programs}/${name}`);
  const ask = (name: string, args: readonly string[]): Promise<CommandResult> =>
    runCommand(at(name), args, { clock, withinMs: answerMs });

  return {
    async submit(queue, { bytes, title, isRaw }, signal) {
      const how = isRaw ? ["-o", "raw"] : ["-o", "print-scaling=none"];
      const args = ["-d", queue, ...how, "-t", title.slice(0, 200)];
      const result = await runCommand(at("lp"), args, { clock, withinMs: longestSubmitMs, input: bytes, signal });
      const jobId = /^request id is (\S+)/m.exec(result.stdout)?.[1];
      if (result.code === 0 && jobId !== undefined) return { jobId };
      if (result.isMissing) return { refusal: "The command lp is not on this computer" };
      return result.code === null
        ? { doubt: "The command lp was ended before it was through" }
        : { refusal: wordsOf(result) };
    },
    async isQueued(queue, jobId) {
      const result = await ask("lpstat", ["-W", "not-completed", "-o", queue]);
      return result.code === 0 ? result.stdout.split("\n").some((line) => line.split(/\s/)[0] === jobId) : undefined;
    },
    async ask(queue) {
      const result = await ask("lpstat", ["-p", queue]);
      if (result.code === null) return finding("unreachable", "CUPS does not answer on this computer");
      if (result.code !== 0)
        return finding("unreachable", `There is no queue ${queue} on this computer: ${wordsOf(result)}`);
      if (/\bdisabled since\b/.test(result.stdout))
        return finding("paused", `The queue is stopped: ${reasonOf(result.stdout)}`);
      return finding(/\bnow printing\b/.test(result.stdout) ? "busy" : "unknown");
    },
    async cancel(_queue, jobId) {
      await ask("cancel", [jobId]);
    },
    async list() {
      const result = await ask("lpstat", ["-v"]);
      return [...result.stdout.matchAll(/^device for (.+?): (.*)$/gm)].map(([, name = "", detail = ""]) => ({
        name,
        detail,
      }));
    },
  };
}

function wordsOf({ stderr, code }: CommandResult): string {
  return stderr.trim().split("\n")[0]?.slice(0, 300) || `it ended with ${String(code)}`;
}

/** The second line of `lpstat -p` says why. */
function reasonOf(text: string): string {
  return text.split("\n")[1]?.trim() || "start it again in the printer settings of the system";
}
