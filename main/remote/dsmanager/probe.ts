import { z } from "zod";
import type { RouteCheck } from "../../contract/shapes/module";
import { RemoteFailure } from "../../ports/failure";
import { UnknownFunction } from "./envelope";
import { functions, isFunctionName, type FunctionName, type FunctionTable, type Subject } from "./functions";
import type { Call, CallDetails } from "./session";
import * as wire from "./wire";

type Example = Exclude<Subject, null>;

const source = "What the panel answered to each reading function";
const rowsWithIds = z
  .object({ rows: z.array(z.object({ id: z.string() })) })
  .transform(({ rows }) => rows[0]?.id ?? null);
/** The list that an example of each subject comes from. */
const examplesFrom: Readonly<Record<Example, FunctionName>> = { server: "servers", switch: "switches", pdu: "pdus" };
/** The shape by which an answer is told from that of another function of the same name. */
const shapes: Partial<Record<FunctionName, z.ZodType>> = {
  servers: wire.listOf(wire.serverRow),
  "server-edit": wire.serverForm,
  operations: wire.operationsForm,
  connections: wire.listOf(wire.connectionRow),
  addresses: wire.addressList,
  "server-types": wire.listOf(wire.serverTypeRow),
  "os-images": wire.listOf(wire.imageRow),
  users: wire.listOf(wire.userRow),
  racks: wire.listOf(wire.rackRow),
  locations: wire.listOf(wire.locationRow),
  switches: wire.listOf(wire.switchRow),
  "switch-ports": wire.listOf(wire.switchPortRow),
  pdus: wire.listOf(wire.pduRow),
  "pdu-ports": wire.listOf(wire.pduPortRow),
};

/**
 * Calls every function that reads, under its present name and, where the panel does not know that, under the other known ones; the
 * first that answers is the suggestion. What would change something is not called.
 */
export async function probeFunctions(
  call: Call,
  table: FunctionTable,
): Promise<{ source: string; routes: RouteCheck[] }> {
  const examples = new Map<Example, string | null>();
  const routes: RouteCheck[] = [];
  // A list that answered to another name gives the examples for what depends on it.
  const nameThatAnswered = (name: FunctionName) => routes.find((route) => route.name === name)?.suggestion ?? "";
  for (const name of Object.keys(table).filter(isFunctionName)) {
    const find = (subject: Example) => findExample(call, examples, subject, nameThatAnswered(examplesFrom[subject]));
    routes.push(await checkFunction(call, table, name, find));
  }
  return { source, routes };
}

async function checkFunction(
  call: Call,
  table: FunctionTable,
  name: FunctionName,
  find: (subject: Example) => Promise<string | null>,
): Promise<RouteCheck> {
  const { func, otherNames, readsAbout } = table[name];
  const check = { name, wire: func, isOverridden: table[name] !== functions[name], suggestion: "" };
  if (readsAbout === undefined) return { ...check, state: "not-checked", remark: "It changes something" };
  const elid = readsAbout === null ? null : await find(readsAbout);
  if (readsAbout !== null && elid === null) {
    return { ...check, state: "not-checked", remark: `The panel shows no ${readsAbout} to ask about` };
  }
  const parameters = toParameters(name, elid);
  const answer = await ask(call, name, func, parameters);
  if (answer.state !== "missing") return { ...check, ...answer };
  for (const other of otherNames) {
    const { state } = await ask(call, name, other, parameters);
    if (state === "found") return { ...check, ...answer, suggestion: other };
  }
  return { ...check, ...answer };
}

async function ask(
  call: Call,
  name: FunctionName,
  func: string,
  parameters: NonNullable<CallDetails["parameters"]>,
): Promise<Pick<RouteCheck, "state" | "remark">> {
  try {
    await call(name, shapes[name] ?? wire.progress, { parameters, rename: () => func });
    return { state: "found", remark: "" };
  } catch (error) {
    if (error instanceof UnknownFunction) return { state: "missing", remark: "The panel has no such function" };
    if (!(error instanceof RemoteFailure)) throw error;
    // The example went away, so the function was there to say so.
    if (error.isMissing) return { state: "found", remark: "" };
    if (error.kind === "refused" || error.kind === "malformed") return { state: "differs", remark: error.message };
    throw error;
  }
}

async function findExample(
  call: Call,
  examples: Map<Example, string | null>,
  subject: Example,
  otherName: string,
): Promise<string | null> {
  const known = examples.get(subject);
  if (known !== undefined) return known;
  const found = await readFirstId(call, examplesFrom[subject], otherName);
  examples.set(subject, found);
  return found;
}

async function readFirstId(call: Call, name: FunctionName, otherName: string): Promise<string | null> {
  try {
    return await call(name, rowsWithIds, otherName === "" ? {} : { rename: () => otherName });
  } catch (error) {
    if (error instanceof RemoteFailure && (error.kind === "refused" || error.kind === "malformed")) return null;
    throw error;
  }
}

function toParameters(name: FunctionName, elid: string | null): Record<string, string> {
  if (elid === null) return {};
  return name === "install-progress" ? { clickstat: "title", hint_field: "install_in_progress", elid } : { elid };
}
