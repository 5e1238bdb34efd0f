import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { places } from "../places.mjs";
import { SetupError, runCommand, say } from "../run-command.mjs";
import { hashFiles, isStamped, writeStamp } from "../stamp.mjs";
import { readFuses } from "./fuses.mjs";

const folder = path.join(places.out, "security");
const stampFile = path.join(folder, "pack.stamp");
const configuration = path.join(places.root, "electron-builder.yml");

/**
 * Packs the built program as electron-builder.yml says, around the runtime at hand, unless that is done already. For the check only.
 * @param {{ executable: string, version: string }} runtime from provideRuntime
 * @returns {Promise<{ executable: string, resources: string, fuses: object }>} `fuses`: as read back
 */
export async function packForCheck(runtime) {
  const program = path.join(folder, "linux-unpacked");
  const executable = path.join(program, "rackside");
  const wanted = `${runtime.version} ${hashFiles([configuration, path.join(places.out, "build.stamp")])}`;
  if (!isStamped(stampFile, wanted)) {
    say("Packing …");
    rmSync(folder, { recursive: true, force: true });
    await pack(runtime);
    writeStamp(stampFile, wanted);
  }
  return { executable, resources: path.join(program, "resources"), fuses: await readFuses(executable) };
}

async function pack(runtime) {
  const distribution = path.join(folder, "runtime");
  mkdirSync(folder, { recursive: true });
  cpSync(path.dirname(runtime.executable), distribution, {
    recursive: true,
    filter: (file) => path.basename(path.dirname(file)) !== "resources",
  });
  const named = path.join(distribution, path.basename(runtime.executable));
  if (path.basename(named) !== "electron") renameSync(named, path.join(distribution, "electron"));
  const file = path.join(folder, "electron-builder.yml");
  writeFileSync(file, await fittingConfiguration(path.join(distribution, "electron")));
  const { code, output } = await runCommand(process.execPath, [
    path.join(places.modules, "electron-builder", "cli.js"),
    ...["--linux", "dir", "--publish", "never", "--config", file],
    ...[`-c.electronDist=${distribution}`, `-c.electronVersion=${runtime.version}`],
    `-c.directories.output=${folder}`,
  ]);
  rmSync(distribution, { recursive: true, force: true });
  if (code !== 0) throw new SetupError(`${output}\nThe program could not be packed; the reason is above.`);
}

/** The runtime for evaluation is older than its youngest fuse, which electron-builder would not pass over. */
async function fittingConfiguration(executable) {
  const text = readFileSync(configuration, "utf8");
  const { GrantFileProtocolExtraPrivileges: youngest } = await readFuses(executable);
  return youngest !== "missing" ? text : text.replace(/^ *grantFileProtocolExtraPrivileges:.*\n/mu, "");
}
