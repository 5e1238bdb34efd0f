import { isLicenceAllowed, licenceOf } from "./licences.mjs";

/** Packages with an install script. The first is run by name (`prepare.mjs`), the second never: it only makes Windows installers. */
const knownScripts = new Set(["sqlite3", "electron-winstaller"]);

/**
 * One line for everything about the dependencies that is not as it has to be.
 * @param {{ packageJson: object, lock: object, npmrc: string }} files as they are in the repository
 * @returns {string[]}
 */
export function judgeDependencies({ packageJson, lock, npmrc }) {
  return [
    ...judgeVersions(packageJson),
    ...judgeLock(packageJson, lock),
    ...listLocked(lock).flatMap(([place, locked]) => judgePackage(place, locked)),
    ...judgeSettings(npmrc),
  ];
}

/** Every locked package with its place below the repository. */
export function listLocked(lock) {
  return Object.entries(lock.packages).filter(([place]) => place !== "");
}

/** `node_modules/a/node_modules/@b/c` → `@b/c`. */
export function nameOf(place) {
  return place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
}

function judgeVersions({ dependencies = {}, devDependencies = {} }) {
  return Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => `package.json asks for ${name} ${version}, which is no exact version`);
}

function judgeLock({ dependencies = {}, devDependencies = {} }, lock) {
  const wanted = Object.entries({ ...dependencies, ...devDependencies });
  return wanted
    .filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version)
    .map(([name, version]) => `package-lock.json does not have ${name} ${version}`);
}

function judgePackage(place, { version, integrity, license, hasInstallScript, resolved, dev = false }) {
  const problems = [];
  if (!/^sha512-/.test(integrity ?? "")) problems.push("has no sha512 integrity in the lock file");
  // Which registry is asked is the machine's setting; a package from elsewhere would name its address.
  if (resolved !== undefined) problems.push(`comes from ${resolved}, which is not the registry`);
  if (hasInstallScript && !knownScripts.has(nameOf(place))) problems.push("has an install script");
  const licence = licenceOf(nameOf(place), version, license);
  if (!isLicenceAllowed(licence, !dev)) problems.push(`has the licence ${String(licence)}, which is not on the list`);
  return problems.map((problem) => `${nameOf(place)} ${version} ${problem}`);
}

function judgeSettings(npmrc) {
  const settings = new Set(npmrc.split("\n").map((line) => line.trim()));
  return ["save-exact=true", "ignore-scripts=true", "omit-lockfile-registry-resolved=true"]
    .filter((line) => !settings.has(line))
    .map((line) => `.npmrc does not say ${line}`);
}
