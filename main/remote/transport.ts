import { Pool, util, type Dispatcher } from "undici";
import { createCheckedConnector } from "./certificate-check";
import { classify, describeFault } from "./classify";
import { RemoteFailure } from "../ports/failure";

export interface HttpRequest {
  readonly method: "GET" | "POST" | "DELETE";
  /** Path and query, from the root of the host. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** It may change something. */
  readonly isOrder: boolean;
  /** For the whole exchange: connecting, sending, and reading the answer to its end. */
  readonly deadlineMs: number;
  /** A lower limit than the transport's own. */
  readonly maximumBytes?: number;
}

export interface HttpAnswer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
}

/** Carries one exchange to one host. Follows no redirect, keeps no cookie. Rejects with a RemoteFailure only. */
export type Transport = (request: HttpRequest) => Promise<HttpAnswer>;

export interface TransportOptions {
  /** Names the panel in failures. */
  readonly system: string;
  /** Scheme, host and port. */
  readonly origin: string;
  readonly pinnedFingerprint: string | null;
  readonly connectTimeoutMs: number;
  readonly maximumBytes: number;
}

/**
 * A transport with its own connections. Reads share kept-alive ones, which close by themselves when idle. Every order gets a
 * fresh one: on a connection that the panel has just dropped nobody could tell whether it arrived.
 */
export function createTransport(options: TransportOptions): Transport {
  const { origin, pinnedFingerprint, connectTimeoutMs } = options;
  const poolOptions: Pool.Options = {
    connect: createCheckedConnector({ pinnedFingerprint, connectTimeoutMs }),
    // The exchange has one deadline of its own.
    headersTimeout: 0,
    bodyTimeout: 0,
  };
  const reads = new Pool(origin, poolOptions);
  const orders = new Pool(origin, { ...poolOptions, pipelining: 0 });
  return (request) => exchange(request.isOrder ? orders : reads, options, request);
}

function exchange(pool: Pool, options: TransportOptions, request: HttpRequest): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    let abort: ((reason?: Error) => void) | null = null;
    // undici announces a request just before it writes it, so until then nothing has left.
    let hasBegun = false;
    let isOver = false;
    let status = 0;
    let retryAfter: string | null = null;
    let size = 0;
    const chunks: Buffer[] = [];
    const mostBytes = Math.min(options.maximumBytes, request.maximumBytes ?? options.maximumBytes);

    const fail = (failure: RemoteFailure): void => {
      clearTimeout(timer);
      reject(failure);
      abort?.(failure);
    };
    const timer = setTimeout(() => {
      const seconds = String(request.deadlineMs / 1000);
      const message = hasBegun ? `No complete answer within ${seconds} s` : `No connection within ${seconds} s`;
      isOver = true;
      fail(new RemoteFailure(hasBegun ? "unknown-outcome" : "not-sent", options.system, message));
    }, request.deadlineMs);

    const handler: Dispatcher.DispatchHandlers = {
      onConnect(abortRequest) {
        if (isOver) {
          abortRequest();
          return;
        }
        abort = abortRequest;
        hasBegun = true;
      },
      onHeaders(statusCode, headers) {
        status = statusCode;
        const value = util.parseHeaders(headers)["retry-after"];
        retryAfter = typeof value === "string" ? value : null;
        return true;
      },
      onData(chunk) {
        size += chunk.byteLength;
        if (size > mostBytes) {
          fail(new RemoteFailure("malformed", options.system, `The answer is larger than ${describeSize(mostBytes)}`));
          return false;
        }
        chunks.push(chunk);
        return true;
      },
      onComplete() {
        clearTimeout(timer);
        resolve({ status, retryAfter, text: Buffer.concat(chunks).toString("utf8") });
      },
      onError(error) {
        clearTimeout(timer);
        reject(classify(error, { system: options.system, origin: options.origin, hasBegun }));
      },
    };
    try {
      pool.dispatch(
        { method: request.method, path: request.path, headers: request.headers, body: request.body },
        handler,
      );
    } catch (error) {
      fail(new RemoteFailure("not-sent", options.system, `The request cannot be sent: ${describeFault(error)}`));
    }
  });
}

function describeSize(bytes: number): string {
  return bytes >= 1_048_576 ? `${String(Math.floor(bytes / 1_048_576))} MB` : `${String(bytes)} bytes`;
}
