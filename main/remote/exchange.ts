import { Pool, util, type Dispatcher } from "undici";
import { RemoteFailure } from "../ports/failure";
import { createCheckedConnector } from "./checked-connector";
import { classify, describeFault } from "./classify";
import type { HttpAnswer, HttpRequest, Transport, TransportOptions } from "./http";

/**
 * Opens the connections of a transport. Reads share kept-alive ones, which close by themselves when idle. Every order gets a
 * fresh one: on a connection that the panel has just dropped nobody could tell whether it arrived.
 */
export function openTransport(options: TransportOptions): Transport {
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
    let head: AnswerHead = { status: 0, retryAfter: null };
    let size = 0;
    const chunks: Buffer[] = [];
    const mostBytes = Math.min(options.maximumBytes, request.maximumBytes ?? options.maximumBytes);

    const fail = (failure: RemoteFailure): void => {
      clearTimeout(timer);
      chunks.length = 0;
      reject(failure);
      abort?.(failure);
    };
    const malformed = (message: string): void => {
      fail(new RemoteFailure("malformed", options.system, message));
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
        const fields = util.parseHeaders(headers);
        head = readHead(statusCode, fields, options.origin);
        if (Number(fields["content-length"]) > mostBytes) malformed(tooLarge(mostBytes));
        else if (isPacked(fields["content-encoding"])) malformed("The answer is compressed, which nobody asked for");
        return true;
      },
      onData(chunk) {
        size += chunk.byteLength;
        if (size > mostBytes) {
          malformed(tooLarge(mostBytes));
          return false;
        }
        chunks.push(chunk);
        return true;
      },
      onComplete() {
        clearTimeout(timer);
        resolve({ ...head, text: Buffer.concat(chunks).toString("utf8") });
      },
      onError(error) {
        clearTimeout(timer);
        reject(classify(error, { system: options.system, origin: options.origin, hasBegun }));
      },
    };
    try {
      pool.dispatch(
        {
          method: request.method,
          path: request.path,
          // Without this line a panel may answer in any encoding: a few kilobytes could become gigabytes.
          headers: { "accept-encoding": "identity", ...request.headers },
          body: request.body,
        },
        handler,
      );
    } catch (error) {
      fail(new RemoteFailure("not-sent", options.system, `The request cannot be sent: ${describeFault(error)}`));
    }
  });
}

type AnswerHead = Omit<HttpAnswer, "text">;
type HeaderFields = Readonly<Record<string, string | string[] | undefined>>;

function readHead(status: number, fields: HeaderFields, origin: string): AnswerHead {
  const { "retry-after": retryAfter, location } = fields;
  const target = status >= 300 && status < 400 && typeof location === "string" ? originOf(location, origin) : null;
  return {
    status,
    retryAfter: typeof retryAfter === "string" ? retryAfter : null,
    ...(target === null ? {} : { redirectsTo: target }),
  };
}

/** Without the path, which may carry what is not to be shown. */
function originOf(location: string, base: string): string | null {
  try {
    const { origin } = new URL(location, base);
    return origin === "null" ? null : origin;
  } catch {
    return null;
  }
}

function isPacked(encoding: string | string[] | undefined): boolean {
  return encoding !== undefined && String(encoding).trim().toLowerCase() !== "identity";
}

function tooLarge(mostBytes: number): string {
  return `The answer is larger than ${describeSize(mostBytes)}`;
}

function describeSize(bytes: number): string {
  return bytes >= 1_048_576 ? `${String(Math.floor(bytes / 1_048_576))} MB` : `${String(bytes)} bytes`;
}
