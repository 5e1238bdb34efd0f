import type { Certificate } from "../contract/shapes/panel";

/**
 * - `not-sent`: the request did not leave (refused connection, unknown host, deadline before the body went out)
 * - `unknown-outcome`: it may have been carried out (deadline after the body went out, reset, broken answer)
 * - `refused`: the panel said no, with a reason
 * - `asleep`: HTTP 503 after all tries; not executed
 * - `throttled`: HTTP 429; not executed
 * - `unauthenticated`: sign-in refused, or the session was refused again right after a sign-in
 * - `untrusted-certificate`: unknown or changed certificate; nothing was sent
 * - `malformed`: an answer that does not fit; for a write it counts as unknown outcome
 */
export type RemoteFailureKind =
  | "not-sent"
  | "unknown-outcome"
  | "refused"
  | "asleep"
  | "throttled"
  | "unauthenticated"
  | "untrusted-certificate"
  | "malformed";

interface RemoteFailureDetails {
  readonly cause?: unknown;
  /** True when the panel does not know the id that was asked for. */
  readonly isMissing?: boolean;
  readonly certificate?: Certificate;
  /** True when the certificate takes the place of another one that was trusted. */
  readonly isChanged?: boolean;
}

/** Trouble with a panel. `message` is fit for a technician: the panel's own words where it gave any, no secrets. */
export class RemoteFailure extends Error {
  override readonly name = "RemoteFailure";
  readonly kind: RemoteFailureKind;
  readonly system: string;
  readonly isMissing: boolean;
  readonly certificate: Certificate | null;
  readonly isChanged: boolean;

  constructor(kind: RemoteFailureKind, system: string, message: string, details: RemoteFailureDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.kind = kind;
    this.system = system;
    this.isMissing = details.isMissing ?? false;
    this.certificate = details.certificate ?? null;
    this.isChanged = details.isChanged ?? false;
  }
}

/**
 * - `broken-reference`: something still points at the row, or it points at nothing
 * - `disk-error`: the disk did not take or give the data; a quota that is used up looks like this too
 */
export type StoreFailureKind =
  "busy" | "full" | "disk-error" | "read-only" | "corrupt" | "duplicate" | "broken-reference" | "stale" | "newer-file";

/** Trouble with the store, classified by SQLite's result code. */
export class StoreFailure extends Error {
  override readonly name = "StoreFailure";
  readonly kind: StoreFailureKind;
  /** For `stale`: the revision that the row has now. */
  readonly currentRevision: number;

  constructor(kind: StoreFailureKind, message: string, details: { cause?: unknown; currentRevision?: number } = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.kind = kind;
    this.currentRevision = details.currentRevision ?? 0;
  }
}

/** Another running program holds the profile. */
export class ProfileInUse extends Error {
  override readonly name = "ProfileInUse";
  readonly directory: string;

  constructor(directory: string, cause?: unknown) {
    super("Another Rackside holds this profile", cause === undefined ? undefined : { cause });
    this.directory = directory;
  }
}
