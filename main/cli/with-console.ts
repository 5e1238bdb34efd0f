import { mkdir } from "node:fs/promises";
import { createLog } from "../adapters/log";
import { createVault } from "../adapters/vault";
import type { Console } from "../compose";
import { ProfileInUse } from "../ports/failure";
import { openProfile } from "../profile/open-profile";
import { version } from "../../package.json";
import type { Options } from "./arguments";
import { Refused } from "./ask";
import { signIn } from "./sign-in";

/** Opens the profile, signs in as the options say, works, closes it. While a window holds the profile this says so and answers 1. */
export async function withConsole(options: Options, work: (console: Console) => Promise<number>): Promise<number> {
  const { directory } = options;
  await mkdir(directory, { recursive: true });
  let console: Console;
  try {
    console = await openProfile({
      directory,
      profile: options.isPractice ? "practice" : "site",
      vault: createVault({ directory, isPractice: options.isPractice }),
      log: createLog({ directory }),
      hostKind: "command-line",
      version,
      runtime: `Node ${process.versions.node}`,
      ...(options.isPractice && options.operator !== undefined && { operator: options.operator }),
    });
  } catch (error) {
    if (!(error instanceof ProfileInUse)) throw error;
    process.stderr.write(
      `Rackside has the profile ${directory} open. Close its window, or name another profile with --profile\n`,
    );
    return 1;
  }
  try {
    await signIn(console, options);
    return await work(console);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  } finally {
    await console.stop();
  }
}
