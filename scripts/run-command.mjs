import { spawn, spawnSync } from "node:child_process";
import { places } from "./places.mjs";

/**
 * Runs a program to its end and collects what it says.
 * `echo` also passes its output on to our stderr, so that stdout stays free for answers.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ echo?: boolean, env?: NodeJS.ProcessEnv, cwd?: string, signal?: AbortSignal }} [options]
 * @returns {Promise<{ code: number, stdout: string, output: string }>} code -1 when it could not be started or was stopped
 */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? places.root,
      env: options.env ?? process.env,
      stdio: ["ignore", "pipe", "pipe"],
      // npm is a .cmd file on Windows, which only a shell can start.
      shell: process.platform === "win32" && command === "npm",
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    let stdout = "";
    let output = "";
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
      output += chunk;
      if (options.echo) process.stderr.write(chunk);
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
      if (options.echo) process.stderr.write(chunk);
    });
    child.on("error", (error) => {
      resolve({ code: -1, stdout, output: `${output}${error.message}\n` });
    });
    child.on("close", (code) => {
      resolve({ code: code ?? -1, stdout, output });
    });
  });
}

/** True when `command` can be started at all. */
export function isCommandPresent(command) {
  return spawnSync(command, ["--version"], { stdio: "ignore" }).error === undefined;
}

/** A failure that the person at the keyboard can mend; shown without a stack. */
export class SetupError extends Error {
  name = "SetupError";
}

/** Runs a script's main function: a SetupError is shown as it is, anything else with its stack. */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.stderr.write(`\n${error instanceof SetupError ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
}

/** Tells the person what is going on; on stderr, because stdout belongs to answers. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
