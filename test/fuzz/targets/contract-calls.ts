import { z } from "zod";
import { createVault } from "../../../main/adapters/vault";
import { calls, isCallName } from "../../../main/contract/calls";
import type { CallName } from "../../../main/contract/calls";
import type { Result } from "../../../main/contract/faults";
import { faultShape } from "../../../main/contract/faults";
import type { Log } from "../../../main/ports/host";
import type { Random } from "../../../simulator/site/random";
import { openTestConsole, prepareSale, setUpService } from "../../builders/console";
import type { TestConsole } from "../../builders/console";
import { createFakePanel } from "../../builders/fake-panel";
import { valueOf } from "../from-schema";
import type { JsonSchema } from "../from-schema";
import { mutateValue } from "../mutate";
import { plantedSecret, wordsOf } from "../planted";
import { strangeText, strangeValue } from "../strange";
import type { Target, Trial } from "../target";

/** A console of a test is not opened anew, which these two would need. */
const excluded: ReadonlySet<string> = new Set(["backup.restore", "profile.open"]);
const names = Object.keys(calls).filter((name): name is CallName => isCallName(name) && !excluded.has(name));
const schemas = new Map<string, JsonSchema>(
  names.map((name) => [name, z.toJSONSchema(calls[name].input, { io: "input", unrepresentable: "any" }) as JsonSchema]),
);
/** Fields of answers whose values are worth giving back. */
const remembered = /id$|^revision$|^name$|^form$|^number$|^months$/i;
const mostRemembered = 40;

/** Every call, by an administrator, on a console with something in it: what was answered before goes into what is asked next. */
export const contractCalls: Target = {
  name: "contract calls",
  weight: 20,
  async open(directory) {
    const lines: string[] = [];
    const console = await openStockedConsole(directory, lines);
    const known = new Map<string, unknown[]>();
    await remember(console, known);
    return {
      make: (random) => makeTrial(random, console, known, lines),
      async close() {
        await console.stop();
      },
    };
  },
};

async function openStockedConsole(directory: string, lines: string[]): Promise<TestConsole> {
  const keep = (event: string, details: unknown = {}): void => {
    const error = (details as { readonly error?: unknown }).error;
    lines.push(event, ...(error === undefined ? [] : wordsOf(error)));
  };
  const log: Log = { debug: keep, info: keep, warn: keep, error: keep };
  const vault = createVault({ directory, isPractice: false, cost: { N: 16, r: 1, p: 1 } });
  await vault.setUp("a passphrase of the site");
  const console = await openTestConsole({ panels: createFakePanel(), log, vault, directory });
  const sale = await prepareSale(console, {
    url: "http://127.0.0.1:1",
    username: "dc@example.net",
    password: plantedSecret,
  });
  await setUpService(console, sale, 101, { ip: 2 });
  return console;
}

/** Asks everything that needs no more than defaults. */
async function remember(console: TestConsole, known: Map<string, unknown[]>): Promise<void> {
  for (const name of names) {
    if (calls[name].effect !== "read") continue;
    const result = await console.dispatch(name, {});
    if (result.ok) gather(result.value, known, "");
  }
}

function gather(value: unknown, known: Map<string, unknown[]>, name: string): void {
  if (typeof value === "object" && value !== null) {
    for (const [key, inside] of Object.entries(value)) gather(inside, known, Array.isArray(value) ? name : key);
    return;
  }
  if (!remembered.test(name)) return;
  const values = known.get(name) ?? [];
  known.set(name, values);
  if (values.includes(value)) return;
  values.push(value);
  if (values.length > mostRemembered) values.shift();
}

function makeTrial(random: Random, console: TestConsole, known: Map<string, unknown[]>, lines: string[]): Trial {
  const name: string = random.chance(0.02) ? strangeText(random, false) : (names[random.below(names.length)] ?? "");
  const strangeness = random.pick([0, 0, 0.02, 0.2]);
  const asked = valueOf(random, schemas.get(name) ?? {}, { known, strangeness });
  const input = random.chance(0.1) ? mutateValue(random, asked, false) : asked;
  return {
    show: () => `${name} ${describe(input)}`,
    async run() {
      lines.length = 0;
      // Whoever locked the console or signed out, the administrator is back for the next call.
      console.actAs("Anna");
      const result = await console.dispatch(name, random.chance(0.01) ? strangeValue(random, false) : input);
      if (!result.ok) return [...toldBy(name, result, lines), ...lines];
      gather(result.value, known, "");
      return [JSON.stringify(result.value), ...lines];
    },
  };
}

/** The fault in words. One of kind `internal` is a bug. */
function toldBy(name: string, { fault }: Extract<Result<unknown>, { ok: false }>, lines: readonly string[]): string[] {
  if (fault.kind === "internal") throw new Error(`${name} ended in an internal fault\n${lines.join("\n")}`);
  return [JSON.stringify(faultShape.parse(fault))];
}

function describe(input: unknown): string {
  try {
    return JSON.stringify(input);
  } catch {
    return "[too deep to be written]";
  }
}
