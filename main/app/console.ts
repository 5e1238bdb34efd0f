import type { ParsedInput } from "../contract/calls";
import type { ConsoleDescription } from "../contract/shapes/console";
import type { App } from "./app";
import { notAllowed, requireDraftsStored } from "./app";
import { accessOf } from "./access";
import { getSiteSettings } from "./site-settings";
import { refuseWhileWorkWaits } from "./waiting-work";

export async function describeConsole(app: App): Promise<ConsoleDescription> {
  const modules = await app.store.read((repositories) => repositories.modules.list());
  const { lockAfterMinutes } = await getSiteSettings(app);
  const { host, session, vault } = app;
  return {
    version: host.version,
    profile: host.profile,
    profileDirectory: host.profileDirectory,
    access: await accessOf(app),
    operator: session.operator,
    role: session.signedIn()?.role ?? null,
    host: host.kind,
    runtime: host.runtime,
    vault: vault.state(),
    lockAfterMinutes,
    startedAt: session.startedAt,
    moduleCount: modules.length,
  };
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
