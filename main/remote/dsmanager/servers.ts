import type { NewServer } from "../../contract/shapes/action";
import type { OperationFacts, ServerFacts } from "../../contract/shapes/panel";
import { RemoteFailure } from "../../ports/failure";
import type { Page, ServerDetails, ServerQuery, ServerStretch, ServerWalk } from "../../ports/gateway";
import type { ReadList } from "./list";
import * as map from "./map";
import { createPlaceReader } from "./places";
import type { Call } from "./session";
import * as wire from "./wire";

export interface ServerParts {
  readonly call: Call;
  readonly list: ReadList;
  readonly system: string;
}

/** What `server.edit` wants with every change; a field that is left out counts as an error. */
type WholeServer = Pick<wire.ServerForm, "mac" | "name" | "notes" | "type" | "owner">;

const noOwner = "no_owner";

/** All servers, then cut to the query: the panel's own search is a filter that would stay set for everybody using the account. */
export async function listServers(parts: ServerParts, query: ServerQuery): Promise<Page<ServerFacts>> {
  const fragment = query.search.trim().toLowerCase();
  const all = await readFacts(parts, query.locationId);
  const found = all.map(({ facts }) => facts).filter(({ name }) => name.toLowerCase().includes(fragment));
  return { rows: found.slice(query.offset, query.offset + query.limit), total: found.length };
}

/** All that is left in one stretch: a list of generation 4 comes whole, and pages that change meanwhile are read again. */
export async function walkServers(parts: ServerParts, { locationId, after }: ServerWalk): Promise<ServerStretch> {
  const all = await readFacts(parts, locationId);
  const rows = all
    .map(({ facts, row }) => ({ ...facts, addresses: map.toMainAddress(row) }))
    .filter(({ serverId }) => after === null || serverId > after.serverId);
  return { rows, total: all.length, next: null, hasDetails: false };
}

interface ReadServer {
  readonly row: wire.ServerRow;
  readonly facts: ServerFacts;
}

async function readFacts(parts: ServerParts, locationId: number | null): Promise<ReadServer[]> {
  const [rows, racks] = await Promise.all([readServers(parts), readRacks(parts)]);
  const placeOf = createPlaceReader(racks);
  return rows
    .filter(({ location }) => locationId === null || location === locationId)
    .map((row) => ({ row, facts: map.toServerFacts(row, placeOf(row), null) }))
    .sort((left, right) => left.row.id - right.row.id);
}

/** Put together from the list, the server's form, its addresses, its connections and the progress of an installation. */
export async function readServer(parts: ServerParts, serverId: number): Promise<ServerFacts> {
  const [row, answers, racks] = await Promise.all([
    readRow(parts, serverId),
    readAnswers(parts, serverId),
    readRacks(parts),
  ]);
  const percent = await readPercent(parts, row);
  return map.toServerFacts(row, createPlaceReader(racks)(row), { ...answers, percent });
}

/** What the list leaves out, from the answers about the one server. */
export async function readServerDetails(parts: ServerParts, serverId: number): Promise<ServerDetails> {
  return map.toServerDetails(await readAnswers(parts, serverId));
}

async function readAnswers(parts: ServerParts, serverId: number): Promise<Omit<map.ServerAnswers, "percent">> {
  const about = { elid: String(serverId) };
  const [form, addresses, connections] = await Promise.all([
    readForm(parts, serverId),
    parts.list("addresses", wire.addressList, about),
    parts.list("connections", wire.listOf(wire.connectionRow), about),
  ]);
  return { form, addresses, connections };
}

export async function readOperation(parts: ServerParts, serverId: number): Promise<OperationFacts> {
  const row = await readRow(parts, serverId);
  return map.toOperationFacts(row, await readPercent(parts, row));
}

/** Reads the form first and sends all of it back with the change in it. */
export async function changeServer(
  parts: ServerParts,
  serverId: number,
  change: { readonly name?: string; readonly notes?: string; readonly owner?: number | null },
): Promise<void> {
  const form = await readForm(parts, serverId);
  const { name = form.name, notes = form.notes, owner } = change;
  const kept = form.owner === "" ? noOwner : form.owner;
  const whole: WholeServer = {
    mac: form.mac,
    name,
    notes,
    type: form.type,
    owner: owner === undefined ? kept : owner === null ? noOwner : String(owner),
  };
  const parameters = { elid: String(serverId), sok: "ok", ...whole };
  await parts.call("server-edit", wire.confirmation, { parameters, isOrder: true });
}

export async function registerServer(parts: ServerParts, server: NewServer): Promise<number> {
  const lowest = Math.min(...server.units);
  const height = Math.max(...server.units) - lowest + 1;
  if (height !== server.units.length) {
    throw new RemoteFailure("refused", parts.system, "This panel knows servers on units side by side only");
  }
  const whole: WholeServer = {
    mac: server.mac,
    name: server.name,
    notes: server.notes,
    type: await findColocationType(parts),
    owner: noOwner,
  };
  const parameters = {
    sok: "ok",
    ...whole,
    rack: String(server.rackId),
    unit: String(lowest),
    height: String(height),
    location: String(server.locationId),
    ...(server.serial === "" ? {} : { serial: server.serial }),
  };
  return parts.call("server-edit", wire.created, { parameters, isOrder: true });
}

export function readServers({ list }: ServerParts): Promise<wire.ServerRow[]> {
  return list("servers", wire.listOf(wire.serverRow));
}

export function readRacks({ list }: ServerParts): Promise<wire.RackRow[]> {
  return list("racks", wire.listOf(wire.rackRow));
}

async function readRow(parts: ServerParts, serverId: number): Promise<wire.ServerRow> {
  const row = (await readServers(parts)).find(({ id }) => id === serverId);
  if (row) return row;
  const message = `The panel has no server ${String(serverId)}`;
  throw new RemoteFailure("refused", parts.system, message, { isMissing: true });
}

function readForm({ call }: ServerParts, serverId: number): Promise<wire.ServerForm> {
  return call("server-edit", wire.serverForm, { parameters: { elid: String(serverId) } });
}

/** Null when nothing runs or the panel does not say how far it is. */
async function readPercent({ call }: ServerParts, row: wire.ServerRow): Promise<number | null> {
  if (!map.isAtWork(row)) return null;
  const hint = row.diag_in_progress ? "diag_in_progress" : "install_in_progress";
  const parameters = { clickstat: "title", hint_field: hint, elid: String(row.id) };
  try {
    return map.toPercent(await call("install-progress", wire.progress, { parameters }));
  } catch (error) {
    if (error instanceof RemoteFailure && (error.kind === "refused" || error.kind === "malformed")) return null;
    throw error;
  }
}

/**
 * A new server must have a type, and one with a type that is sold could be taken by the next order. So a type named for colocation
 * is used; where there is none the panel is asked without a type and says for itself what it thinks of that.
 */
async function findColocationType({ list }: ServerParts): Promise<string> {
  const types = await list("server-types", wire.listOf(wire.serverTypeRow));
  return types.find(({ name }) => /^colo/i.test(name))?.id ?? "";
}
