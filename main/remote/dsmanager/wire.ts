import { z } from "zod";
import { eachOf } from "../long-lists";

/**
 * The answers of the family as they travel, both generations in one: fields that only one of them has are optional. Other fields
 * are dropped. A field that may be absent gets a neutral value, a field of the wrong kind makes the answer malformed.
 */

const id = z
  .string()
  .regex(/^\d{1,15}$/, "Not an id")
  .transform(Number);
const text = z
  .string()
  .optional()
  .transform((value) => value ?? "");
const optionalId = z
  .union([z.literal("").transform(() => null), id])
  .optional()
  .transform((value) => value ?? null);
/** Is there only when true; its content, if any, explains it. */
const flag = z
  .string()
  .optional()
  .transform((value) => value !== undefined);
const height = z
  .string()
  .regex(/^([1-9]\d?)?$/, "Not a number of units")
  .optional()
  .transform((value) => Number(value === undefined || value === "" ? 1 : value));

/** Where `isHeading` says so, a row only groups the rows below it. */
export function listOf<T>(row: z.ZodType<T>, isHeading: (row: unknown) => boolean = () => false) {
  return z.object({
    rows: z.preprocess((rows) => (Array.isArray(rows) ? rows.filter((one) => !isHeading(one)) : rows), eachOf(row)),
    rowCount: z.int(),
    fields: z.object({
      p_elems: optionalId,
      filter: flag,
    }),
  });
}

/** For answers whose content says nothing. */
export const anything = z.unknown();

const ok = z.string("The panel did not confirm");
/** Only what is confirmed counts as done: without a word the panel may have shown its form again. */
export const confirmation = z.object({ fields: z.object({ ok }) }).transform(() => null);
export const created = z.object({ fields: z.object({ id }) }).transform(({ fields }) => fields.id);
export const connected = z.object({ fields: z.object({ ok, id: optionalId }) }).transform(({ fields }) => fields.id);
export const progress = z.object({ fields: z.object({ value: text }) }).transform(({ fields }) => fields.value);

export const serverRow = z.object({
  id,
  name: text,
  hostname: text,
  type: text,
  chassis_templ: text,
  owner: text,
  ip: text,
  rack: text,
  height,
  mac: text,
  serial: text,
  location: optionalId,
  ostemplate: text,
  status: text,
  poweron: flag,
  poweroff: flag,
  powererror: flag,
  disabled: flag,
  blocked: flag,
  hwproblem: flag,
  diag_in_progress: flag,
  install_in_progress: flag,
  operation_failed: z
    .string()
    .optional()
    .transform((value) => value ?? null),
});
export type ServerRow = z.output<typeof serverRow>;

/** What `server.edit` shows. All of these but the last two must be sent back with every change. */
export const serverForm = z
  .object({
    fields: z.object({
      name: text,
      mac: text,
      notes: text,
      type: text,
      owner: text,
      hostname: text,
      serial: text,
    }),
  })
  .transform(({ fields }) => fields);
export type ServerForm = z.output<typeof serverForm>;

export const operationsForm = z
  .object({ choices: z.object({ ostemplate: z.array(z.string()).optional() }) })
  .transform(({ choices }) => choices.ostemplate ?? []);

export const connectionRow = z.object({
  id,
  type: z.string().transform((value) => value.toLowerCase()),
  device_id: optionalId,
  device: text,
  port_id: optionalId,
  port: text,
  admin: text,
  link: text,
  ip: text,
  is_ipmi: flag,
  func_in_progress: flag,
});
export type ConnectionRow = z.output<typeof connectionRow>;

export const addressRow = z.object({ id, ip: z.string().min(1), domain: text, family: text });
export type AddressRow = z.output<typeof addressRow>;
const heading = z.object({ type: z.literal("group") });
export const addressList = listOf(addressRow, (row) => heading.safeParse(row).success);

/** Types and images are known by their names; their ids need not be numbers. */
const named = z.object({ id: text, name: z.string().min(1) });
export const serverTypeRow = named;
export const imageRow = named.extend({ type: text });

export const userRow = z.object({ id, name: z.string().min(1), realname: text, level: text });
export type UserRow = z.output<typeof userRow>;

export const rackRow = z.object({
  id,
  name: text,
  size: z
    .string()
    .regex(/^\d{1,3}$/, "Not a number of units")
    .transform(Number),
  location: optionalId,
});
export type RackRow = z.output<typeof rackRow>;

export const locationRow = z.object({ id, name: text });

export const switchRow = z.object({ id, name: text, location: optionalId, rack: text });
export type SwitchRow = z.output<typeof switchRow>;
export const switchPortRow = z.object({
  id,
  identity: text,
  admin: text,
  link: text,
  server: optionalId,
  serverhname: text,
});
export type SwitchPortRow = z.output<typeof switchPortRow>;

export const pduRow = z.object({ id, name: text, rack: text });
export type PduRow = z.output<typeof pduRow>;
export const pduPortRow = z.object({ id, identity: text, power: text, server: optionalId, serverhname: text });
export type PduPortRow = z.output<typeof pduPortRow>;
