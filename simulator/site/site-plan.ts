import type { SitePool, SiteUser } from "./site-document";

/** What a generated data centre is called and what it holds. */
export interface SitePlan {
  readonly seed: number;
  readonly name: string;
  readonly locationId: number;
  readonly racks: readonly RackPlan[];
  readonly customers: readonly SiteUser[];
  /** Stems of server names, such as `colo` or `сервер`. */
  readonly providerStems: readonly [string, ...string[]];
  readonly customerStems: readonly [string, ...string[]];
  readonly pools: readonly SitePool[];
  /** The pool that customers' addresses come from, and how a number becomes one of its addresses. */
  readonly addressPoolId: number;
  readonly addressOf: (number: number) => string;
  /** How many addresses servers may get at most. */
  readonly addressLimit: number;
  /** Ownerless customer kit, freshly racked: at most this many a rack. */
  readonly freshKitPerRack: number;
}

export interface RackPlan {
  readonly name: string;
  readonly size: number;
  readonly servers: number;
  readonly switches: 1 | 2;
  readonly pdus: 1 | 2;
  readonly poolId: number | null;
  readonly note: string;
}
