import { z } from "zod";
import { idShape, instantShape, revisionShape } from "./basics";
import { actionShape } from "./action";
import { serviceSortColumns, sortShape } from "./list";
import { journalEntryShape } from "./journal";
import { moduleTypeShape } from "./module";
import { addressFactsShape } from "./panel";
import { amountsShape, choicesShape, differenceShape, periodMonthsShape, priceShape, productTypeShape } from "./tariff";

export const serviceStateShape = z.enum([
  "ordered",
  "processing",
  "active",
  "suspending",
  "suspended",
  "resuming",
  "changing",
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

/** A change of configuration that is being carried out; it takes effect when its task ends. */
export const pendingChangeShape = z.object({
  tariffVersion: z.number().int(),
  amounts: amountsShape,
  choices: choicesShape,
  price: priceShape,
  differences: z.array(differenceShape),
  /** Where the service goes back to. */
  stateBefore: serviceStateShape,
});
export type PendingChange = Readonly<z.infer<typeof pendingChangeShape>>;

export const serviceShape = z.object({
  id: idShape,
  revision: revisionShape,
  /** Counts up within the profile; shown as `C-17`. */
  number: z.number().int(),
  productType: productTypeShape,
  state: serviceStateShape,
  customerId: idShape,
  tariffId: idShape,
  /** The version of the tariff that it was sold by or moved to. */
  tariffVersion: z.number().int(),
  moduleId: idShape,
  moduleTrials: z.array(moduleTrialShape),
  amounts: amountsShape,
  choices: choicesShape,
  periodMonths: periodMonthsShape,
  price: priceShape,
  pendingChange: pendingChangeShape.nullable(),
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
  moduleType: moduleTypeShape,
  dataCentreName: z.string(),
  /** The tariff has gone on to a later version. */
  isTariffOutdated: z.boolean(),
  needsAttention: z.boolean(),
});
export type ServiceRow = Readonly<z.infer<typeof serviceRowShape>>;

export const serviceDetailShape = z.object({
  service: serviceRowShape,
  customerEmail: z.string(),
  actions: z.array(actionShape),
  taskIds: z.array(idShape),
  openTaskId: idShape.nullable(),
  history: z.array(journalEntryShape),
});
export type ServiceDetail = Readonly<z.infer<typeof serviceDetailShape>>;

export const serviceFilterShape = z.object({
  state: serviceStateShape.nullable().default(null),
  productType: productTypeShape.nullable().default(null),
  customerId: idShape.nullable().default(null),
  tariffId: idShape.nullable().default(null),
  moduleId: idShape.nullable().default(null),
  search: z.string().max(200).default(""),
  /** Null: newest first. */
  sort: sortShape(serviceSortColumns),
});

/** What a change of configuration would do. */
export const changeReportShape = z.object({
  differences: z.array(differenceShape),
  priceBefore: priceShape,
  priceAfter: priceShape,
  /** True when a person of the department has to do something before the panel can follow. */
  isByHand: z.boolean(),
});
export type ChangeReport = Readonly<z.infer<typeof changeReportShape>>;
