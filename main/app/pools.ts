import type { CallOutput, ParsedInput } from "../contract/calls";
import type { PoolUse } from "../contract/shapes/mirror";
import type { Module } from "../contract/shapes/module";
import type { AddressFamily } from "../contract/shapes/panel";
import { familyOf } from "../domain/address-range";
import { nextFreeAddresses, useOfSpace } from "../domain/free-addresses";
import type { SpaceUse } from "../domain/free-addresses";
import { hasPanel } from "../domain/plan";
import { keepersOfAll } from "../domain/same-panel";
import { RemoteFailure } from "../ports/failure";
import type { PoolReading } from "../ports/gateway";
import type { App } from "./app";
import { getPanelModule } from "./module-configuration";
import { observe } from "./panel-access";
import type { Observed } from "./panel-access";

/** One pool and family, as it is kept of a panel. */
type CountedPool = Omit<PoolUse, "moduleId" | "moduleName" | "takenAt">;

const families: readonly AddressFamily[] = ["ipv4", "ipv6"];
/** Pools fill slowly, and counting one takes several calls of its panel. */
const countedForMs = 60_000;

/** The address pools of all panels by family, fullest first; of a panel that does not answer as last counted. */
export async function listPools(app: App): Promise<PoolUse[]> {
  const modules = await app.store.read((repositories) => repositories.modules.list());
  const asked = keepersOfAll(modules.filter(hasPanel));
  const answers = await Promise.all(asked.map((module) => listPoolsOf(app, module)));
  return answers.flat().sort((left, right) => right.share - left.share || left.name.localeCompare(right.name));
}

/** The addresses that a pool would give next. */
export async function findNextFree(
  app: App,
  { moduleId, poolId, family, limit }: ParsedInput<"pool.next-free">,
): Promise<CallOutput<"pool.next-free">> {
  const module = await getPanelModule(app, moduleId);
  const { facts } = await observe(app, module, `pool ${String(poolId)}`, (gateway) => gateway.readPool(poolId));
  const { ranges, used, networks } = facts;
  const addresses = ranges && used && nextFreeAddresses({ ranges, used, networks }, family, limit);
  return { addresses: addresses ?? [], isKnown: addresses !== null };
}

async function listPoolsOf(app: App, module: Module): Promise<PoolUse[]> {
  const counted = await countPools(app, module);
  const { id: moduleId, name: moduleName } = module;
  return (counted?.facts ?? []).map((pool) => ({ ...pool, moduleId, moduleName, takenAt: counted?.takenAt ?? 0 }));
}

/** Undefined for a panel that neither answers nor ever did. */
async function countPools(
  app: App,
  module: Module,
): Promise<Pick<Observed<readonly CountedPool[]>, "facts" | "takenAt"> | undefined> {
  const subject = "pool use";
  const last = await app.store.read(({ observations }) => observations.find(module.id, subject));
  // Written by `observe` under the same subject, and the call's output schema checks it once more.
  if (last && Math.abs(app.clock.now() - last.takenAt) < countedForMs)
    return { facts: JSON.parse(last.body) as CountedPool[], takenAt: last.takenAt };
  try {
    return await observe(app, module, subject, async (gateway) => (await gateway.readPools()).flatMap(countPool));
  } catch (error) {
    if (error instanceof RemoteFailure) return undefined;
    throw error;
  }
}

function countPool(pool: PoolReading): CountedPool[] {
  return families.flatMap((family) => {
    const use = useOf(pool, family);
    if (!use) return [];
    return [
      {
        poolId: pool.facts.poolId,
        name: pool.facts.name,
        family,
        networks: (pool.ranges ?? []).filter((range) => familyOf(range) === family),
        total: use.total.toString(),
        used: use.used.toString(),
        free: use.free.toString(),
        share: shareOf(use),
      },
    ];
  });
}

/** Counted from what the pool is made of or, where the panel does not tell that, by its own figures. */
function useOf({ facts, ranges, used, networks }: PoolReading, family: AddressFamily): SpaceUse | null {
  const counted = ranges && used && useOfSpace({ ranges, used, networks }, family);
  if (counted) return counted;
  const free = family === "ipv4" ? facts.freeIpv4 : facts.freeIpv6;
  const isOnlyFamily = (facts.freeIpv4 === null) !== (facts.freeIpv6 === null);
  if (free === null || !isOnlyFamily) return null;
  return { total: BigInt(facts.total), used: BigInt(facts.used), free: BigInt(free) };
}

/** Of ten thousand parts, so that an IPv6 pool is divided as the whole number that it is. */
function shareOf({ total, used }: SpaceUse): number {
  return total === 0n ? 1 : Number((used * 10_000n) / total) / 10_000;
}
