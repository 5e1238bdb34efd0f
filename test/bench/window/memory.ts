import { readFile, readdir } from "node:fs/promises";

/** Megabytes of a process and all that it started; what several share is counted once (Linux, proportional set size). */
export async function megabytesOf(pid: number): Promise<number> {
  const sizes = await Promise.all((await listTree(pid)).map(readProportionalKilobytes));
  return sizes.reduce((sum, size) => sum + size, 0) / 1_024;
}

async function listTree(pid: number): Promise<readonly number[]> {
  const children = await readdir(`/proc/${String(pid)}/task`)
    .then((threads) =>
      Promise.all(threads.map((thread) => readFile(`/proc/${String(pid)}/task/${thread}/children`, "utf8"))),
    )
    .catch(() => []);
  const ids = children.join(" ").split(/\s+/u).filter(Boolean).map(Number);
  return [pid, ...(await Promise.all(ids.map(listTree))).flat()];
}

async function readProportionalKilobytes(pid: number): Promise<number> {
  const text = await readFile(`/proc/${String(pid)}/smaps_rollup`, "utf8").catch(() => "");
  return Number(/^Pss:\s+(\d+) kB/mu.exec(text)?.[1] ?? 0);
}
