import type { ConfigurationChange, ConfigurationPart, ModuleConfiguration } from "../contract/shapes/module";
import { isOffered } from "./free-server";

/** Text that stands for itself, or something that is compared by its id and told by its name: its new name is no change of what points at it. */
type Fact = string | { readonly id: number | null; readonly name: string };

/** A thing of the panel as it is compared. */
interface Thing {
  readonly key: string;
  readonly name: string;
  readonly facts: readonly Fact[];
}

type Parts = Omit<ModuleConfiguration, "takenAt">;

/**
 * What differs between two readings of a panel, part by part. What changes by itself is left out: free and used addresses, devices and
 * free units of a rack, servers of a preset. A preset appears with its first server without owner and disappears with its last.
 */
export function compareConfigurations(before: Parts, after: Parts): ConfigurationChange[] {
  const earlier = thingsOf(before);
  const later = thingsOf(after);
  return (Object.keys(later) as ConfigurationPart[]).flatMap((part) => compareThings(part, earlier[part], later[part]));
}

function compareThings(
  part: ConfigurationPart,
  before: readonly Thing[],
  after: readonly Thing[],
): ConfigurationChange[] {
  const earlier = new Map(before.map((thing) => [thing.key, thing]));
  const later = new Set(after.map((thing) => thing.key));
  const removed = before.filter((thing) => !later.has(thing.key));
  return [
    ...after.flatMap((thing): ConfigurationChange[] => {
      const old = earlier.get(thing.key);
      if (!old) return [{ part, change: "added", name: thing.name, before: "", after: inWords(thing.facts) }];
      const words = differing(old, thing);
      return words ? [{ part, change: "changed", name: thing.name, ...words }] : [];
    }),
    ...removed.map((thing): ConfigurationChange => ({
      part,
      change: "removed",
      name: thing.name,
      before: inWords(thing.facts),
      after: "",
    })),
  ];
}

/** Only the facts that differ; undefined when none does. */
function differing(old: Thing, thing: Thing): { before: string; after: string } | undefined {
  const pairs = [
    { before: old.name, after: thing.name },
    ...thing.facts.map((fact, place) => ({ before: old.facts[place] ?? "", after: fact })),
  ].filter((pair) => valueOf(pair.before) !== valueOf(pair.after));
  if (pairs.length === 0) return undefined;
  return { before: inWords(pairs.map((pair) => pair.before)), after: inWords(pairs.map((pair) => pair.after)) };
}

function valueOf(fact: Fact): string | number | null {
  return typeof fact === "string" ? fact : fact.id;
}

function inWords(facts: readonly Fact[]): string {
  return facts
    .map((fact) => (typeof fact === "string" ? fact : fact.name))
    .filter((fact) => fact !== "")
    .join(", ");
}

/** Every part in the order in which it is read; the facts of one part always stand in the same places. */
function thingsOf(configuration: Parts): Record<ConfigurationPart, Thing[]> {
  const location = (id: number | null): Fact => ({
    id,
    name:
      id === null
        ? "no location"
        : (configuration.locations.find((one) => one.locationId === id)?.name ?? `location ${String(id)}`),
  });
  const pool = (id: number | null): Fact => ({
    id,
    name: id === null ? "no pool" : `pool ${configuration.pools.find((one) => one.poolId === id)?.name ?? String(id)}`,
  });
  return {
    locations: configuration.locations.map(({ locationId, name, poolId }) => ({
      key: String(locationId),
      name,
      facts: [pool(poolId)],
    })),
    racks: configuration.racks.map(({ rackId, name, size, locationId, poolId, note }) => ({
      key: String(rackId),
      name,
      facts: [`${String(size)} U`, location(locationId), pool(poolId), note],
    })),
    pools: configuration.pools.map(({ poolId, name, total, freeIpv4, freeIpv6 }) => ({
      key: String(poolId),
      name,
      facts: [`${total} addresses`, freeIpv4 === null ? "" : "IPv4", freeIpv6 === null ? "" : "IPv6"],
    })),
    switches: configuration.switches.map(({ switchId, name, locationId, rackName }) => ({
      key: String(switchId),
      name,
      facts: [location(locationId), rackName],
    })),
    pdus: configuration.pdus.map(({ pduId, name, rackName }) => ({ key: String(pduId), name, facts: [rackName] })),
    users: configuration.users.map(({ userId, email, fullName, isAdministrator }) => ({
      key: String(userId),
      name: email,
      facts: [fullName, isAdministrator ? "administrator" : "user"],
    })),
    osImages: configuration.osImages.map(({ name, tags }) => ({ key: name, name, facts: [tags.join(" ")] })),
    presets: configuration.presets.filter(isOffered).map(({ name }) => ({ key: name, name, facts: [] })),
  };
}
