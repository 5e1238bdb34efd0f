import type { Options } from "./arguments";
import { runCall } from "./call";

/** `backup list`, `backup make`, `backup restore NAME`, or undefined for other words. */
export function runBackup(options: Options, words: readonly string[]): Promise<number> | undefined {
  const [verb, name] = words;
  if (verb === "restore" && name !== undefined && words.length === 2)
    return runCall(options, "backup.restore", JSON.stringify({ name }));
  if ((verb === "list" || verb === "make") && words.length === 1) return runCall(options, `backup.${verb}`, "{}");
  return undefined;
}
