import type { ListedAction } from "../contract/shapes/action";
import type { Customer } from "../contract/shapes/directory";
import type { JournalEntry } from "../contract/shapes/journal";
import type { MirroredServer } from "../contract/shapes/mirror";
import type { ServiceRow } from "../contract/shapes/service";
import { isCurrency, minorDigits } from "../contract/shapes/tariff";
import type { TaskRow } from "../contract/shapes/task";

/** Heading and cell of each column that a list has in a file. */
export type Columns<Row> = Readonly<Record<string, (row: Row) => string>>;

const instant = (at: number | null) => (at === null ? "" : new Date(at).toISOString());
const yesOrNo = (is: boolean) => (is ? "yes" : "no");
const optional = (value: number | string | null) => (value === null ? "" : String(value));
const serviceOf = (number: number | null) => (number === null ? "" : `C-${String(number)}`);
const listed = (values: readonly (string | number)[]) => values.join(" ");

export const taskColumns: Columns<TaskRow> = {
  Task: ({ number }) => `T-${String(number)}`,
  Kind: ({ kind }) => kind,
  State: ({ state }) => state,
  "Needs attention": ({ needsAttention }) => yesOrNo(needsAttention),
  Department: ({ departmentName }) => departmentName,
  Performer: ({ performer }) => optional(performer),
  Created: ({ createdAt }) => instant(createdAt),
  Accepted: ({ acceptedAt }) => instant(acceptedAt),
  Ended: ({ endedAt }) => instant(endedAt),
  Service: ({ serviceNumber }) => `C-${String(serviceNumber)}`,
  Label: ({ serviceLabel }) => serviceLabel,
  Customer: ({ customerName }) => customerName,
  Tariff: ({ tariffName }) => tariffName,
  Product: ({ productType }) => productType,
  Module: ({ moduleName }) => moduleName,
  "Data centre": ({ dataCentreName }) => dataCentreName,
  Rack: ({ rack }) => rack,
  Server: ({ serverId }) => optional(serverId),
  "Steps done": ({ stepsDone }) => String(stepsDone),
  Steps: ({ stepsTotal }) => String(stepsTotal),
};

export const serviceColumns: Columns<ServiceRow> = {
  Service: ({ number }) => `C-${String(number)}`,
  State: ({ state }) => state,
  "Needs attention": ({ needsAttention }) => yesOrNo(needsAttention),
  Label: ({ label }) => label,
  Customer: ({ customerName }) => customerName,
  Product: ({ productType }) => productType,
  Tariff: ({ tariffName }) => tariffName,
  "Tariff version": ({ tariffVersion }) => String(tariffVersion),
  "Period, months": ({ periodMonths }) => String(periodMonths),
  Price: ({ price }) => amountOf(price.totalMinor, price.currency),
  Currency: ({ price }) => price.currency,
  Module: ({ moduleName }) => moduleName,
  "Data centre": ({ dataCentreName }) => dataCentreName,
  Server: ({ serverId }) => optional(serverId),
  Addresses: ({ addresses }) => listed(addresses.map(({ address }) => address)),
  Created: ({ createdAt }) => instant(createdAt),
  Activated: ({ activatedAt }) => instant(activatedAt),
  Closed: ({ closedAt }) => instant(closedAt),
  Note: ({ note }) => note,
};

export const customerColumns: Columns<Customer> = {
  Name: ({ name }) => name,
  "E-mail": ({ email }) => email,
  Note: ({ note }) => note,
};

export const serverColumns: Columns<MirroredServer> = {
  Server: ({ serverId }) => String(serverId),
  Name: ({ name }) => name,
  Panel: ({ moduleName }) => moduleName,
  "Data centre": ({ dataCentreName }) => dataCentreName,
  Rack: ({ rackName }) => rackName,
  Units: ({ units }) => listed(units),
  Power: ({ power }) => power,
  Fault: ({ hasFault }) => yesOrNo(hasFault),
  Owner: ({ ownerEmail }) => optional(ownerEmail),
  Service: ({ serviceNumber }) => serviceOf(serviceNumber),
  Serial: ({ serial }) => serial,
  "Inventory code": ({ barcode }) => barcode,
  "Hardware address": ({ mac }) => mac,
  IPMI: ({ ipmiAddress }) => optional(ipmiAddress),
  Addresses: ({ addresses }) => listed(addresses.map(({ address }) => address)),
  "Operating system": ({ operatingSystem }) => operatingSystem,
  "Server type": ({ serverType }) => serverType,
  "Read at": ({ takenAt }) => instant(takenAt),
};

export const stepColumns: Columns<ListedAction> = {
  Step: ({ summary }) => summary,
  State: ({ state }) => state,
  "Held by": ({ heldBy }) => optional(heldBy),
  Trouble: ({ trouble }) => trouble?.kind ?? "",
  Reason: ({ trouble }) => trouble?.message ?? "",
  Outcome: ({ outcome }) => outcome,
  Panel: ({ moduleName }) => moduleName,
  Server: ({ serverId }) => optional(serverId),
  Service: ({ serviceNumber }) => serviceOf(serviceNumber),
  Attempts: ({ attempts }) => String(attempts),
  Entered: ({ createdAt }) => instant(createdAt),
  "Entered by": ({ createdBy }) => createdBy,
  Sent: ({ startedAt }) => instant(startedAt),
  "Next try": ({ nextAttemptAt }) => instant(nextAttemptAt),
  Ended: ({ endedAt }) => instant(endedAt),
};

/** Without the chain: a file that can be verified is `journal.export`'s. */
export const journalColumns: Columns<JournalEntry> = {
  Entry: ({ sequence }) => String(sequence),
  When: ({ at }) => instant(at),
  Who: ({ operator }) => operator,
  What: ({ summary }) => summary,
  Workstation: ({ workstation }) => workstation,
  Through: ({ via }) => optional(via),
  Call: ({ call }) => call,
  Record: ({ entity }) => entity,
  "Record id": ({ entityId }) => entityId,
  Service: ({ serviceId }) => optional(serviceId),
  "Records changed": ({ changes }) => String(changes.length),
};

/** An amount of money as a plain decimal number; of a currency that this runtime does not know in hundredths, as most have them. */
function amountOf(minor: number, currency: string): string {
  const digits = isCurrency(currency) ? minorDigits(currency) : 2;
  return (minor / 10 ** digits).toFixed(digits);
}
