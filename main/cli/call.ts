import type { Options } from "./arguments";
import { adviceFor } from "./ask";
import { withConsole } from "./with-console";

/** Runs one call through the same dispatch as the window and prints its Result. Steps it leaves behind wait in the outbox; see `courier --drain`. */
export function runCall(options: Options, name: string, json: string): Promise<number> {
  let input: unknown;
  try {
    input = JSON.parse(json);
  } catch (error) {
    process.stderr.write(`The input is not JSON: ${error instanceof Error ? error.message : ""}\n`);
    return Promise.resolve(2);
  }
  return withConsole(options, async (console) => {
    const result = await console.dispatch(name, input);
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    if (result.ok) return 0;
    for (const advice of adviceFor(result.fault)) process.stderr.write(`${advice}\n`);
    return 1;
  });
}
