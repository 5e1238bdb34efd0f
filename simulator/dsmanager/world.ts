import { createPanelState, type PanelEffect, type PanelState } from "../foundation/panel-state";
import type { Dialect } from "./dialect";
import { createDsmanagerIndex, type DsmanagerIndex } from "./site-index";
import type { DsmanagerIds, DsmanagerSite } from "./site-document";

/** How long the panel's work takes, in milliseconds; 0 means done at once. */
export interface DsmanagerTimings {
  readonly powerMs: number;
  readonly portMs: number;
  readonly installMs: number;
  /** A sign-in ends this long after its last call. */
  readonly sessionIdleMs: number;
}

export const defaultDsmanagerTimings: DsmanagerTimings = {
  powerMs: 50,
  portMs: 20,
  installMs: 1000,
  sessionIdleMs: 3_600_000,
};

export type DsmanagerEffectKind =
  | "address-allocated"
  | "address-released"
  | "connection-added"
  | "connection-removed"
  | "hostname-set"
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
  | "server-deleted"
  | "server-disabled"
  | "server-edited"
  | "server-enabled"
  | "user-created"
  | "user-edited";

export type DsmanagerEffect = PanelEffect<DsmanagerEffectKind>;

/** The panel's state and everything that its functions share. */
export interface DsmanagerWorld extends PanelState<DsmanagerSite, DsmanagerIndex, DsmanagerEffectKind> {
  readonly dialect: Dialect;
  readonly timings: DsmanagerTimings;
  /** How the next operations turn out, first come first served. */
  readonly scriptedOutcomes: ScriptedOutcome[];
  nextId(kind: keyof DsmanagerIds): number;
}

/** Fails when its time has come, or never ends. */
export type ScriptedOutcome = { readonly kind: "fails"; readonly message: string } | { readonly kind: "hangs" };

export interface DsmanagerWorldOptions {
  readonly site: DsmanagerSite;
  readonly dialect: Dialect;
  readonly timings: DsmanagerTimings;
  readonly now: () => number;
  readonly onChange: () => void;
}

/** Creates the world around a site document, which it changes in place. */
export function createDsmanagerWorld(options: DsmanagerWorldOptions): DsmanagerWorld {
  const { dialect, timings } = options;
  const state = createPanelState<DsmanagerSite, DsmanagerIndex, DsmanagerEffectKind>({
    ...options,
    createIndex: createDsmanagerIndex,
  });
  return Object.assign(state, {
    dialect,
    timings,
    scriptedOutcomes: [],
    nextId: (kind: keyof DsmanagerIds) => state.site.nextIds[kind]++,
  });
}
