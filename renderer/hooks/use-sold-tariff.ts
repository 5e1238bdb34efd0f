import type { TariffContent } from "../../main/contract/shapes/tariff";
import { useQuery } from "./use-query";

interface SoldTariff {
  /** What the tariff said when it was sold; undefined while it is on its way. */
  readonly content: TariffContent | undefined;
  /** The tariff's version today; undefined while it is on its way. */
  readonly currentVersion: number | undefined;
}

/** A tariff as a service has it: in the version that it was sold by or moved to. */
export function useSoldTariff(tariffId: string, version: number): SoldTariff {
  const tariffs = useQuery("tariff.list", {});
  const current = tariffs.value?.find((tariff) => tariff.id === tariffId);
  const isCurrent = current?.version === version;
  const versions = useQuery("tariff.versions", current === undefined || isCurrent ? null : { id: tariffId });
  const earlier = versions.value?.find((one) => one.version === version)?.content;
  return { content: isCurrent ? current : earlier, currentVersion: current?.version };
}
