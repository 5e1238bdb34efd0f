/** How electron-builder.yml wants the fuses; the last one is missing in runtimes before Electron 29. */
const wanted = [
  ["RunAsNode", "off"],
  ["EnableNodeOptionsEnvironmentVariable", "off"],
  ["EnableNodeCliInspectArguments", "off"],
  ["EnableCookieEncryption", "on"],
  ["EnableEmbeddedAsarIntegrityValidation", "on"],
  ["OnlyLoadAppFromAsar", "on"],
  ["GrantFileProtocolExtraPrivileges", "off"],
];
/** In the wire a fuse is the letter 0 or 1; a fuse that was taken out is another one. */
const words = { 48: "off", 49: "on" };
const youngest = "GrantFileProtocolExtraPrivileges";

/**
 * Reads the fuses back out of a program file.
 * @returns {Promise<Readonly<Record<string, "on" | "off" | "missing">>>} by name
 */
export async function readFuses(executable) {
  // Loaded late: this file is read before the dependencies are installed.
  const { default: fuses } = await import("@electron/fuses");
  const wire = await fuses.getCurrentFuseWire(executable);
  return Object.fromEntries(wanted.map(([name]) => [name, words[wire[fuses.FuseV1Options[name]]] ?? "missing"]));
}

/**
 * Holds the fuses of a packed program to the list.
 * @param {Readonly<Record<string, "on" | "off" | "missing">>} found as readFuses answers them
 * @returns {readonly [claim: string, isSo: boolean][]}
 */
export function judgeFuses(found) {
  return wanted.map(([name, state]) =>
    name === youngest && found[name] === "missing"
      ? [`${name} does not exist in this runtime`, true]
      : [`${name} ${state}`, found[name] === state],
  );
}
