import type { RackUse } from "../contract/shapes/rack";
import type { Amounts, Measure, Resource } from "../contract/shapes/tariff";
import { findRack } from "../domain/card";
import { convertAmount } from "../domain/measure";
import type { SoldInRack } from "../ports/rack-store";
import type { Repositories } from "../ports/store";
import type { KnownRack } from "./rack-survey";
import { moduleIdsOf } from "./rack-survey";

export type Sold = Pick<RackUse, "powerSoldWatts" | "bandwidthSoldMbit">;

export const nothingSold: Sold = { powerSoldWatts: 0, bandwidthSoldMbit: 0 };

/** Power and bandwidth as bought, which a version of a tariff says how to count. */
type Bought = Pick<SoldInRack, "tariffId" | "tariffVersion" | "power" | "flat">;

/** From so many racks on one walk through all services is quicker than looking each rack's up. */
const manyRacks = 50;

/**
 * What the services of racks of one panel have bought, by the rack's id. A service counts in the rack where it is planned, or else in the one that its card
 * names.
 */
export async function readSold(
  repositories: Repositories,
  racks: readonly KnownRack[],
): Promise<ReadonlyMap<number, Sold>> {
  const [first] = racks;
  if (!first) return new Map();
  const moduleIds = moduleIdsOf(first);
  const count = createCounter(repositories);
  const sold = new Map<number, Sold>();
  const add = async (rackId: number, bought: Bought): Promise<void> => {
    const counted = await count(bought);
    const before = sold.get(rackId) ?? nothingSold;
    sold.set(rackId, {
      powerSoldWatts: before.powerSoldWatts + counted.powerSoldWatts,
      bandwidthSoldMbit: before.bandwidthSoldMbit + counted.bandwidthSoldMbit,
    });
  };

  const names = racks.length >= manyRacks ? null : racks.map(({ facts }) => facts.name);
  const rackOf = createRackFinder(racks);
  for (const row of await repositories.rackTenants.listSold(moduleIds, names)) {
    const rackId = rackOf(row.rack, row.moduleId);
    if (rackId !== undefined) await add(rackId, row);
  }
  for (const { rackId, serviceId } of await repositories.rackPlans.listByModules(moduleIds)) {
    if (!racks.some(({ facts }) => facts.rackId === rackId)) continue;
    const service = await repositories.services.find(serviceId);
    if (service) await add(rackId, { ...service, ...amountsOf(service.amounts) });
  }
  return sold;
}

function amountsOf(amounts: Amounts): Pick<Bought, "power" | "flat"> {
  return { power: amounts["power"] ?? 0, flat: amounts["flat"] ?? 0 };
}

/** Racks by the name on a card, at the location that its module sells where two have one name. */
function createRackFinder(racks: readonly KnownRack[]): (name: string, moduleId: string) => number | undefined {
  const facts = racks.map((rack) => rack.facts);
  const locations = new Map(racks[0]?.panelModules.map(({ id, locationId }) => [id, locationId]));
  const found = new Map<string, number | undefined>();
  return (name, moduleId) => {
    const key = `${moduleId} ${name}`;
    if (!found.has(key)) found.set(key, findRack(facts, name, locations.get(moduleId) ?? null)?.rackId);
    return found.get(key);
  };
}

/** Amounts in watts and Mbit/s, whatever the tariff counts them in. */
function createCounter({ tariffs }: Repositories): (bought: Bought) => Promise<Sold> {
  const versions = new Map<string, readonly Pick<Resource, "name" | "measure">[]>();
  return async ({ tariffId, tariffVersion, power, flat }) => {
    const key = `${tariffId}/${String(tariffVersion)}`;
    const resources =
      versions.get(key) ?? (await tariffs.findVersion(tariffId, tariffVersion))?.content.resources ?? [];
    versions.set(key, resources);
    const inMeasure = (name: string, amount: number, measure: Measure): number => {
      const counted = resources.find((resource) => resource.name === name)?.measure;
      return counted === undefined ? amount : (convertAmount(amount, counted, measure) ?? 0);
    };
    return {
      powerSoldWatts: inMeasure("power", power, "W"),
      bandwidthSoldMbit: inMeasure("flat", flat, "Mbit/s"),
    };
  };
}
