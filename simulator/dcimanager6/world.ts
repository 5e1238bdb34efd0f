import { createPanelState, type PanelEffect, type PanelState } from "../foundation/panel-state";
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

export type Effect = PanelEffect<EffectKind>;

/** The panel's state and everything that the subjects share. */
export interface World extends PanelState<SiteDocument, SiteIndex, EffectKind> {
  readonly timings: Timings;
  /** Messages with which the next operations of a name will fail, first come first served. */
  readonly scriptedFailures: { readonly operation: string; readonly message: string }[];
  nextId(kind: keyof NextIds): number;
}

export interface WorldOptions {
  readonly site: SiteDocument;
  readonly timings: Timings;
  readonly now: () => number;
  readonly onChange: () => void;
}

/** Creates the world around a site document, which it changes in place. */
export function createWorld({ site, timings, now, onChange }: WorldOptions): World {
  const state = createPanelState<SiteDocument, SiteIndex, EffectKind>({
    site,
    createIndex: createSiteIndex,
    now,
    onChange,
  });
  return Object.assign(state, {
    timings,
    scriptedFailures: [],
    nextId: (kind: keyof NextIds) => state.site.nextIds[kind]++,
  });
}

/** The row with this id, or the panel's 404. */
export function getRow<Row>(rows: ReadonlyMap<number, Row>, kind: string, id: number): Row {
  const row = rows.get(id);
  if (row === undefined) throw refuseUnknown(kind, id);
  return row;
}
