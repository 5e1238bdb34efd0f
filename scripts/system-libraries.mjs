import { existsSync } from "node:fs";
import { SetupError, runCommand, say } from "./run-command.mjs";

/** What Electron and a virtual display need on Debian and its kin. Newer releases renamed some packages: the first that exists counts. */
const windowPackages = [
  ["xvfb"],
  ["libgtk-3-0t64", "libgtk-3-0"],
  ["libnss3"],
  ["libasound2t64", "libasound2"],
  ["libgbm1"],
  ["libxss1"],
  ["fonts-dejavu-core"],
];

/**
 * What the tests try the program with: a D-Bus session and a Secret Service of their own for the desktop's keychain, and the reference printer for IPP,
 * which does not start without a message bus. Poppler draws the PDF of labels; it shares nothing with the program.
 */
const testPackages = [
  ["dbus-daemon", "dbus"],
  ["dbus-bin", "dbus"],
  ["gnome-keyring"],
  ["cups-ipp-utils"],
  ["poppler-utils"],
];

/** Sees to the system libraries of the window on Debian; elsewhere the desktop brings them along. */
export function provideWindowLibraries() {
  return providePackages(windowPackages);
}

/** Sees to what the tests need of a desktop on Debian; elsewhere the tests that need it say that they were left out. */
export function provideTestDesktop() {
  return providePackages(testPackages);
}

/** @param {readonly (readonly string[])[]} packages the names that each has had, the present one first */
async function providePackages(packages) {
  if (process.platform !== "linux" || !existsSync("/etc/debian_version")) return;
  const installed = await listInstalled();
  const missing = packages.filter((names) => !names.some((name) => installed.has(name)));
  if (missing.length === 0) return;
  if (process.getuid() !== 0) throw new SetupError(askFor(missing.map((names) => names.at(-1))));
  await updatePackageLists();
  await installPackages(await Promise.all(missing.map(firstAvailable)), { isListFresh: true });
}

/** Sees to the renderer of PDF on Debian. */
export function providePdfTools() {
  return providePackages([["poppler-utils"]]);
}

/**
 * Installs Debian packages when run as root; otherwise names the one command that does.
 * @param {readonly string[]} packages
 */
export async function installPackages(packages, { isListFresh = false } = {}) {
  if (!existsSync("/etc/debian_version") || process.getuid() !== 0) throw new SetupError(askFor(packages));
  if (!isListFresh) await updatePackageLists();
  say(`Installing system packages: ${packages.join(" ")} …`);
  const { code, output } = await runCommand(
    "apt-get",
    ["install", "-y", "-q", "--no-install-recommends", ...packages],
    { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } },
  );
  if (code !== 0) throw new SetupError(`${output}\n${askFor(packages)}`);
}

async function listInstalled() {
  const { stdout } = await runCommand("dpkg-query", ["-W", "-f", "${Package} ${db:Status-Status}\n"]);
  const lines = stdout.split("\n").map((line) => line.split(" "));
  return new Set(lines.filter(([, status]) => status === "installed").map(([name]) => name));
}

async function updatePackageLists() {
  say("Reading the lists of system packages (apt-get update) …");
  await runCommand("apt-get", ["update", "-q"]);
}

async function firstAvailable(names) {
  for (const name of names) {
    const { stdout } = await runCommand("apt-cache", ["show", name]);
    if (stdout !== "") return name;
  }
  return names.at(-1);
}

function askFor(packages) {
  return [
    "Some system packages are missing. On Debian or Ubuntu run this once, then try again:",
    "",
    `  sudo apt-get update && sudo apt-get install -y ${packages.join(" ")}`,
    "",
  ].join("\n");
}
