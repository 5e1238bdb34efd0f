import type { Options } from "./arguments";
import { withConsole } from "./with-console";

/** Sends what waits for panels and printers and prints the report as JSON. 1 when something is left that waits or needs a person. */
export function drainCourier(options: Options): Promise<number> {
  return withConsole(options, async (console) => {
    await console.start();
    const report = await console.drain();
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    return report.waiting === 0 && report.unprinted === 0 ? 0 : 1;
  });
}
