import { z } from "zod";
import { idShape, instantShape, revisionShape } from "./basics";
import { actionShape } from "./action";
import { addressFactsShape } from "./panel";
import { amountsShape, priceShape, productTypeShape } from "./tariff";

export const serviceStateShape = z.enum([
  "ordered",
  "processing",
  "active",
  "suspending",
  "suspended",
  "resuming",
  "closing",
  "closed",
]);
export type ServiceState = z.infer<typeof serviceStateShape>;

/** One module that was weighed for an order, in the order of their sort. */
export const moduleTrialShape = z.object({
  moduleId: idShape,
  moduleName: z.string(),
  isChosen: z.boolean(),
  /** Why it was passed over, or what was noticed about the chosen one. */
  remarks: z.array(z.string()),
});
export type ModuleTrial = Readonly<z.infer<typeof moduleTrialShape>>;

export const serviceShape = z.object({
  id: idShape,
  revision: revisionShape,
  /** Counts up within the profile; shown as `C-17`. */
  number: z.number().int(),
  productType: productTypeShape,
  state: serviceStateShape,
  customerId: idShape,
  tariffId: idShape,
  moduleId: idShape,
  moduleTrials: z.array(moduleTrialShape),
  amounts: amountsShape,
  periodMonths: z.number().int(),
  price: priceShape,
  /** The server's id in the panel; null until the card is linked. */
  serverId: z.number().int().nullable(),
  label: z.string(),
  /** The addresses the panel reported when they were last assigned or read. */
  addresses: z.array(addressFactsShape),
  note: z.string(),
  createdAt: instantShape,
  activatedAt: instantShape.nullable(),
  closedAt: instantShape.nullable(),
});
export type Service = Readonly<z.infer<typeof serviceShape>>;

/** A service as lists show it, with the names of what it points at. */
export const serviceRowShape = serviceShape.extend({
  customerName: z.string(),
  tariffName: z.string(),
  moduleName: z.string(),
  dataCentreName: z.string(),
  needsAttention: z.boolean(),
});
export type ServiceRow = Readonly<z.infer<typeof serviceRowShape>>;

/** One line of the history that a person may be asked about later. */
export const journalEntryShape = z.object({
  id: idShape,
  at: instantShape,
  operator: z.string(),
  call: z.string(),
  entity: z.string(),
  entityId: idShape,
  serviceId: idShape.nullable(),
  /** What happened, in one sentence without secrets. */
  summary: z.string(),
});
export type JournalEntry = Readonly<z.infer<typeof journalEntryShape>>;

export const serviceDetailShape = z.object({
  service: serviceRowShape,
  customerEmail: z.string(),
  actions: z.array(actionShape),
  taskIds: z.array(idShape),
  openTaskId: idShape.nullable(),
  history: z.array(journalEntryShape),
});
export type ServiceDetail = Readonly<z.infer<typeof serviceDetailShape>>;
