import type { Fault } from "./contract/faults";
import { assertNever } from "./domain/assert-never";
import { RemoteFailure, StoreFailure } from "./ports/failure";
import { VaultLocked } from "./ports/host";
import { ConsoleError } from "./app/app";

/** The fault behind an expected error; undefined for a bug. Decided by type and kind, never by message text. */
export function faultOf(error: unknown): Fault | undefined {
  if (error instanceof ConsoleError) return error.fault;
  if (error instanceof RemoteFailure) return remoteFault(error);
  if (error instanceof StoreFailure) return storeFault(error);
  if (error instanceof VaultLocked) return { kind: "locked", message: error.message };
  return undefined;
}

function remoteFault(failure: RemoteFailure): Fault {
  const { system, message } = failure;
  if (failure.cause instanceof VaultLocked) return { kind: "locked", message };
  switch (failure.kind) {
    case "refused":
      return { kind: "remote-refused", message: `${system}: ${message}`, system, reason: message };
    case "unauthenticated":
      return {
        kind: "needs-sign-in",
        message: `${system} did not accept the username and password: ${message}`,
        system,
      };
    case "untrusted-certificate":
      if (failure.certificate) {
        return {
          kind: "untrusted-certificate",
          message: `${system}: ${message}`,
          system,
          certificate: failure.certificate,
          isChanged: failure.isChanged,
        };
      }
      return { kind: "unavailable", message: `${system}: ${message}`, system, retryable: false };
    case "malformed":
      return {
        kind: "unavailable",
        message: `${system} gave an answer that Rackside does not understand: ${message}`,
        system,
        retryable: false,
      };
    case "not-sent":
    case "unknown-outcome":
    case "asleep":
    case "throttled":
      return { kind: "unavailable", message: `${system} cannot be reached: ${message}`, system, retryable: true };
    default:
      return assertNever(failure.kind);
  }
}

function storeFault(failure: StoreFailure): Fault | undefined {
  switch (failure.kind) {
    case "stale":
      return {
        kind: "stale",
        message: "Somebody changed this in the meantime. Look at the new values and try again",
        currentRevision: failure.currentRevision,
      };
    case "duplicate":
      return { kind: "not-allowed", rule: "duplicate", message: "This exists already" };
    case "broken-reference":
      return {
        kind: "not-allowed",
        rule: "in-use",
        message: "Something else still uses this, so it cannot be removed",
      };
    case "busy":
      return {
        kind: "unavailable",
        message: "The profile's database is busy. Try again",
        system: "store",
        retryable: true,
      };
    case "full":
      return {
        kind: "unavailable",
        message: "The disk is full: nothing was stored. Free some space and try again",
        system: "store",
        retryable: true,
      };
    case "disk-error":
      return {
        kind: "unavailable",
        message:
          "The disk did not take the data: nothing was stored. Free some space or check the disk, then try again",
        system: "store",
        retryable: true,
      };
    case "read-only":
      return {
        kind: "unavailable",
        message: "The profile's folder cannot be written to",
        system: "store",
        retryable: true,
      };
    case "corrupt":
    case "newer-file":
      return undefined;
    default:
      return assertNever(failure.kind);
  }
}
