import { z } from "zod";
import { eachOf } from "../long-lists";

/**
 * The answers of DCImanager 6 as they travel. Only what Rackside uses is named; other fields are dropped. A field that may be absent
 * gets a neutral value, a field of the wrong kind makes the answer malformed.
 */

const id = z.union([
  z.int(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);
const optionalId = id.nullish().transform((value) => value ?? null);
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");
const optionalText = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const label = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => String(value ?? ""));
const count = z.union([z.string().regex(/^\d{1,40}$/), z.int().nonnegative()]).transform((value) => BigInt(value));
const wholeNumber = z
  .int()
  .nullish()
  .transform((value) => value ?? 0);

/** Zero, one or many: the panel gives a lone element as an object here and as a list there. */
function many<T>(element: z.ZodType<T>) {
  return z.preprocess(toElements, eachOf(element));
}

function toElements(value: unknown): readonly unknown[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** One or none; of several the first. */
function single<T>(element: z.ZodType<T>) {
  return many(element).transform((elements) => elements[0] ?? null);
}

/** No rack is higher, whatever a panel says: units are counted up to this. */
const highestUnit = 1_000;
const unitNumber = id.refine((unit) => unit <= highestUnit, "Not a unit of a rack");

/** A text, or an object that carries it as `message`. */
const explanation = z.preprocess(
  (value) => (typeof value === "string" ? { message: value } : value),
  z
    .object({ message: text })
    .nullish()
    .transform((value) => value?.message ?? ""),
);

/** `size` counts all rows there are, before limit and offset. */
export function listOf<T>(row: z.ZodType<T>) {
  return z.preprocess(
    (value) => (Array.isArray(value) ? { list: value } : value),
    z.object({ list: many(row), size: z.int().nonnegative().nullish() }),
  );
}

export const tokenAnswer = z
  .object({ token: optionalText, access_token: optionalText, confirmed: z.boolean().nullish() })
  .transform(({ token, access_token, confirmed }) => ({
    token: token ?? access_token ?? "",
    isConfirmed: confirmed !== false,
  }))
  // Anything else could not be put into a header.
  .refine(({ token }) => /^[\x21-\x3a\x3c-\x7e]{8,512}$/.test(token), { path: ["token"], message: "Not a token" });

export const sessionAnswer = z.object({ user: z.object({ email: z.string() }) });

/** `task` names the operation that goes on behind the answer. */
export const acceptedAnswer = z.object({ task: optionalId }).nullable();
export const createdAnswer = z.object({ id, task: optionalId });
export const connectedAnswer = z.object({ id: optionalId }).nullable();

export const operationRow = z.object({
  id,
  name: text,
  status: z.string(),
  status_info: explanation,
  progress_info: many(z.object({ percent: z.number().nullish() })),
});
export type OperationRow = z.output<typeof operationRow>;

export const serverAddressRow = z.object({
  id,
  name: z.string(),
  domain: optionalText,
  family: z.enum(["ipv4", "ipv6"]).nullish(),
  gateway: optionalText,
  network: optionalText,
  status: z.string(),
});
export type ServerAddressRow = z.output<typeof serverAddressRow>;

const switchConnectionRow = z.object({
  id,
  switch: id,
  switch_name: text,
  connection_id: id,
  description: text,
  admin_status: text,
  oper_status: text,
  // Required: without it nobody can tell a management port, which is never shut, from the others.
  is_ipmi_connection: z.boolean(),
});

const pduConnectionRow = z.object({
  port_id: id,
  port_identity: label,
  pdu_id: id,
  pdu_name: text,
  connection_id: id,
  power_status: optionalText,
});

const rackReference = z.object({ id: optionalId, name: text }).nullish();
const serverReference = z.object({ id, name: text }).nullish();

export const serverRow = z.object({
  id,
  name: text,
  domain: text,
  barcode: text,
  serial: text,
  configuration: text,
  location_id: optionalId,
  rack: rackReference,
  unit: many(unitNumber),
  power_status: optionalText,
  state: text,
  state_info: explanation,
  owner_email: optionalText,
  owner: z.object({ email: optionalText }).nullish(),
  operation: operationRow.nullish(),
  os_template: z.object({ name: text }).nullish(),
  mac: text,
  notes: text,
  ipmi: single(z.object({ id: optionalId, ip: optionalText })),
  ip: many(serverAddressRow),
  switch_connection: many(switchConnectionRow),
  pdu_connection: many(pduConnectionRow),
});
export type ServerRow = z.output<typeof serverRow>;

export const poolRow = z.object({ id, name: text, total_ip: count, using_ip: count });
export type PoolRow = z.output<typeof poolRow>;
export const rangeRow = z.object({ name: z.string() });
export const addressRow = z.object({ ip_addr: optionalText, name: optionalText });

export const networkRow = z.object({ name: z.string(), gateway: optionalText });

export const rackRow = z.object({
  id,
  name: text,
  size: z.int().min(0).max(highestUnit),
  device_count: wholeNumber,
  note: text,
  location_id: optionalId,
  ip_pool: optionalId,
});
export type RackRow = z.output<typeof rackRow>;
export const rackWithUnits = rackRow.extend({
  units: eachOf(z.object({ unit: unitNumber, state: z.string(), server: serverReference, reserved_until: text })),
});
export type RackWithUnits = z.output<typeof rackWithUnits>;

export const locationRow = z.object({ id, name: text, ip_pool: optionalId });
export type LocationRow = z.output<typeof locationRow>;

export const switchRow = z.object({ id, name: text, location_id: optionalId, rack: rackReference });
export type SwitchRow = z.output<typeof switchRow>;
export const switchPortRow = z.object({
  id,
  description: text,
  admin_status: text,
  oper_status: text,
  server: serverReference,
});
export type SwitchPortRow = z.output<typeof switchPortRow>;

export const pduRow = z.object({ id, name: text, rack: rackReference });
export type PduRow = z.output<typeof pduRow>;
export const pduPortRow = z.object({ id, identity: label, power_status: optionalText, server: serverReference });
export type PduPortRow = z.output<typeof pduPortRow>;

export const userRow = z.object({ id, email: text, full_name: text, roles: many(z.string()) });
export type UserRow = z.output<typeof userRow>;

export const templateRow = z.object({ id, name: text, tags: many(z.string()) });
export type TemplateRow = z.output<typeof templateRow>;
