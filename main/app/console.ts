import type { CallOutput, ParsedInput } from "../contract/calls";
import type { ConsoleDescription } from "../contract/shapes/console";
import type { App } from "./app";
import { notAllowed, requireDraftsStored } from "./app";
import { change } from "./change";
import { refuseWhileWorkWaits } from "./waiting-work";

export async function describeConsole(app: App): Promise<ConsoleDescription> {
  const modules = await app.store.read((repositories) => repositories.modules.list());
  const { host } = app;
  return {
    version: host.version,
    profile: host.profile,
    profileDirectory: host.profileDirectory,
    operator: app.session.operator,
    host: host.kind,
    runtime: host.runtime,
    secretProtection: app.vault.protection,
    startedAt: app.session.startedAt,
    moduleCount: modules.length,
  };
}

const operatorsSetting = "operators";

export async function listOperators(app: App): Promise<string[]> {
  const stored = await app.store.read((repositories) => repositories.settings.find(operatorsSetting));
  const known = stored === undefined ? [] : (JSON.parse(stored) as string[]);
  return [...new Set([app.session.operator, ...known])].sort((left, right) => left.localeCompare(right));
}

/** Names who works at this console from now on. Claims and drafts are kept by this name. */
export async function switchOperator(
  app: App,
  { name }: ParsedInput<"operator.switch">,
): Promise<CallOutput<"operator.switch">> {
  const known = await listOperators(app);
  await change(app, "operator.switch", async (unit) => {
    await unit.repositories.settings.put(operatorsSetting, JSON.stringify([...new Set([...known, name])]));
    unit.journal({
      entity: "console",
      entityId: "console",
      serviceId: null,
      summary: `${name} works at this console`,
    });
    unit.touch("console", "console");
  });
  app.session.operator = name;
  app.publish({ name: "records.changed", changes: [{ entity: "console", id: "console" }] });
  return { operator: name };
}

/** Leaves this profile for another one. What waits stays in its profile, so it is left only on purpose. */
export async function openProfile(
  app: App,
  { profile, evenIfWaiting }: ParsedInput<"profile.open">,
): Promise<Record<string, never>> {
  if (!app.host.openProfile)
    throw notAllowed("one-profile", "This host has one profile. Name another one with --profile");
  requireDraftsStored(app.keptDrafts);
  const advice = "They stay in this profile and go out when it is opened again";
  if (!evenIfWaiting) await app.store.read((repositories) => refuseWhileWorkWaits(repositories, () => true, advice));
  await app.host.openProfile(profile);
  return {};
}
