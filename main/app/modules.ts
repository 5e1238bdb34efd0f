import type { CallOutput, ParsedInput } from "../contract/calls";
import type { ConnectionInput, Module, ModuleConfiguration } from "../contract/shapes/module";
import type { Certificate } from "../contract/shapes/panel";
import { RemoteFailure } from "../ports/failure";
import type { PanelGateway } from "../ports/gateway";
import type { App } from "./app";
import { ConsoleError, existing, notAllowed } from "./app";
import { change } from "./change";
import { endFormDraft } from "./form-drafts";
import { getModule } from "./panel-access";
import { refuseWhileWorkWaits } from "./waiting-work";

interface Trial {
  readonly gateway: PanelGateway;
  readonly certificate: Certificate | null;
  readonly signedInAs: string;
}

/** Signs in with what was typed. An unknown self-signed certificate is a fault that carries it, so that a person can compare and trust it. */
async function tryConnection(app: App, input: ConnectionInput): Promise<Trial> {
  const system = new URL(input.url).host;
  const gateway = app.panels.connect({
    system,
    url: input.url,
    username: input.username,
    password: input.password,
    pinnedFingerprint: input.trustedFingerprint,
    routeOverrides: input.routeOverrides,
  });
  const { signedInAs } = await gateway.probe();
  const certificate = input.trustedFingerprint ? await app.panels.inspectCertificate(input.url) : null;
  return { gateway, certificate, signedInAs };
}

/** Tries a connection and reports what the panel has; stores nothing. */
export async function reportConnection(app: App, input: ParsedInput<"module.try">): Promise<CallOutput<"module.try">> {
  const { gateway, certificate, signedInAs } = await tryConnection(app, input);
  const [servers, locations] = await Promise.all([
    gateway.listServers({ offset: 0, limit: 1, search: "", locationId: null }),
    gateway.listLocations(),
  ]);
  return { signedInAs, serverCount: servers.total, locations: [...locations], certificate };
}

/** Adds a module; its connection is tried first and its configuration read along. */
export async function addModule(app: App, input: ParsedInput<"module.add">): Promise<Module> {
  const { gateway, certificate } = await tryConnection(app, input.connection);
  const configuration = await readConfiguration(app, gateway);
  const module = await change(app, "module.add", async (unit) => {
    const names = await unit.repositories.modules.list();
    if (names.some((one) => one.name.toLocaleLowerCase() === input.name.toLocaleLowerCase())) {
      throw new ConsoleError({
        kind: "invalid-input",
        message: "Another module has this name",
        issues: [{ path: "name", message: "Another module has this name" }],
      });
    }
    const added = await unit.repositories.modules.add({
      id: app.makeId(),
      revision: 0,
      type: input.type,
      name: input.name,
      url: input.connection.url,
      username: input.connection.username,
      certificate,
      dataCentreId: input.dataCentreId,
      departmentId: input.departmentId,
      locationId: input.locationId,
      sort: input.sort,
      isActive: true,
      routeOverrides: input.connection.routeOverrides,
      configurationTakenAt: configuration.takenAt,
    });
    await unit.repositories.modules.setSecret(added.id, { sealedPassword: app.vault.seal(input.connection.password) });
    await unit.repositories.modules.setConfiguration(added.id, configuration);
    await endFormDraft(unit, input.form);
    unit.touch("module", added.id);
    await unit.journal({
      entity: "module",
      entityId: added.id,
      serviceId: null,
      summary: `Module ${added.name} added`,
    });
    return added;
  });
  app.courier.wake();
  return module;
}

/** Changes a module. A changed connection is tried before it is stored. */
export async function saveModule(app: App, input: ParsedInput<"module.save">): Promise<Module> {
  const trial = input.connection ? await tryConnection(app, input.connection) : undefined;
  const saved = await change(app, "module.save", async (unit) => {
    const before = existing(await unit.repositories.modules.find(input.id), "module", input.id);
    const { connection, ...fields } = input;
    const after = await unit.repositories.modules.save({
      ...before,
      ...fields,
      ...(connection && {
        url: connection.url,
        username: connection.username,
        certificate: trial?.certificate ?? null,
        routeOverrides: connection.routeOverrides,
      }),
    });
    if (connection) {
      await unit.repositories.modules.setSecret(after.id, { sealedPassword: app.vault.seal(connection.password) });
    }
    unit.touch("module", after.id);
    const what = connection
      ? "changed, connection included"
      : before.isActive === after.isActive
        ? "changed"
        : after.isActive
          ? "switched on"
          : "switched off";
    await unit.journal({
      entity: "module",
      entityId: after.id,
      serviceId: null,
      summary: `Module ${after.name} ${what}`,
    });
    return after;
  });
  app.courier.wake();
  return saved;
}

/** Pins a certificate that the panel presents now and that the operator has compared by its fingerprint. */
export async function trustCertificate(app: App, input: ParsedInput<"module.trust">): Promise<Module> {
  const module = await getModule(app, input.id);
  const presented = await app.panels.inspectCertificate(module.url);
  if (presented?.fingerprint !== input.fingerprint) {
    throw notAllowed("certificate-differs", "The panel presents another certificate than the one that was compared");
  }
  const saved = await change(app, "module.trust", async (unit) => {
    const before = existing(await unit.repositories.modules.find(input.id), "module", input.id);
    const after = await unit.repositories.modules.save({ ...before, certificate: presented });
    unit.touch("module", after.id);
    const summary = `Certificate ${presented.fingerprint.slice(0, 23)}… of ${after.name} trusted`;
    await unit.journal({ entity: "module", entityId: after.id, serviceId: null, summary });
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
    unit.touch("module", id);
    await unit.journal({ entity: "module", entityId: id, serviceId: null, summary: `Module ${module.name} removed` });
  });
  return {};
}

/** "Config": reads the panel's configuration again and keeps it. */
export async function refreshModule(app: App, { id }: ParsedInput<"module.refresh">): Promise<ModuleConfiguration> {
  const module = await getModule(app, id);
  const configuration = await reach(app, id, async () => readConfiguration(app, await app.gateway(module)));
  await change(app, "module.refresh", async (unit) => {
    const current = existing(await unit.repositories.modules.find(id), "module", id);
    await unit.repositories.modules.setConfiguration(id, configuration);
    await unit.repositories.modules.save({ ...current, configurationTakenAt: configuration.takenAt });
    unit.touch("module", id);
    await unit.journal({
      entity: "module",
      entityId: id,
      serviceId: null,
      summary: `Configuration of ${module.name} read`,
    });
  });
  return configuration;
}

async function reach<T>(app: App, moduleId: string, ask: () => Promise<T>): Promise<T> {
  try {
    const value = await ask();
    app.courier.observeOutcome(moduleId, null);
    return value;
  } catch (error) {
    if (error instanceof RemoteFailure) app.courier.observeOutcome(moduleId, error);
    throw error;
  }
}

async function readConfiguration(app: App, gateway: PanelGateway): Promise<ModuleConfiguration> {
  const [locations, racks, pools, switches, pdus, users] = await Promise.all([
    gateway.listLocations(),
    gateway.listRacks(),
    gateway.listPools(),
    gateway.listSwitches(),
    gateway.listPdus(),
    gateway.listUsers(),
  ]);
  return {
    takenAt: app.clock.now(),
    locations: [...locations],
    racks: [...racks],
    pools: [...pools],
    switches: [...switches],
    pdus: [...pdus],
    users: [...users],
  };
}
