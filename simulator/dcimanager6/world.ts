import type { NextIds, SiteDocument } from "../site/site-document";
import { refuseUnknown } from "./refusal";
import { createSiteIndex, type SiteIndex } from "./site-index";

/** How long the panel's work takes, in milliseconds; 0 means done at once, without an operation. */
export interface Timings {
  readonly allocateMs: number;
  readonly releaseMs: number;
  readonly powerMs: number;
  readonly portMs: number;
  readonly installMs: number;
  /** How often the panel asks the PDUs; until then it shows the state of the last time. */
  readonly pduPollMs: number;
  readonly tokenLifeMs: number;
}

export const defaultTimings: Timings = {
  allocateMs: 50,
  releaseMs: 50,
  powerMs: 50,
  portMs: 20,
  installMs: 1000,
  pduPollMs: 300_000,
  tokenLifeMs: 3_600_000,
};

export type EffectKind =
  | "address-allocated"
  | "address-released"
  | "connection-added"
  | "connection-removed"
  | "operation-cancelled"
  | "operation-failed"
  | "operation-started"
  | "os-installed"
  | "owner-set"
  | "port-down"
  | "port-up"
  | "power-off"
  | "power-on"
  | "power-reset"
  | "server-created"
  | "server-edited"
  | "user-created";

/** One change that really took place, whatever the client was told. */
export interface Effect {
  readonly at: number;
  readonly kind: EffectKind;
  readonly serverId: number | null;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

/** The panel's state and everything that the subjects share. */
export interface World {
  readonly site: SiteDocument;
  readonly timings: Timings;
  readonly effects: readonly Effect[];
  /** Messages with which the next operations of a name will fail, first come first served. */
  readonly scriptedFailures: { readonly operation: string; readonly message: string }[];
  now(): number;
  index(): SiteIndex;
  nextId(kind: keyof NextIds): number;
  record(kind: EffectKind, serverId: number | null, detail?: Effect["detail"]): void;
  /** Call after every change of the site: look-ups are rebuilt and the state file is written. */
  changed(): void;
  replaceSite(site: SiteDocument): void;
}

export interface WorldOptions {
  readonly site: SiteDocument;
  readonly timings: Timings;
  readonly now: () => number;
  readonly onChange: () => void;
}

/** Creates the world around a site document, which it changes in place. */
export function createWorld({ site: firstSite, timings, now, onChange }: WorldOptions): World {
  const effects: Effect[] = [];
  let site = firstSite;
  let index: SiteIndex | null = null;
  const changed = (): void => {
    index = null;
    onChange();
  };
  return {
    get site() {
      return site;
    },
    timings,
    effects,
    scriptedFailures: [],
    now,
    index: () => (index ??= createSiteIndex(site)),
    nextId: (kind) => site.nextIds[kind]++,
    record: (kind, serverId, detail = {}) => {
      effects.push({ at: now(), kind, serverId, detail });
    },
    changed,
    replaceSite: (replacement) => {
      site = replacement;
      changed();
    },
  };
}

/** The row with this id, or the panel's 404. */
export function getRow<Row>(rows: ReadonlyMap<number, Row>, kind: string, id: number): Row {
  const row = rows.get(id);
  if (row === undefined) throw refuseUnknown(kind, id);
  return row;
}
