import type { CallOutput, ParsedInput } from "../contract/calls";
import type { Issue } from "../contract/faults";
import type { Module, ModuleRow } from "../contract/shapes/module";
import type { App, Change } from "./app";
import { existing, invalidInput, notAllowed } from "./app";
import { change } from "./change";
import { endFormDraft } from "./form-drafts";
import { getPanelModule, storeConfiguration } from "./module-configuration";
import { describePanel, readFirstConfiguration, tryConnection } from "./module-connection";
import { getModule } from "./panel-access";
import { refuseWhileWorkWaits } from "./waiting-work";

/** Processing modules by sort, with what uses them. */
export async function listModules(app: App): Promise<ModuleRow[]> {
  return app.store.read(async ({ modules }) => [...(await modules.listRows())]);
}

/** Tries a connection and reports what the panel has; stores nothing. */
export async function reportConnection(app: App, input: ParsedInput<"module.try">): Promise<CallOutput<"module.try">> {
  return describePanel(await tryConnection(app, input), input.type);
}

/** Adds a module; its connection is tried first and its configuration read along. A manual module has neither. */
export async function addModule(app: App, input: ParsedInput<"module.add">): Promise<Module> {
  const issues = checkNewModule(input);
  if (issues.length > 0) throw invalidInput(issues);
  const { connection, form, ...fields } = input;
  const trial = connection && (await tryConnection(app, connection));
  const configuration = trial && (await readFirstConfiguration(app, trial));
  const module = await change(app, "module.add", async (unit) => {
    const { modules } = unit.repositories;
    await requireFreeName(unit, input.name, null);
    const added = await modules.add({
      ...fields,
      id: app.makeId(),
      revision: 0,
      dialect: connection?.dialect ?? null,
      url: connection?.url ?? "",
      username: connection?.username ?? "",
      certificate: trial?.certificate ?? null,
      isActive: true,
      routeOverrides: connection?.routeOverrides ?? {},
      configurationTakenAt: null,
    });
    if (connection) await modules.setSecret(added.id, { sealedPassword: app.vault.seal(connection.password) });
    if (configuration) await storeConfiguration(unit, added, configuration);
    await endFormDraft(unit, form);
    journal(unit, added, "added");
    return existing(await modules.find(added.id), "module", added.id);
  });
  app.courier.wake();
  return module;
}

/** Changes a module; its type and product type stay. A changed connection is tried before it is stored, and its configuration read. */
export async function saveModule(app: App, input: ParsedInput<"module.save">): Promise<Module> {
  const { connection, ...fields } = input;
  await checkSave(app, input);
  const trial = connection && (await tryConnection(app, connection));
  const configuration = trial && (await readFirstConfiguration(app, trial));
  const saved = await change(app, "module.save", async (unit) => {
    const { modules } = unit.repositories;
    const before = existing(await modules.find(input.id), "module", input.id);
    await requireFreeName(unit, input.name, input.id);
    const after = await modules.save({
      ...before,
      ...fields,
      ...(connection && {
        dialect: connection.dialect,
        url: connection.url,
        username: connection.username,
        certificate: trial?.certificate ?? null,
        routeOverrides: connection.routeOverrides,
      }),
    });
    if (connection) await modules.setSecret(after.id, { sealedPassword: app.vault.seal(connection.password) });
    if (configuration) await storeConfiguration(unit, after, configuration);
    journal(unit, after, connection ? "changed, connection included" : describeSave(before, after));
    return existing(await modules.find(after.id), "module", after.id);
  });
  app.courier.wake();
  return saved;
}

/** Pins a certificate that the panel presents now and that the operator has compared by its fingerprint. */
export async function trustCertificate(app: App, input: ParsedInput<"module.trust">): Promise<Module> {
  const module = await getPanelModule(app, input.id);
  const presented = await app.panels.inspectCertificate(module.url);
  if (presented?.fingerprint !== input.fingerprint) {
    throw notAllowed("certificate-differs", "The panel presents another certificate than the one that was compared");
  }
  const saved = await change(app, "module.trust", async (unit) => {
    const before = existing(await unit.repositories.modules.find(input.id), "module", input.id);
    const after = await unit.repositories.modules.save({ ...before, certificate: presented });
    unit.touch("module", after.id);
    const summary = `Certificate ${presented.fingerprint.slice(0, 23)}… of ${after.name} trusted`;
    unit.journal({ entity: "module", entityId: after.id, serviceId: null, summary });
    return after;
  });
  app.courier.wake();
  return saved;
}

/** Removes a module that no tariff or service uses and for which nothing waits; the refusal names what does. */
export async function removeModule(app: App, { id }: ParsedInput<"module.remove">): Promise<Record<string, never>> {
  await change(app, "module.remove", async (unit) => {
    const module = existing(await unit.repositories.modules.find(id), "module", id);
    await refuseWhileWorkWaits(unit.repositories, (one) => one === id, "Let them go out or give them up first");
    const tariffs = (await unit.repositories.tariffs.list()).filter((tariff) => tariff.moduleIds.includes(id));
    const services = await unit.repositories.services.countByModule(id);
    const users = [
      ...(tariffs.length > 0 ? [`tariff ${tariffs.map((tariff) => tariff.name).join(", ")}`] : []),
      ...(services > 0 ? [`${String(services)} ${services === 1 ? "service" : "services"}`] : []),
    ];
    if (users.length > 0)
      throw notAllowed("in-use", `${module.name} is used by ${users.join(" and ")}. It can be switched off instead`);
    await unit.repositories.modules.remove(id);
    journal(unit, module, "removed");
  });
  return {};
}

function checkNewModule({ type, productType, connection }: ParsedInput<"module.add">): Issue[] {
  const issues: Issue[] = [];
  if (type === "dcimanager6-colocation" && productType !== "colocation")
    issues.push({ path: "productType", message: "A DCImanager 6 module processes server colocation only" });
  if (type === "manual" && connection) issues.push({ path: "connection", message: "Manual setup has no panel" });
  if (type !== "manual" && !connection)
    issues.push({ path: "connection", message: "Required: how to reach the panel" });
  if (connection && type !== "manual" && connection.type !== type)
    issues.push({ path: "connection.type", message: "The connection is one to another kind of panel" });
  return issues;
}

async function checkSave(app: App, { id, connection, isActive }: ParsedInput<"module.save">): Promise<void> {
  const module = await getModule(app, id);
  if (connection && connection.type !== module.type) {
    const message =
      module.type === "manual" ? "Manual setup has no panel" : "A module stays with its kind of panel. Add another one";
    throw invalidInput([{ path: "connection.type", message }]);
  }
  if (module.type === "manual" || module.isActive || !isActive || connection) return;
  const secret = await app.store.read(({ modules }) => modules.getSecret(id));
  if (secret === undefined || app.vault.open(secret.sealedPassword) === "")
    throw invalidInput([
      { path: "connection", message: "Enter the connection with its password before switching it on" },
    ]);
}

async function requireFreeName(unit: Change, name: string, ownId: string | null): Promise<void> {
  const others = (await unit.repositories.modules.list()).filter((one) => one.id !== ownId);
  if (others.some((one) => one.name.toLocaleLowerCase() === name.toLocaleLowerCase()))
    throw invalidInput([{ path: "name", message: "Another module has this name" }]);
}

function describeSave(before: Module, after: Module): string {
  if (before.isActive === after.isActive) return "changed";
  return after.isActive ? "switched on" : "switched off";
}

function journal(unit: Change, { id, name }: Module, what: string): void {
  unit.touch("module", id);
  unit.journal({ entity: "module", entityId: id, serviceId: null, summary: `Module ${name} ${what}` });
}
