import type { CallInput, CallName, CallOutput } from "../../main/contract/calls";
import type { Sale } from "../builders/console";

type Call = <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>;

/** Every call about racks that writes, as the walk of `journal.test.ts` needs it. */
export async function walkRacks(call: Call, { module, tariff, customer }: Sale): Promise<void> {
  const rack = { moduleId: module.id, rackId: 7 };
  const units = { bottom: 30, height: 2 };
  const { id } = await call("rack.reserve", { ...rack, units, kind: "reserved", reason: "Spare" });
  await call("rack.release", { id });
  await call("rack.set-capacity", { ...rack, capacity: { powerWatts: 3_600, bandwidthMbit: null } });
  await call("rack.set-capacity", { ...rack, capacity: { powerWatts: 4_000, bandwidthMbit: 1_000 } });
  const { serviceId } = await call("order.place", { tariffId: tariff.id, customerId: customer.id, periodMonths: 1 });
  await call("rack.plan", { serviceId, ...rack, units: { bottom: 30, height: 1 } });
  await call("rack.plan", { serviceId, ...rack, units: { bottom: 20, height: 1 } });
  await call("rack.withdraw-plan", { serviceId });
  await call("rack.plan", { serviceId, ...rack, units: { bottom: 30, height: 1 } });
  await call("order.cancel", { serviceId, reason: "Ordered twice" });
}
