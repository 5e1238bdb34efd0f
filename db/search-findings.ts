import type { Knex } from "knex";
import type { Finding } from "../main/ports/search";
import type { Row } from "./record-codec";
import { rowsOf } from "./rows";
import type { DocumentKind } from "./search-match";

/** Numbers are bound as one JSON list and keep their order; CROSS JOIN keeps the tables in this one. */
const subjects = `FROM json_each(?) AS found CROSS JOIN search_subjects ON search_subjects.id = found.value`;
const modules = `CROSS JOIN modules ON modules.id = search_subjects.module_id`;
const listedThing = `SELECT found.value AS document, search_subjects.*, modules.name AS module_name
  ${subjects} ${modules} ORDER BY found.key`;

const selections: Readonly<Record<DocumentKind | "task", string>> = {
  service: `SELECT found.value AS document, services.id, services.number, services.label, services.note, services.module_id,
      services.server_id, services.addresses, customers.name AS customer_name, modules.name AS module_name, cards.rack,
      cards.identifier, cards.url, cards.username, cards.label AS card_label
    FROM json_each(?) AS found CROSS JOIN services ON services.number = found.value
    CROSS JOIN customers ON customers.id = services.customer_id CROSS JOIN modules ON modules.id = services.module_id
    LEFT JOIN cards ON cards.service_id = services.id ORDER BY found.key`,
  task: `SELECT found.value AS document, tasks.id, tasks.number, tasks.kind, services.number AS service_number,
      services.label, services.module_id, services.server_id, customers.name AS customer_name, modules.name AS module_name,
      cards.rack
    FROM json_each(?) AS found CROSS JOIN tasks ON tasks.number = found.value
    CROSS JOIN services ON services.id = tasks.service_id CROSS JOIN customers ON customers.id = services.customer_id
    CROSS JOIN modules ON modules.id = services.module_id LEFT JOIN cards ON cards.service_id = services.id
    ORDER BY found.key`,
  customer: `SELECT found.value AS document, customers.* ${subjects}
    CROSS JOIN customers ON customers.id = search_subjects.subject ORDER BY found.key`,
  tariff: `SELECT found.value AS document, tariffs.* ${subjects}
    CROSS JOIN tariffs ON tariffs.id = search_subjects.subject ORDER BY found.key`,
  server: `SELECT found.value AS document, servers.module_id, servers.server_id, servers.name, servers.rack, servers.serial,
      servers.owner, servers.body ->> 'barcode' AS barcode, servers.body ->> 'mac' AS mac,
      servers.body ->> 'ipmiAddress' AS ipmi_address, modules.name AS module_name, services.number AS service_number
    ${subjects} ${modules}
    CROSS JOIN mirror_servers AS servers ON servers.module_id = search_subjects.module_id
      AND servers.server_id = CAST(search_subjects.subject AS INTEGER)
    LEFT JOIN services ON services.module_id = servers.module_id AND services.server_id = servers.server_id
      AND services.state <> 'closed'
    ORDER BY found.key`,
  address: `SELECT found.value AS document, addresses.module_id, addresses.address_id, addresses.address,
      addresses.server_id, servers.name, servers.rack, modules.name AS module_name
    ${subjects} ${modules}
    CROSS JOIN mirror_addresses AS addresses ON addresses.module_id = search_subjects.module_id
      AND addresses.address_id = CAST(search_subjects.subject AS INTEGER)
    LEFT JOIN mirror_servers AS servers ON servers.module_id = addresses.module_id
      AND servers.server_id = addresses.server_id
    ORDER BY found.key`,
  rack: listedThing,
  switch: listedThing,
};

/** What is told of the things behind these numbers, in their order: documents of the index, or numbers of tasks. */
export async function readFindings(
  database: Knex,
  kind: DocumentKind | "task",
  numbers: readonly number[],
): Promise<readonly (readonly [number: number, finding: Finding])[]> {
  if (numbers.length === 0) return [];
  const rows = await rowsOf(database.raw(selections[kind], [JSON.stringify(numbers)]));
  return rows.map((row) => [Number(row["document"]), { kind, ...tell[kind](row) }] as const);
}

const tell: Readonly<Record<DocumentKind | "task", (row: Row) => Omit<Finding, "kind">>> = {
  service: (row) => ({
    ...onPanel(row, row["id"]),
    title: numbered("C", row),
    place: texts(row, "customer_name", "rack", "module_name"),
    texts: [
      ...texts(row, "identifier", "note", "username", "url", "card_label"),
      ...addressesOf(row),
      ...texts(row, "server_id"),
    ],
  }),
  task: (row) => ({
    ...onPanel(row, row["id"]),
    title: numbered("T", row),
    place: texts(row, "customer_name", "rack", "module_name"),
    texts: [`C-${String(row["service_number"])}`],
  }),
  customer: (row) => ({
    ...ofProfile(row),
    title: String(row["name"]),
    place: texts(row, "email"),
    texts: texts(row, "note"),
  }),
  tariff: (row) => ({
    ...ofProfile(row),
    title: String(row["name"]),
    place: texts(row, "internal_name"),
    texts: [],
  }),
  server: (row) => ({
    ...onPanel(row, row["server_id"]),
    title: String(row["name"]),
    place: [
      ...texts(row, "service_number").map((number) => `C-${number}`),
      ...texts(row, "owner", "rack", "module_name"),
    ],
    texts: texts(row, "serial", "barcode", "mac", "ipmi_address", "server_id"),
  }),
  address: (row) => ({
    ...onPanel(row, row["address_id"]),
    title: String(row["address"]),
    place: texts(row, "name", "rack", "module_name"),
    texts: [],
  }),
  rack: listed,
  switch: listed,
};

function listed(row: Row): Omit<Finding, "kind"> {
  return {
    ...onPanel({ ...row, server_id: null }, row["subject"]),
    title: String(row["title"]),
    place: texts(row, "module_name"),
    texts: [],
  };
}

function onPanel(row: Row, id: unknown): Pick<Finding, "id" | "moduleId" | "serverId"> {
  const { module_id: moduleId, server_id: serverId } = row;
  return { id: String(id), moduleId: String(moduleId), serverId: serverId === null ? null : Number(serverId) };
}

function ofProfile(row: Row): Pick<Finding, "id" | "moduleId" | "serverId"> {
  return { id: String(row["id"]), moduleId: null, serverId: null };
}

function numbered(letter: "C" | "T", row: Row): string {
  return `${letter}-${String(row["number"])} ${String(row["label"])}`.trim();
}

function texts(row: Row, ...columns: readonly string[]): string[] {
  return columns
    .map((column) => row[column])
    .flatMap((value) => (typeof value === "string" || typeof value === "number" ? [String(value)] : []))
    .filter((text) => text !== "");
}

function addressesOf(row: Row): string[] {
  try {
    const addresses = JSON.parse(String(row["addresses"])) as readonly { readonly address?: unknown }[];
    return addresses.map(({ address }) => String(address));
  } catch {
    return [];
  }
}
