import { resolve } from "node:path";

const rootFlag = "--profile-root=";

/**
 * The folder that holds profiles and preferences, where it is not the usual one: `--profile-root=DIR` or RACKSIDE_HOME. A second program
 * on another folder is another console.
 */
export function findProfileRoot(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const named = argv.find((argument) => argument.startsWith(rootFlag))?.slice(rootFlag.length);
  const root = named ?? environment["RACKSIDE_HOME"] ?? "";
  return root === "" ? undefined : resolve(root);
}
