import { arch, homedir, platform, release, totalmem } from "node:os";
import { calls } from "../contract/calls";
import type { CallOutput } from "../contract/calls";
import type { Link } from "../contract/shapes/module";
import { createPseudonyms } from "../domain/pseudonyms";
import type { Named } from "../domain/pseudonyms";
import type { Repositories } from "../ports/store";
import type { App } from "./app";
import { reportStore } from "./backups";
import { accessOf } from "./access";

const everyService = calls["service.list"].input.parse({});

/** What a person who helps needs to see. Names, hosts and addresses stand as pseudonyms, which hold for this one bundle. */
export async function bundleForSupport(app: App): Promise<CallOutput<"support.bundle">> {
  const [named, records, links] = await Promise.all([
    app.store.read(namesOf),
    app.store.read(countRecords),
    app.courier.links(),
  ]);
  const { host, session, vault } = app;
  const anonymous = createPseudonyms([
    ...named,
    { kind: "workstation", texts: [host.workstation] },
    { kind: "operator", texts: [session.operator] },
  ]);
  const madeAt = new Date(app.clock.now()).toISOString();
  const bundle = {
    madeAt,
    program: { version: host.version, host: host.kind, runtime: host.runtime },
    machine: { platform: platform(), release: release(), arch: arch(), memoryMb: Math.round(totalmem() / 1_048_576) },
    profile: {
      kind: host.profile,
      startedAt: session.startedAt,
      access: await accessOf(app),
      role: session.signedIn()?.role,
    },
    vault: vault.state(),
    store: await reportStore(app),
    records,
    links: links.map(factsOf),
    log: (app.log.recent?.() ?? []).map((line) => withoutFolders(line, host.profileDirectory)),
  };
  const text = anonymous(withoutFolders(JSON.stringify(bundle, null, 2), host.profileDirectory));
  return { name: `rackside-support-${madeAt.replaceAll(/[:.]/gu, "-")}.json`, text: `${text}\n` };
}

/** Everything that has a name which is nobody's business outside. */
async function namesOf(repositories: Repositories): Promise<readonly Named[]> {
  const { customers, modules, operators, departments, dataCentres, services } = repositories;
  const named: Named[] = [];
  for (const { name, email } of await customers.list()) named.push({ kind: "customer", texts: [name, email] });
  for (const { name } of await operators.list()) named.push({ kind: "operator", texts: [name] });
  for (const { name, url, username } of await modules.list()) {
    named.push(
      { kind: "module", texts: [name] },
      { kind: "host", texts: hostOf(url) },
      { kind: "account", texts: [username] },
    );
  }
  for (const { name } of await departments.list()) named.push({ kind: "department", texts: [name] });
  for (const { name } of await dataCentres.list()) named.push({ kind: "data-centre", texts: [name] });
  const labels = await services.page(everyService, { after: null, offset: 0, limit: 1_000 });
  for (const { label } of labels.rows) named.push({ kind: "server", texts: [label] });
  return named;
}

/** With its port and without. */
function hostOf(url: string): string[] {
  const [, host = ""] = /^https?:\/\/([^/]+)/iu.exec(url) ?? [];
  return [host, host.replace(/:\d+$/u, "")];
}

async function countRecords(repositories: Repositories) {
  const { modules, tasks, actions, customers, operators, tariffs, enumerations, journal } = repositories;
  const page = { after: null, offset: 0, limit: 1 };
  return {
    modules: (await modules.list()).map(({ type, dialect, productType, isActive, configurationTakenAt }) => ({
      ...{ type, dialect, productType, isActive, configurationTakenAt },
    })),
    customers: (await customers.page(calls["customer.list"].input.parse({}), page)).total,
    operators: (await operators.list()).map(({ role, isActive, signInKind }) => ({ role, isActive, signInKind })),
    tariffs: (await tariffs.list()).length,
    enumerations: (await enumerations.list()).length,
    tasks: await tasks.counts(null),
    services: (await repositories.services.page(everyService, page)).total,
    actions: await actions.countUnfinished(null),
    journalEntries: await journal.lastSequence(),
  };
}

function factsOf({ moduleId, state, since, lastSuccessAt, nextProbeAt, reason, waiting, needsAttention }: Link) {
  return { moduleId, state, since, lastSuccessAt, nextProbeAt, reason, waiting, needsAttention };
}

/** Folders tell the account's name. The text is JSON, in which a backslash is written twice. */
function withoutFolders(text: string, profileDirectory: string): string {
  return [profileDirectory, homedir()].reduce(
    (rest, folder) => rest.replaceAll(JSON.stringify(folder).slice(1, -1), "(folder)"),
    text,
  );
}
