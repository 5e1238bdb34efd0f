import { request as requestPlain } from "node:http";
import type { ClientRequest, IncomingMessage } from "node:http";
import { request as requestTls } from "node:https";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Clock } from "../ports/host";
import { decodeAnswer, encodeRequest, IppSyntaxError } from "./ipp-message";
import type { IppAnswer, IppAttribute } from "./ipp-message";
import type { PrinterTimings } from "./timings";
import { reasonOf } from "./waiting";

/** `not-sent`: the request did not leave. `unknown-outcome`: it may have been carried out. */
export class IppFailure extends Error {
  override readonly name = "IppFailure";
  readonly kind: "not-sent" | "unknown-outcome";

  constructor(kind: IppFailure["kind"], message: string, cause?: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}

interface ExchangeParts {
  readonly clock: Clock;
  readonly timings: PrinterTimings;
  /** `ipp://` or `ipps://` */
  readonly address: string;
}

export interface IppRequest {
  readonly operation: number;
  readonly attributes: readonly IppAttribute[];
  /** Follows the attributes as it is made. */
  readonly document?: AsyncIterable<Uint8Array>;
}

export type Exchange = (request: IppRequest, signal: AbortSignal) => Promise<IppAnswer>;

const ippPort = 631;
const longestAnswer = 1024 * 1024;

/**
 * Carries single requests to an IPP printer over HTTP. The exchange throws IppFailure, or the signal's reason. A certificate is not checked: printers
 * sign their own, and nothing that a label tells is secret.
 */
export function createExchange({ clock, timings, address }: ExchangeParts): Exchange {
  const url = new URL(address.replace(/^ipp/, "http"));
  if (url.port === "" && !/^ipps?:\/\/[^/]+:\d+/.test(address)) url.port = String(ippPort);
  const base: readonly IppAttribute[] = [
    { kind: "charset", name: "attributes-charset", values: ["utf-8"] },
    { kind: "language", name: "attributes-natural-language", values: ["en"] },
    { kind: "uri", name: "printer-uri", values: [address] },
  ];
  let lastRequestId = 0;

  return async ({ operation, attributes, document }, signal) => {
    lastRequestId += 1;
    const head = encodeRequest(operation, lastRequestId, [...base, ...attributes]);
    const isStopped = (): boolean => signal.aborted;
    if (isStopped()) throw reasonOf(signal);
    const isTls = url.protocol === "https:";
    const options = { method: "POST", headers: { "content-type": "application/ipp" }, agent: false };
    const outgoing = isTls ? requestTls(url, { ...options, rejectUnauthorized: false }) : requestPlain(url, options);
    const giveUp = (): void => void outgoing.destroy(new Error("Given up"));
    signal.addEventListener("abort", giveUp);
    let cancelDeadline = clock.schedule(timings.connectMs, giveUp);
    const told = { hasConnected: false };
    outgoing.once("socket", (socket) =>
      socket.once(isTls ? "secureConnect" : "connect", () => {
        told.hasConnected = true;
        cancelDeadline();
      }),
    );
    try {
      const answered = answerOf(outgoing);
      answered.catch(() => undefined);
      await pipeline(Readable.from(bodyOf(head, document), { objectMode: false }), outgoing);
      cancelDeadline();
      // Whoever was given a document may work on it before answering.
      const answerMs = document ? timings.stallMs : timings.connectMs + timings.answerMs;
      cancelDeadline = clock.schedule(answerMs, giveUp);
      const incoming = await answered;
      if (incoming.statusCode !== 200)
        throw new IppFailure(
          "unknown-outcome",
          `The printer answered HTTP ${String(incoming.statusCode)} instead of IPP`,
        );
      return decodeAnswer(await readAll(incoming));
    } catch (error) {
      if (isStopped()) throw error;
      if (error instanceof IppFailure) throw error;
      if (error instanceof IppSyntaxError) throw new IppFailure("unknown-outcome", error.message, error);
      if (told.hasConnected) throw new IppFailure("unknown-outcome", "The connection to the printer was lost", error);
      throw new IppFailure("not-sent", `Nothing answers at ${url.host}`, error);
    } finally {
      cancelDeadline();
      signal.removeEventListener("abort", giveUp);
      outgoing.destroy();
    }
  };
}

async function* bodyOf(head: Uint8Array, document: AsyncIterable<Uint8Array> | undefined): AsyncGenerator<Uint8Array> {
  yield head;
  if (document) yield* document;
}

function answerOf(outgoing: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    outgoing.once("response", resolve);
    outgoing.once("error", reject);
  });
}

async function readAll(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longestAnswer) throw new IppFailure("unknown-outcome", "The printer's answer is too long");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
