import type { PoolUse } from "../../../main/contract/shapes/mirror";
import { compareNames } from "../../text/format";

/** From so much of a pool on, somebody should order more addresses. */
const shortShare = 0.9;

export type PoolLevel = "full" | "short" | "enough";

export function levelOf({ free, share }: Pick<PoolUse, "free" | "share">): PoolLevel {
  if (free === "0") return "full";
  return share >= shortShare ? "short" : "enough";
}

interface PoolWishes {
  readonly search: string;
  readonly family: "all" | PoolUse["family"];
}

/** The pools that somebody wants to see, the fullest first. */
export function arrangePools(pools: readonly PoolUse[], { search, family }: PoolWishes): readonly PoolUse[] {
  const words = search.toLocaleLowerCase().split(/\s+/u);
  return pools
    .filter((pool) => family === "all" || pool.family === family)
    .filter((pool) => {
      const text = `${pool.name} ${pool.moduleName} ${pool.networks.join(" ")}`.toLocaleLowerCase();
      return words.every((word) => text.includes(word));
    })
    .sort((left, right) => right.share - left.share || compareNames(left.name, right.name));
}
