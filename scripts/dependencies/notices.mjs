import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { SetupError } from "../run-command.mjs";
import { places } from "../places.mjs";
import { listLocked, nameOf } from "./judge.mjs";
import { isLicenceAllowed, licenceOf } from "./licences.mjs";

const licenceFile = /^(licen[cs]e|copying|notice)([-.].*)?$/i;

/** A vite plugin that notes which packages go into a bundle. */
export function notePackages(noted) {
  return {
    name: "rackside-note-packages",
    generateBundle(_options, bundle) {
      for (const { moduleIds = [] } of Object.values(bundle)) {
        for (const id of moduleIds) {
          const inside = id.slice(id.lastIndexOf(places.root) + places.root.length + 1);
          if (id.includes(path.join(places.root, "node_modules"))) noted.add(placeOf(inside));
        }
      }
    },
  };
}

/**
 * The licences of everything in the package: what is bundled and what lies beside it, with the texts from the installed packages. Throws SetupError
 * when one of them may not be shipped.
 * @param {ReadonlySet<string>} bundled places such as `node_modules/zod`
 */
export function describeShipped(bundled) {
  const lock = JSON.parse(readFileSync(places.lockFile, "utf8"));
  const shipped = listLocked(lock)
    .filter(([place, { dev = false }]) => !dev || bundled.has(place))
    .map(([place, { version, license }]) => {
      const name = nameOf(place);
      return { place, name, version, license: licenceOf(name, version, license) };
    })
    .sort((one, other) => one.name.localeCompare(other.name, "en"));
  const refused = shipped.filter(({ license }) => !isLicenceAllowed(license, true));
  if (refused.length > 0) {
    const lines = refused.map(({ name, version, license }) => `${name} ${version}: ${String(license)}`);
    throw new SetupError(`These packages may not be shipped:\n${lines.join("\n")}`);
  }
  const head = `Rackside contains the following packages. Electron and Chromium come with files of their own.\n`;
  return { count: shipped.length, text: [head, ...shipped.map(describe)].join(`\n${"=".repeat(80)}\n`) };
}

function describe({ place, name, version, license }) {
  const folder = path.join(places.root, place);
  const texts = readNames(folder)
    .filter((file) => licenceFile.test(file))
    .map((file) => readFileSync(path.join(folder, file), "utf8").trim());
  const told = texts.length > 0 ? texts : ["The package brings no text of its licence."];
  return [`${name} ${version} (${license})`, ...told].join("\n\n").concat("\n");
}

/** A package for another platform is locked and not installed. */
function readNames(folder) {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** `node_modules/a/node_modules/@b/c/lib/x.js` → `node_modules/a/node_modules/@b/c`. */
function placeOf(file) {
  const parts = file.split(/[\\/]/);
  const last = parts.lastIndexOf("node_modules");
  const length = parts[last + 1]?.startsWith("@") ? 3 : 2;
  return parts.slice(0, last + length).join("/");
}
