import { exportProfile, importProfile } from "../profile/transfer";
import type { Options } from "./arguments";

/** Exports the profile into a folder, or imports one into the profile, and prints how much that was. */
export async function transfer(verb: "export" | "import", options: Options, folder: string): Promise<number> {
  const carryOver = verb === "export" ? exportProfile : importProfile;
  const transferred = await carryOver(options.directory, folder);
  process.stdout.write(`${JSON.stringify(transferred, null, 2)}\n`);
  return 0;
}
