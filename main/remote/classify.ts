import { RemoteFailure } from "../ports/failure";
import { UntrustedCertificate } from "./certificate-check";

interface Circumstances {
  readonly system: string;
  readonly origin: string;
  /** True from the moment before the first byte of the request is written. */
  readonly hasBegun: boolean;
}

/**
 * Turns the error of an exchange that did not complete into a RemoteFailure. What counts is only whether the request may have
 * left: a reset after that may hide a carried-out order.
 */
export function classify(error: unknown, { system, origin, hasBegun }: Circumstances): RemoteFailure {
  if (error instanceof RemoteFailure) return error;
  if (error instanceof UntrustedCertificate) {
    return new RemoteFailure("untrusted-certificate", system, error.message, {
      cause: error,
      certificate: error.certificate,
      isChanged: error.isChanged,
    });
  }
  const code = codeOf(error);
  if (code === "UND_ERR_HEADERS_OVERFLOW") {
    return new RemoteFailure("malformed", system, "The head of the answer is larger than 16 KB", { cause: error });
  }
  if (code?.startsWith("HPE_")) {
    // Without the parser's own error as cause: it keeps the answer.
    return new RemoteFailure("malformed", system, `The answer is not HTTP (${code})`);
  }
  if (hasBegun) {
    const message = `The connection broke before the answer was complete (${describeFault(error)})`;
    return new RemoteFailure("unknown-outcome", system, message, { cause: error });
  }
  return new RemoteFailure("not-sent", system, `${explain(code, origin)} (${describeFault(error)})`, {
    cause: error,
  });
}

/** The error's code where it has one: codes name no secret, messages might. */
export function describeFault(error: unknown): string {
  return codeOf(error) ?? (error instanceof Error ? error.name : "unknown error");
}

function explain(code: string | null, origin: string): string {
  switch (code) {
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `The host name of ${origin} is not known`;
    case "ECONNREFUSED":
      return `Nothing listens at ${origin}`;
    case "ETIMEDOUT":
    case "UND_ERR_CONNECT_TIMEOUT":
      return `${origin} did not answer in time`;
    case "EHOSTUNREACH":
    case "ENETUNREACH":
    case "EADDRNOTAVAIL":
      return `There is no way to ${origin} from this network`;
    default:
      return `No connection to ${origin}`;
  }
}

/** Looks at the cause too, because undici and the address race of Node wrap socket errors. */
function codeOf(error: unknown, depth = 0): string | null {
  if (!(error instanceof Error) || depth > 3) return null;
  if ("code" in error && typeof error.code === "string") return error.code;
  return codeOf(error.cause, depth + 1);
}
