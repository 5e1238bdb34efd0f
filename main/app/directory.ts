import type { CallOutput, ParsedInput } from "../contract/calls";
import type { Customer, DataCentre, Department } from "../contract/shapes/directory";
import type { Entity } from "../contract/events";
import type { RecordRepository } from "../ports/repository";
import type { Repositories } from "../ports/store";
import type { App } from "./app";
import { existing, notAllowed } from "./app";
import { change } from "./change";

interface Named {
  readonly id: string;
  readonly revision: number;
  readonly name: string;
}

interface Directory<T extends Named> {
  readonly entity: Entity;
  repositoryOf(repositories: Repositories): RecordRepository<T>;
  /** Two customers may have one name; their e-mail addresses tell them apart. */
  readonly hasUniqueNames: boolean;
  /** What the journal tells of a save besides the name; empty when there is nothing. */
  describe?(before: T, saved: T): string;
}

/** A record as it is saved; a field that is left out stays as it is. */
type Changed<T> = Named & { readonly [Field in keyof T]?: T[Field] | undefined };

function directoryOf<T extends Named>({ entity, repositoryOf, hasUniqueNames, describe }: Directory<T>) {
  async function requireFreeName(repository: RecordRepository<T>, name: unknown, ownId: string | null): Promise<void> {
    if (!hasUniqueNames) return;
    const taken = (await repository.list()).find((one) => one.id !== ownId && isSameName(one.name, name));
    if (taken) throw notAllowed("duplicate", `${taken.name} exists already`);
  }

  return {
    list: (app: App) => app.store.read(async (repositories) => [...(await repositoryOf(repositories).list())]),
    get: (app: App, id: string) =>
      app.store.read(async (repositories) => existing(await repositoryOf(repositories).find(id), entity, id)),
    add: (app: App, call: string, record: Omit<T, "id" | "revision">) =>
      change(app, call, async (unit) => {
        const repository = repositoryOf(unit.repositories);
        await requireFreeName(repository, record["name" as keyof typeof record], null);
        const added = await repository.add({ ...record, id: app.makeId(), revision: 0 } as T);
        unit.touch(entity, added.id);
        unit.journal({ entity, entityId: added.id, serviceId: null, summary: `${added.name} added` });
        return added;
      }),
    save: (app: App, call: string, record: Changed<T>) =>
      change(app, call, async (unit) => {
        const repository = repositoryOf(unit.repositories);
        const before = existing(await repository.find(record.id), entity, record.id);
        await requireFreeName(repository, record.name, record.id);
        const given = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
        const saved = await repository.save({ ...before, ...given });
        unit.touch(entity, saved.id);
        const renamed =
          before.name === saved.name ? `${saved.name} changed` : `${before.name} renamed to ${saved.name}`;
        const summary = [renamed, describe?.(before, saved) ?? ""].filter((part) => part !== "").join("; ");
        unit.journal({ entity, entityId: saved.id, serviceId: null, summary });
        return saved;
      }),
  };
}

function isSameName(left: string, right: unknown): boolean {
  return typeof right === "string" && left.toLocaleLowerCase() === right.toLocaleLowerCase();
}

export const departments = directoryOf<Department>({
  entity: "department",
  repositoryOf: (repositories) => repositories.departments,
  hasUniqueNames: true,
  describe(before, saved) {
    if (before.members.join("\n") === saved.members.join("\n")) return "";
    return `its members are ${saved.members.length === 0 ? "everybody" : saved.members.join(", ")}`;
  },
});
export const dataCentres = directoryOf<DataCentre>({
  entity: "data-centre",
  repositoryOf: (repositories) => repositories.dataCentres,
  hasUniqueNames: true,
});
export const customers = directoryOf<Customer>({
  entity: "customer",
  repositoryOf: (repositories) => repositories.customers,
  hasUniqueNames: false,
});

/** A department's messages are for its members; one without members is everybody's. */
export function isMember(operator: string, department: Pick<Department, "members">): boolean {
  return department.members.length === 0 || isNamedMember(operator, department);
}

export function isNamedMember(operator: string, { members }: Pick<Department, "members">): boolean {
  return members.some((member) => isSameName(member, operator));
}

/** Removes a department that no module and no task points at, and its messages with it. */
export async function removeDepartment(
  app: App,
  { id }: ParsedInput<"department.remove">,
): Promise<Record<string, never>> {
  await change(app, "department.remove", async (unit) => {
    const department = existing(await unit.repositories.departments.find(id), "department", id);
    await unit.repositories.departments.remove(id);
    unit.touch("department", id);
    unit.journal({ entity: "department", entityId: id, serviceId: null, summary: `${department.name} removed` });
  });
  return {};
}

/** A page of customers, by name unless sorted otherwise. */
export async function listCustomers(
  app: App,
  input: ParsedInput<"customer.list">,
): Promise<CallOutput<"customer.list">> {
  return app.store.read(async ({ customers: repository }) => {
    const page = await repository.page(input, input);
    return { ...page, rows: [...page.rows] };
  });
}
