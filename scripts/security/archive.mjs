import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { plantedWord, startPacked } from "./packed.mjs";

/** What is in the packed program's folder besides its archive. */
export function describeArchive(resources) {
  const unpacked = path.join(resources, "app.asar.unpacked");
  const loose = existsSync(unpacked) ? listFiles(unpacked) : [];
  return {
    isPacked: existsSync(path.join(resources, "app.asar")) && !existsSync(path.join(resources, "app")),
    isLooseOnlyNative: loose.every((file) => file.endsWith(".node")),
  };
}

/** Takes the archive away and puts a plain folder in its place: the program must not run it. */
export async function tryPlainFolder(packed, display) {
  const archive = path.join(packed.resources, "app.asar");
  const folder = path.join(packed.resources, "app");
  renameSync(archive, `${archive}.away`);
  try {
    mkdirSync(folder);
    writeFileSync(path.join(folder, "package.json"), '{ "name": "planted", "main": "main.js" }');
    writeFileSync(
      path.join(folder, "main.js"),
      `process.stdout.write("${plantedWord}\\n"); require("electron").app.exit(0);`,
    );
    return await isPlantedRun(packed, display);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    renameSync(`${archive}.away`, archive);
  }
}

/** Changes a few bytes of the archive; true when the program starts all the same. */
export async function tryChangedArchive(packed, display) {
  const archive = path.join(packed.resources, "app.asar");
  const original = readFileSync(archive);
  const changed = Buffer.from(original);
  const place = changed.indexOf("frame-ancestors 'none'");
  if (place === -1) throw new Error("The archive does not hold the page's policy in plain text");
  changed.write("frame-ancestors 'nono'", place);
  writeFileSync(archive, changed);
  try {
    const program = await startPacked(packed, display);
    await program.stop();
    return program.isStarted;
  } finally {
    writeFileSync(archive, original);
  }
}

async function isPlantedRun(packed, display) {
  const program = await startPacked(packed, display);
  await program.stop();
  return program.output().includes(plantedWord);
}

function listFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? listFiles(path.join(folder, entry.name)) : [entry.name],
  );
}
