/**
 * A profile in a process of its own, so that its disk can be full: takes calls as messages and answers their Results. `fill` and `free` make the file
 * system of the profile full and free again.
 */
import { appendFile, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { openProfile } from "../../main/profile/open-profile";
import { enrol } from "../builders/operators";
import { createOpenVault } from "../builders/vault";

export interface Order {
  readonly name: string;
  readonly input: unknown;
}

const [directory = ""] = process.argv.slice(2);
const filler = join(directory, "filler");
const silent = () => undefined;

async function fill(): Promise<void> {
  for (let size = 65_536; size >= 1; size = Math.floor(size / 2)) {
    const piece = Buffer.alloc(size);
    let isTaken = true;
    while (isTaken) {
      isTaken = await appendFile(filler, piece).then(
        () => true,
        () => false,
      );
    }
  }
}

async function run(): Promise<void> {
  await mkdir(directory, { recursive: true });
  await enrol(directory, "Anna");
  const console = await openProfile({
    directory,
    profile: "site",
    vault: createOpenVault(),
    log: { debug: silent, info: silent, warn: silent, error: silent },
    hostKind: "command-line",
    version: "0.0.0",
    runtime: "test",
    operator: "Anna",
  });
  const carryOut = async ({ name, input }: Order): Promise<unknown> => {
    if (name === "fill") return fill();
    if (name === "free") return rm(filler);
    if (name === "stop") return console.stop();
    return console.dispatch(name, input);
  };
  let last = Promise.resolve();
  process.on("message", (order: Order) => {
    last = last.then(async () => void process.send?.({ answer: (await carryOut(order)) ?? null }));
  });
  process.on("disconnect", () => process.exit());
  process.send?.("open");
}

void run();
