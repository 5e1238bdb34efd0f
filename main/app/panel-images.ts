import type { Module } from "../contract/shapes/module";
import { RemoteFailure } from "../ports/failure";
import type { App } from "./app";
import { observe } from "./panel-access";

/** Names of the images that can be installed on a module's servers: live, else the newest known ones; undefined when none are known. */
export async function findImages(
  app: App,
  module: Module,
): Promise<{ readonly names: readonly string[]; readonly takenAt: number } | undefined> {
  const observed = await observe(app, module, "os-images", async (gateway) =>
    (await gateway.listOsImages()).map((image) => image.name),
  ).catch((error: unknown) => {
    if (error instanceof RemoteFailure) return undefined;
    throw error;
  });
  const known = observed && { names: observed.facts, takenAt: observed.takenAt };
  const report = await app.store.read(({ modules }) => modules.findConfiguration(module.id));
  if (!report || (known && known.takenAt >= report.configuration.takenAt)) return known;
  const { osImages, takenAt } = report.configuration;
  return { names: osImages.map((image) => image.name), takenAt };
}
