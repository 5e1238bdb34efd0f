import type { PowerState, ServerFacts } from "../contract/shapes/panel";
import type { WalkMark } from "./gateway";

/** What the reading of one panel's servers has come to. */
export interface MirrorRecord {
  readonly moduleId: string;
  /** Names panel and location; a reading of another one is not gone on with. */
  readonly source: string;
  /** Counts the readings from their start. */
  readonly reading: number;
  /** The reading has not come to its end, so that it can be gone on with behind `after`. */
  readonly isUnfinished: boolean;
  readonly after: WalkMark | null;
  /** Servers that the panel has, as it said last. */
  readonly total: number;
  /** End of the last complete reading. */
  readonly takenAt: number | null;
  /** Why the last reading ended early; empty otherwise. */
  readonly reason: string;
}

/** A server as it goes into the mirror. */
export interface MirrorEntry {
  readonly facts: ServerFacts;
  /** Folded, for searching. */
  readonly searchText: string;
}

/** When and by which reading servers were seen. */
export interface MirrorStamp {
  readonly takenAt: number;
  readonly reading: number;
  /** The facts hold all that the panel tells of a server, not only what its list does. */
  readonly hasDetails: boolean;
}

/** A server as kept. */
export interface MirrorServer {
  readonly moduleId: string;
  readonly facts: ServerFacts;
  readonly takenAt: number;
}

/** A server with what the profile knows of it. */
export interface MirrorRow extends MirrorServer {
  readonly moduleName: string;
  readonly dataCentreName: string;
  /** The unclosed service that stands on it. */
  readonly serviceId: string | null;
  readonly serviceNumber: number | null;
}

/** A module whose servers are asked for, with every module through which a service may stand on them: those of the same panel. */
export interface MirrorScope {
  readonly moduleId: string;
  readonly holderIds: readonly string[];
}

export interface MirrorQuery {
  readonly scopes: readonly MirrorScope[];
  readonly power: PowerState | null;
  /** True: neither owner nor unclosed service; false: either of them. */
  readonly isFree: boolean | null;
  readonly onlyWithFault: boolean;
  readonly search: string;
  /** Null: by module, then by name. */
  readonly sort: { readonly by: "name" | "rack" | "serial" | "owner"; readonly isDescending: boolean } | null;
}

export interface MirrorPage {
  readonly rows: readonly MirrorRow[];
  readonly total: number;
  /** Opaque place behind the last row; null at the end. */
  readonly next: string | null;
}

export interface MirrorCounts {
  readonly servers: number;
  readonly addresses: number;
  readonly ports: number;
}

/**
 * Local copies of the panels' servers: what they last said, and since when it has been known. Servers are kept under one of the modules that see them
 * (`keeperOf` in `domain/same-panel.ts`).
 */
export interface MirrorStore {
  findReading(moduleId: string): Promise<MirrorRecord | undefined>;
  listReadings(): Promise<readonly MirrorRecord[]>;
  /** Adds or replaces. */
  putReading(record: MirrorRecord): Promise<void>;
  /**
   * Adds or replaces servers with their addresses. One that is as it was is left alone but for its age, and one that
   * was read later than `takenAt` but for the reading that has seen it.
   * Answers how many were new or different.
   */
  putServers(moduleId: string, entries: readonly MirrorEntry[], stamp: MirrorStamp): Promise<number>;
  /** Removes the module's servers that this reading has not seen; answers how many. */
  removeUnseen(moduleId: string, reading: number): Promise<number>;
  /** Drops everything that is kept under the module. */
  remove(moduleId: string): Promise<void>;
  /** Servers that this reading has seen, and when it saw the first of them. */
  countSeen(moduleId: string, reading: number): Promise<{ readonly servers: number; readonly oldestAt: number | null }>;
  countContents(moduleId: string): Promise<MirrorCounts>;
  find(moduleId: string, serverId: number): Promise<MirrorServer | undefined>;
  /** The servers of these ids that are there with their details. */
  listDetailed(moduleId: string, serverIds: readonly number[]): Promise<readonly ServerFacts[]>;
  /** Ids of servers whose details were never read, newest first, then those whose details are older than `before`. */
  listWithoutDetails(moduleId: string, before: number, limit: number): Promise<readonly number[]>;
  /** A mark that cannot be read counts as the start of the list. */
  page(
    query: MirrorQuery,
    page: { readonly after: string | null; readonly offset: number; readonly limit: number },
  ): Promise<MirrorPage>;
}
