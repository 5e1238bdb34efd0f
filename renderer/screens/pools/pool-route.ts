import type { PoolUse } from "../../../main/contract/shapes/mirror";
import type { AddressFamily } from "../../../main/contract/shapes/panel";

/** A pool's place in a route; without a family whichever of them is shown. */
export interface PoolRoute {
  readonly moduleId: string;
  readonly poolId: number;
  readonly family: AddressFamily | null;
}

export function formatPoolRoute({ moduleId, poolId, family }: Pick<PoolUse, "moduleId" | "poolId" | "family">): string {
  return `${moduleId}/${String(poolId)}/${family}`;
}

/** Null when the text names no pool. */
export function parsePoolRoute(text: string | null): PoolRoute | null {
  const [moduleId, poolId, family] = text?.split("/") ?? [];
  if (moduleId === undefined || poolId === undefined || !/^\d+$/.test(poolId)) return null;
  return { moduleId, poolId: Number(poolId), family: family === "ipv4" || family === "ipv6" ? family : null };
}
