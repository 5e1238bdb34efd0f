import type { ProfileKind, ConsoleDescription } from "../contract/shapes/console";
import type { VaultState } from "../contract/shapes/vault";

/** Milliseconds since the epoch, UTC, and the waiting that goes with them. */
export interface Clock {
  now(): number;
  /** IANA name of the time zone that the workstation's days are counted in, such as `Europe/Riga`. */
  timeZone(): string;
  /** Calls `work` after `delayMs`; answers the function that calls it off. */
  schedule(delayMs: number, work: () => void): () => void;
}

/** New ids: UUIDv7, so that they sort by time. */
export type MakeId = () => string;

/**
 * Seals text for storage under the profile's key. `seal` and `open` throw VaultLocked while the key cannot be read here; what is not secret goes on
 * without it. Which key sealed a text stands in the text.
 */
export interface SecretVault {
  state(): VaultState;
  seal(plain: string): string;
  open(sealed: string): string;
  /**
   * Makes the key of a profile that has none, or takes over the one that lay open in a file, and wraps it: by the keychain, or by the passphrase
   * when there is one. Answers the recovery code. Throws KeychainRefused without a keychain that can be trusted.
   */
  setUp(passphrase: string | null): Promise<string>;
  /** Throws WrongSecret. */
  unlock(by: "passphrase" | "recovery-code", text: string): Promise<void>;
  /** Wraps the open key anew, for this desktop; the recovery code stays. Throws VaultLocked, KeychainRefused. */
  protect(passphrase: string | null): Promise<void>;
  /** Throws VaultLocked. */
  makeRecoveryCode(): Promise<string>;
  /**
   * Begins to replace the key: it is on the disk beside the present one before this answers. `finish` makes it the present one, after every
   * secret that `reseal` gave was committed; `giveUp` drops it. The key before is kept, wrapped by the new one, for backups that are older.
   */
  beginRekeying(passphrase: string | null): Promise<Rekeying>;
  /** Ends a re-keying that a crash interrupted: `keyId` is the one that the store names, null when it names none. */
  settle(keyId: string | null): void;
  /** Identifies the present key; null while there is none. */
  keyId(): string | null;
}

export interface Rekeying {
  readonly keyId: string;
  readonly recoveryCode: string;
  /** The same secret under the new key; throws VaultLocked when the one before cannot read it. */
  reseal(sealed: string): string;
  finish(): void;
  giveUp(): void;
}

/** A secret cannot be read here and now. */
export class VaultLocked extends Error {
  override readonly name = "VaultLocked";
}

/** The passphrase or recovery code does not open the key. */
export class WrongSecret extends Error {
  override readonly name = "WrongSecret";
}

/** There is no keychain here, or only one that keeps its contents in the clear. */
export class KeychainRefused extends Error {
  override readonly name = "KeychainRefused";
}

/** Makes and checks what an operator's PIN or passphrase is stored as. */
export interface SecretHasher {
  /** Salted; tells its own parameters, so that older ones stay checkable. */
  hash(secret: string): Promise<string>;
  matches(secret: string, hash: string): Promise<boolean>;
}

/** Structured lines; values under secret names are redacted by the adapter. */
export interface Log {
  debug(event: string, details?: Readonly<Record<string, unknown>>): void;
  info(event: string, details?: Readonly<Record<string, unknown>>): void;
  warn(event: string, details?: Readonly<Record<string, unknown>>): void;
  error(event: string, details?: Readonly<Record<string, unknown>>): void;
  /** The last lines as they were written, those of the start before included; undefined where none are kept. */
  recent?(): readonly string[];
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
  /** Puts a secret on the clipboard and takes it off again after so many milliseconds, unless something else is there by then; undefined where there is no clipboard. */
  readonly copySecret: ((text: string, clearAfterMs: number) => void) | undefined;
  /** Closes this console and opens another profile; undefined where the host has one profile only. */
  readonly openProfile: ((profile: "practice" | "site") => Promise<void>) | undefined;
}
