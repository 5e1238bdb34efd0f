import type { CallInput, CallName, CallOutput } from "../../main/contract/calls";
import type { Sale } from "../builders/console";

type Call = <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>;

/** Every call about departments, data centres, customers and views that writes, as the walk of `journal.test.ts` needs it. */
export async function walkDirectory(call: Call, { department, dataCentre, customer }: Sale): Promise<void> {
  await call("department.save", { ...department, members: ["Anna", "Boris"] });
  await call("data-centre.save", { ...dataCentre, name: "Riga-2" });
  await call("customer.save", { ...customer, name: "Client 1" });
  const view = await call("view.add", {
    list: "tasks",
    name: "Mine",
    isShared: false,
    filters: {},
    sort: null,
    columns: null,
  });
  const shared = await call("view.save", { ...view, isShared: true, columns: ["number"] });
  await call("view.remove", { id: shared.id });
  const spare = await call("department.add", { name: "Spare" });
  await call("department.remove", { id: spare.id });
}

/** Every call about what is sold. */
export async function walkCatalogue(call: Call, { tariff }: Sale): Promise<void> {
  const systems = await call("enumeration.add", {
    name: "Systems",
    internalName: "os",
    items: [{ internalName: "debian12", name: "Debian 12" }],
  });
  const saved = await call("enumeration.save", { ...systems, name: "Operating systems" });
  const catalogue = await call("catalogue.export", {});
  await call("enumeration.remove", { id: saved.id });
  await call("catalogue.import", { catalogue });
  await call("tariff.save", { ...tariff, name: "Colo one" });
  const { moduleIds, periods, resources } = tariff;
  const spare = await call("tariff.add", { name: "Spare", currency: "EUR", moduleIds, periods, resources });
  await call("tariff.remove", { id: spare.id });
}
