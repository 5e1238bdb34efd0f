import { spawn } from "node:child_process";
import { chownSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Chromium's sandbox cannot be set up by root: the packed program runs as nobody. */
const nobody = 65534;
const startLimitMs = 20_000;

export const plantedWord = "PLANTED CODE RAN";

/**
 * Starts the packed program in every way that would let somebody in: told to be a plain Node, with NODE_OPTIONS, with --inspect, with a
 * script as argument. Its page is reached over a remote-debugging port.
 * @param {{ executable: string }} packed
 * @param {string} display
 * @returns {Promise<{ isStarted: boolean, endpoint: string, root: string, output: () => string, stop: () => Promise<void> }>}
 */
export async function startPacked({ executable }, display) {
  const root = mkdtempSync(path.join(tmpdir(), "rackside-packed-"));
  const planted = path.join(root, "planted.cjs");
  writeFileSync(planted, `process.stdout.write("${plantedWord}\\n");\n`, { mode: 0o644 });
  const isRoot = process.getuid?.() === 0;
  if (isRoot) for (const file of [root, planted]) chownSync(file, nobody, nobody);
  const program = spawn(executable, [planted, `--profile-root=${root}`, "--inspect=0", "--remote-debugging-port=0"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      HOME: root,
      DISPLAY: display,
      ELECTRON_RUN_AS_NODE: "1",
      NODE_OPTIONS: `--require=${planted}`,
    },
    ...(isRoot ? { uid: nobody, gid: nobody } : {}),
  });
  let output = "";
  const ended = new Promise((resolve) => {
    program.once("error", (error) => {
      output += error.message;
      resolve();
    });
    program.once("exit", resolve);
  });
  const endpoint = await new Promise((resolve) => {
    const limit = setTimeout(() => resolve(""), startLimitMs);
    const read = (chunk) => {
      output += chunk;
      const [, found] = /DevTools listening on (\S+)/u.exec(output) ?? [];
      if (found !== undefined) resolve(found);
    };
    program.stdout.on("data", read);
    program.stderr.on("data", read);
    void ended.then(() => {
      clearTimeout(limit);
      resolve("");
    });
  });
  return {
    isStarted: endpoint !== "",
    endpoint,
    root,
    output: () => output,
    stop: async () => {
      program.kill("SIGKILL");
      await ended;
      rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** What the kernel says of the process that draws the page: Seccomp 2 is a filter on its system calls. */
export function readRendererStatus(root) {
  for (const id of readdirSync("/proc").filter((name) => /^\d+$/u.test(name))) {
    const command = readProcess(id, "cmdline");
    if (!command.includes("--type=renderer") || !command.includes(root)) continue;
    const status = readProcess(id, "status");
    return {
      isFiltered: /^Seccomp:\s*2$/mu.test(status),
      hasNoNewRights: /^NoNewPrivs:\s*1$/mu.test(status),
    };
  }
  return undefined;
}

function readProcess(id, file) {
  try {
    return readFileSync(path.join("/proc", id, file), "utf8");
  } catch {
    // Ended since the folder was read.
    return "";
  }
}
