/** What a generated DSmanager data centre is called and how big it is. */
export interface DsmanagerSitePlan {
  readonly seed: number;
  readonly name: string;
  readonly racks: readonly string[];
  readonly serversPerRack: number;
  /** How many of a rack's servers belong to customers who brought them. */
  readonly colocationPerRack: number;
  readonly customers: readonly { readonly name: string; readonly realName: string }[];
  /** Stems of server names, such as `HP` or `узел`. */
  readonly stems: readonly [string, ...string[]];
  /** Ranges of addresses; the number of a server becomes its main one. */
  readonly addressRanges: readonly string[];
  readonly addressOf: (number: number) => string;
}

export const locationId = 3;

/** The types of servers for hire; nobody gives the last one back, so none of it is ever free. */
export const typesForHire = [
  { id: 1, name: "HPCorei5", height: 1, share: 0.4 },
  { id: 2, name: "HPXeonE3", height: 1, share: 0.7 },
  { id: 3, name: "DellR340", height: 1, share: 0.9 },
  { id: 4, name: "SMXeonGold", height: 2, share: 1 },
] as const;

export const neverFreeTypeId = 4;
export const colocationType = { id: 5, name: "Colocation" } as const;
