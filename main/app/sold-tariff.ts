import type { Service } from "../contract/shapes/service";
import type { TariffContent } from "../contract/shapes/tariff";
import type { Repositories } from "../ports/store";
import { existing } from "./app";

/** What the tariff said in the version that the service runs on. */
export async function tariffOf(
  { tariffs }: Repositories,
  { tariffId, tariffVersion }: Pick<Service, "tariffId" | "tariffVersion">,
): Promise<TariffContent> {
  const version = await tariffs.findVersion(tariffId, tariffVersion);
  return existing(version, "tariff version", `${tariffId} ${String(tariffVersion)}`).content;
}
