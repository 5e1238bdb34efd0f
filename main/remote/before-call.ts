import { RemoteFailure } from "../ports/failure";

/**
 * What a failed sign-in means for the call behind it: the call itself was not sent. Kinds that a caller has to
 * answer in another way than by trying later are kept.
 */
export function asBeforeCall(error: unknown): unknown {
  if (!(error instanceof RemoteFailure)) return error;
  switch (error.kind) {
    case "unknown-outcome":
    case "malformed":
    case "refused":
      return new RemoteFailure("not-sent", error.system, `Sign-in: ${error.message}`, { cause: error });
    case "not-sent":
    case "asleep":
    case "throttled":
    case "unauthenticated":
    case "untrusted-certificate":
      return error;
  }
}
