import type { ParsedInput } from "../contract/calls";
import type { Customer, DataCentre, Department } from "../contract/shapes/directory";
import type { Entity } from "../contract/events";
import type { RecordRepository, Repositories } from "../ports/store";
import type { App } from "./app";
import { existing, notAllowed } from "./app";
import { change } from "./change";

interface Named {
  readonly id: string;
  readonly revision: number;
  readonly name: string;
}

function named<T extends Named>(entity: Entity, repositoryOf: (repositories: Repositories) => RecordRepository<T>) {
  return {
    list: (app: App) => app.store.read(async (repositories) => [...(await repositoryOf(repositories).list())]),
    add: (app: App, call: string, record: Omit<T, "id" | "revision">) =>
      change(app, call, async (unit) => {
        const repository = repositoryOf(unit.repositories);
        const taken = (await repository.list()).find((one) =>
          sameName(one.name, record["name" as keyof typeof record]),
        );
        if (entity !== "customer" && taken) throw notAllowed("duplicate", `${taken.name} exists already`);
        const added = await repository.add({ ...record, id: app.makeId(), revision: 0 } as T);
        unit.touch(entity, added.id);
        await unit.journal({ entity, entityId: added.id, serviceId: null, summary: `${added.name} added` });
        return added;
      }),
    save: (app: App, call: string, record: T) =>
      change(app, call, async (unit) => {
        const repository = repositoryOf(unit.repositories);
        const before = existing(await repository.find(record.id), entity, record.id);
        const saved = await repository.save({ ...before, ...record });
        unit.touch(entity, saved.id);
        const summary =
          before.name === saved.name ? `${saved.name} changed` : `${before.name} renamed to ${saved.name}`;
        await unit.journal({ entity, entityId: saved.id, serviceId: null, summary });
        return saved;
      }),
  };
}

function sameName(left: string, right: unknown): boolean {
  return typeof right === "string" && left.toLocaleLowerCase() === right.toLocaleLowerCase();
}

export const departments = named<Department>("department", (repositories) => repositories.departments);
export const dataCentres = named<DataCentre>("data-centre", (repositories) => repositories.dataCentres);
export const customers = named<Customer>("customer", (repositories) => repositories.customers);

/** Removes a department that no module and no task points at. */
export async function removeDepartment(
  app: App,
  { id }: ParsedInput<"department.remove">,
): Promise<Record<string, never>> {
  await change(app, "department.remove", async (unit) => {
    const department = existing(await unit.repositories.departments.find(id), "department", id);
    await unit.repositories.departments.remove(id);
    unit.touch("department", id);
    await unit.journal({ entity: "department", entityId: id, serviceId: null, summary: `${department.name} removed` });
  });
  return {};
}
