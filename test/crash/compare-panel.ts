import { actionRequestShape } from "../../main/contract/shapes/action";
import type { ActionRequest } from "../../main/contract/shapes/action";
import type { Effect } from "../../simulator/dcimanager6/world";
import { duplicated, lost } from "./findings";
import type { Finding } from "./findings";
import type { FoundAction } from "./read-profile";
import { crashSite } from "./site";

interface Order {
  readonly request: ActionRequest;
  readonly isDone: boolean;
}

/** Compares what really happened on the panel with what was ordered: every order that is done once, and nothing else. */
export function comparePanel(actions: readonly FoundAction[], effects: readonly Effect[]): Finding[] {
  const findings: Finding[] = [];
  for (const action of actions) {
    if (action.state !== "done" && action.state !== "discarded")
      findings.push(lost(`action ${action.id} never ended: ${action.state}`));
  }
  const servers = new Set([...actions.map((action) => action.serverId), ...effects.map((effect) => effect.serverId)]);
  for (const serverId of servers) {
    const orders = actions.filter((action) => action.serverId === serverId).map(toOrder);
    const seen = effects.filter((effect) => effect.serverId === serverId);
    const compared = [
      ...compareSequence(
        "owners",
        wantedOwners(orders),
        details(seen, "owner-set", (detail) => detail["owner"]),
      ),
      ...comparePower(orders, seen),
      ...compareResets(orders, seen),
      ...comparePorts(orders, seen),
      ...compareAddresses(orders, seen),
      ...compareNames(orders, seen),
      ...compareSequence(
        "cables",
        unique(
          orders.flatMap(({ request, isDone }) =>
            isDone && request.kind === "add-connection" ? [cableOf(request)] : [],
          ),
        ),
        details(seen, "connection-added", ({ kind, port }) => `${String(kind)} ${String(port)}`),
      ),
      ...undeclared(seen),
    ];
    findings.push(...compared.map((finding) => ({ ...finding, what: `server ${String(serverId)}: ${finding.what}` })));
  }
  return [...findings, ...sharedAddresses(effects)];
}

function toOrder(action: FoundAction): Order {
  return { request: actionRequestShape.parse(JSON.parse(action.request)), isDone: action.state === "done" };
}

function details<T>(effects: readonly Effect[], kind: Effect["kind"], pick: (detail: Effect["detail"]) => T): T[] {
  return effects.filter((effect) => effect.kind === kind).map((effect) => pick(effect.detail));
}

function compareSequence(what: string, wanted: readonly unknown[], seen: readonly unknown[]): Finding[] {
  const [wantedText, seenText] = [JSON.stringify(wanted), JSON.stringify(seen)];
  if (wantedText === seenText) return [];
  const told = `${what} ordered were ${wantedText}, on the panel happened ${seenText}`;
  return [seen.length > wanted.length ? duplicated(told) : lost(told)];
}

/** An order for what already is so has no effect. */
function withoutRepetition<T>(before: T, values: readonly T[]): T[] {
  return values.filter((value, index) => value !== (index === 0 ? before : values[index - 1]));
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function wantedOwners(orders: readonly Order[]): (number | null)[] {
  const ids = new Map(crashSite.customers.map(({ email }, index) => [email, 55 + index]));
  const wanted = orders.flatMap(({ request, isDone }) =>
    isDone && request.kind === "set-owner"
      ? [request.ownerEmail === null ? null : (ids.get(request.ownerEmail) ?? null)]
      : [],
  );
  return withoutRepetition(null, wanted);
}

/** Both what became of the machine and how many operations the panel was made to run for it. */
function comparePower(orders: readonly Order[], effects: readonly Effect[]): Finding[] {
  // A reset leaves a machine on, whatever it was before.
  const wanted = orders.flatMap(({ request, isDone }) =>
    isDone && request.kind === "set-power" ? [request.power === "reset" ? "on" : request.power] : [],
  );
  const changes: string[] = [];
  let power = "on";
  orders.forEach(({ request, isDone }) => {
    if (!isDone || request.kind !== "set-power") return;
    if (request.power !== "reset" && request.power !== power) changes.push(`power-${request.power}`);
    power = request.power === "off" ? "off" : "on";
  });
  const hasReset = orders.some(({ request }) => request.kind === "set-power" && request.power === "reset");
  const seen = effects.filter(({ kind }) => kind === "power-on" || kind === "power-off").map(({ kind }) => kind);
  const succeeded = countOperations(effects, /^power_o(n|ff)$/);
  // A reset of unknown outcome was given up: then it is not known either whether the next "on" had anything to do.
  const isCertain = !hasReset || orders.every(({ request, isDone }) => isDone || request.kind !== "set-power");
  if (wanted.length === 0 && seen.length === 0) return [];
  const findings = isCertain ? compareSequence("power", changes, seen) : [];
  if (succeeded !== seen.length)
    findings.push(duplicated(`${String(succeeded)} power operations for ${String(seen.length)} changes`));
  return findings;
}

function countOperations(effects: readonly Effect[], name: RegExp): number {
  const count = (kind: Effect["kind"]) =>
    effects.filter((effect) => effect.kind === kind && name.test(String(effect.detail["name"]))).length;
  return count("operation-started") - count("operation-failed") - count("operation-cancelled");
}

function compareResets(orders: readonly Order[], effects: readonly Effect[]): Finding[] {
  const resets = orders.filter(({ request }) => request.kind === "set-power" && request.power === "reset");
  const done = resets.filter(({ isDone }) => isDone).length;
  const seen = effects.filter(({ kind }) => kind === "power-reset").length;
  if (seen < done) return [lost(`${String(done)} resets are done, ${String(seen)} happened`)];
  if (seen > resets.length)
    return [duplicated(`${String(resets.length)} resets were ordered, ${String(seen)} happened`)];
  return [];
}

function comparePorts(orders: readonly Order[], effects: readonly Effect[]): Finding[] {
  const wanted = orders.flatMap(({ request, isDone }) =>
    isDone && request.kind === "set-ports" ? [request.status] : [],
  );
  const changes = effects.filter(({ kind }) => kind === "port-up" || kind === "port-down");
  const shut = changes.filter((effect) => effect.detail["isIpmi"] === true);
  const seen = changes
    .filter((effect) => effect.detail["isIpmi"] !== true)
    .map(({ kind }) => (kind === "port-up" ? "up" : "down"));
  // A server registered from its card is cabled to no port.
  const hasPort = effects.every(({ kind }) => kind !== "server-created");
  return [
    ...compareSequence("ports", hasPort ? withoutRepetition("up", wanted) : [], seen),
    ...shut.map(() => duplicated("a management port was switched")),
  ];
}

/** Assigned exactly the number that was ordered, and every one of them freed once when the service was closed out. */
function compareAddresses(orders: readonly Order[], effects: readonly Effect[]): Finding[] {
  const released = details(effects, "address-released", ({ address }) => String(address));
  const allocated = details(effects, "address-allocated", ({ address }) => String(address));
  const isClosedOut = orders.some(({ request, isDone }) => isDone && request.kind === "release-addresses");
  const wanted = orders.reduce(
    (sum, { request, isDone }) => sum + (isDone && request.kind === "assign-addresses" ? request.count : 0),
    0,
  );
  const findings: Finding[] = [];
  const told = `${String(wanted)} addresses ordered, assigned ${allocated.join(", ") || "none"}`;
  if (allocated.length > wanted) findings.push(duplicated(told));
  if (allocated.length < wanted) findings.push(lost(told));
  findings.push(...compareSequence("freed addresses", isClosedOut ? allocated.toSorted() : [], released.toSorted()));
  return findings;
}

function compareNames(orders: readonly Order[], effects: readonly Effect[]): Finding[] {
  const wanted = orders.flatMap(({ request, isDone }) =>
    isDone && request.kind === "create-server" ? [request.server.name] : [],
  );
  return compareSequence(
    "registered",
    wanted,
    details(effects, "server-created", ({ name }) => name),
  );
}

function cableOf({ connection }: Extract<ActionRequest, { kind: "add-connection" }>): string {
  return connection.to === "ipmi" ? "ipmi" : `${connection.to} ${String(connection.portId)}`;
}

function undeclared(effects: readonly Effect[]): Finding[] {
  const never: readonly Effect["kind"][] = ["connection-removed", "os-installed", "server-edited", "user-created"];
  return effects.filter(({ kind }) => never.includes(kind)).map(({ kind }) => duplicated(`${kind} was never ordered`));
}

/** No address may be on two servers at a time, nor twice on one. */
function sharedAddresses(effects: readonly Effect[]): Finding[] {
  const holders = new Map<string, number | null>();
  const findings: Finding[] = [];
  for (const { kind, serverId, detail } of effects) {
    const address = String(detail["address"]);
    if (kind === "address-released") holders.delete(address);
    if (kind !== "address-allocated") continue;
    if (holders.has(address))
      findings.push(
        duplicated(`${address} went to server ${String(serverId)} while ${String(holders.get(address))} had it`),
      );
    holders.set(address, serverId);
  }
  return findings;
}
