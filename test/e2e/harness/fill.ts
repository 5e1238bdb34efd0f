import { join } from "node:path";
import { v7 } from "uuid";
import { openStore } from "../../../db/store";
import type { Store } from "../../../main/ports/store";
import type { Site } from "./site";

/** Puts orders with open set-up tasks straight into the profile of a console that is closed: by calls it would take minutes. */
export function fillQueue(site: Site, count: number): Promise<void> {
  return fill(site, (store) =>
    store.write(async ({ services, tasks, cards, modules }) => {
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
    }),
  );
}

/** Puts as many steps, each with its line in the journal: every tenth stopped, the others carried out. */
export function fillSteps(site: Site, count: number): Promise<void> {
  return fill(site, (store) =>
    store.write(async ({ actions, journal }) => {
      for (let index = 0; index < count; index += 1) {
        const at = Date.now() - (count - index) * 60_000;
        const hasStopped = index % 10 === 0;
        const summary = `Set the host name to bulk-${String(index)}`;
        const action = await actions.add({
          id: v7(),
          revision: 0,
          sequence: 0,
          lane: `server:${site.moduleId}:${String(90_000 + index)}`,
          kind: "set-hostname",
          summary,
          state: hasStopped ? "needs-attention" : "done",
          moduleId: site.moduleId,
          serviceId: null,
          taskId: null,
          serverId: 90_000 + index,
          attempts: 1,
          createdAt: at,
          nextAttemptAt: null,
          startedAt: at,
          endedAt: hasStopped ? null : at + 2_000,
          trouble: hasStopped ? { kind: "refused", message: "The name is taken", differences: [] } : null,
          outcome: hasStopped ? "" : "Host name set",
          percent: null,
          createdBy: index % 2 === 0 ? "Olga" : "Boris",
          heldBy: null,
          request: JSON.stringify({ kind: "set-hostname", hostname: `bulk-${String(index)}` }),
          seen: null,
          operationId: null,
          deadlineAt: null,
          progress: null,
        });
        await journal.add({
          id: v7(),
          at,
          operator: action.createdBy,
          workstation: "bench-1",
          via: "window",
          call: "server.set-hostname",
          entity: "action",
          entityId: action.id,
          serviceId: null,
          summary,
          changes: [],
        });
      }
    }),
  );
}

/** Writes into the profile of a console that is closed. */
async function fill(site: Site, work: (store: Store) => Promise<void>): Promise<void> {
  const directory = join(site.root, "profiles", "site");
  const store = await openStore({
    file: join(directory, "rackside.sqlite"),
    backupDirectory: join(directory, "backups"),
    now: Date.now,
  });
  try {
    await work(store);
  } finally {
    await store.close();
  }
}
