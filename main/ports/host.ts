import type { ProfileKind, ConsoleDescription } from "../contract/shapes/console";

/** Milliseconds since the epoch, UTC, and the waiting that goes with them. */
export interface Clock {
  now(): number;
  /** Calls `work` after `delayMs`; answers the function that calls it off. */
  schedule(delayMs: number, work: () => void): () => void;
}

/** New ids: UUIDv7, so that they sort by time. */
export type MakeId = () => string;

/** Seals text for storage. `open` throws VaultLocked when this host cannot read what another one sealed. */
export interface SecretVault {
  readonly protection: ConsoleDescription["secretProtection"];
  seal(plain: string): string;
  open(sealed: string): string;
}

export class VaultLocked extends Error {
  override readonly name = "VaultLocked";
}

/** Structured lines; values under secret names are redacted by the adapter. */
export interface Log {
  debug(event: string, details?: Readonly<Record<string, unknown>>): void;
  info(event: string, details?: Readonly<Record<string, unknown>>): void;
  warn(event: string, details?: Readonly<Record<string, unknown>>): void;
  error(event: string, details?: Readonly<Record<string, unknown>>): void;
}

/** What only the surrounding program can do. */
export interface Host {
  readonly kind: ConsoleDescription["host"];
  /** Name of the computer. */
  readonly workstation: string;
  readonly version: string;
  readonly runtime: string;
  readonly profile: ProfileKind;
  readonly profileDirectory: string;
  /** Closes this console and opens another profile; undefined where the host has one profile only. */
  readonly openProfile: ((profile: "practice" | "site") => Promise<void>) | undefined;
}
