import { join } from "node:path";
import { v7 } from "uuid";
import { openStore } from "../../../db/store";
import type { Site } from "./site";

/** Puts orders with open set-up tasks straight into the profile of a console that is closed: by calls it would take minutes. */
export async function fillQueue(site: Site, count: number): Promise<void> {
  const directory = join(site.root, "profiles", "site");
  const store = await openStore({
    file: join(directory, "rackside.sqlite"),
    backupDirectory: join(directory, "backups"),
    now: Date.now,
  });
  try {
    await store.write(async ({ services, tasks, cards, modules }) => {
      const module = await modules.find(site.moduleId);
      if (!module) throw new Error("The site has no module");
      for (let index = 0; index < count; index += 1) {
        const label = `bulk-${String(index)}`;
        const createdAt = Date.now() - (count - index) * 1_000;
        const service = await services.add({
          id: v7(),
          revision: 0,
          number: await services.nextNumber(),
          productType: "colocation",
          state: "ordered",
          customerId: site.customerId,
          tariffId: site.tariffId,
          tariffVersion: 1,
          moduleId: module.id,
          moduleTrials: [],
          amounts: {},
          choices: {},
          periodMonths: 1,
          price: { currency: "EUR", lines: [], totalMinor: 0 },
          pendingChange: null,
          serverId: null,
          label,
          addresses: [],
          note: "",
          createdAt,
          activatedAt: null,
          closedAt: null,
        });
        await cards.add({
          serviceId: service.id,
          revision: 0,
          url: "",
          identifier: "",
          username: "",
          sealedPassword: null,
          rack: "",
          label,
        });
        await tasks.add({
          id: v7(),
          revision: 0,
          number: await tasks.nextNumber(),
          kind: "set-up",
          state: "open",
          serviceId: service.id,
          departmentId: module.departmentId,
          performer: null,
          acceptedAt: null,
          createdAt,
          endedAt: null,
        });
      }
    });
  } finally {
    await store.close();
  }
}
