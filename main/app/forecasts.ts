import type { Module } from "../contract/shapes/module";
import type { Amounts } from "../contract/shapes/tariff";
import type { AddressForecast } from "../contract/shapes/task";
import { addressNeeds, forecastAddresses } from "../domain/addresses";
import { findRack } from "../domain/card";
import { RemoteFailure } from "../ports/failure";
import type { App } from "./app";
import { observe } from "./panel-access";

/**
 * Would the addresses of these amounts be there, for a server in this rack (name as typed, may be empty). Asks the panel for its pools;
 * out of reach, the last known counts stand with their age.
 */
export async function forecast(
  app: App,
  module: Module,
  amounts: Amounts,
  rackName: string,
): Promise<AddressForecast[]> {
  const needs = addressNeeds(amounts);
  if (needs.length === 0) return [];
  const configuration = await app.store.read((repositories) => repositories.modules.findConfiguration(module.id));
  const pools = await observe(app, module, "pools", (gateway) => gateway.listPools()).catch((error: unknown) => {
    if (error instanceof RemoteFailure) return undefined;
    throw error;
  });
  const place = {
    rack: rackName.trim() === "" ? undefined : findRack(configuration?.racks ?? [], rackName, module.locationId),
    locationId: module.locationId,
    locations: configuration?.locations ?? [],
    pools: pools?.facts ?? configuration?.pools ?? [],
  };
  return forecastAddresses(needs, place, {
    takenAt: pools?.takenAt ?? configuration?.takenAt ?? null,
    isLive: pools?.isLive ?? false,
  });
}

/** A shortage in words, one line a family that is short. */
export function shortageRemarks(forecasts: readonly AddressForecast[]): string[] {
  return forecasts
    .filter((one) => one.isShort)
    .map((one) => {
      const family = one.family === "ipv4" ? "IPv4" : "IPv6";
      return one.free === null
        ? `No pool with ${family} addresses is known`
        : `${family}: ${String(one.needed)} needed, ${one.free} free in ${one.poolName}`;
    });
}
