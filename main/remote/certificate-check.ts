import { isIP, type Socket, type TcpNetConnectOpts } from "node:net";
import { connect as connectTls, type ConnectionOptions, type PeerCertificate, type TLSSocket } from "node:tls";
import type { Certificate } from "../contract/shapes/panel";
import { toPlainText } from "./plain-text";

/** Who has to vouch for a panel: one exact certificate, or the machine's certificate authorities. */
export interface TrustPolicy {
  /** SHA-256, hex pairs joined by colons; null relies on the certificate authorities. */
  readonly pinnedFingerprint: string | null;
  readonly connectTimeoutMs: number;
}

/** The host presented a certificate that the policy does not accept. Nothing was sent to it. */
export class UntrustedCertificate extends Error {
  override readonly name = "UntrustedCertificate";
  readonly certificate: Certificate;
  /** Another certificate was pinned. */
  readonly isChanged: boolean;

  constructor(certificate: Certificate, reason: string, isChanged: boolean) {
    super(reason);
    this.certificate = certificate;
    this.isChanged = isChanged;
  }
}

/** Reads the certificate that a host presents, whoever signed it, and hangs up. Rejects with the socket's error. */
export async function readCertificate(url: URL, connectTimeoutMs: number): Promise<Certificate> {
  const hostname = url.hostname.replace(/^\[|\]$/g, "");
  const { socket, certificate } = await openTls(hostname, portOf(url.port, url.protocol), connectTimeoutMs);
  socket.destroy();
  return certificate;
}

/** Why a certificate is not accepted; null when it is. */
export function judge(
  certificate: Certificate,
  problem: string | null,
  pin: string | null,
): UntrustedCertificate | null {
  if (pin !== null) {
    return certificate.fingerprint === pin.toUpperCase()
      ? null
      : new UntrustedCertificate(certificate, "The certificate is not the one that was accepted for this panel", true);
  }
  return problem === null
    ? null
    : new UntrustedCertificate(certificate, `No known authority vouches for the certificate (${problem})`, false);
}

export interface OpenedTls {
  readonly socket: TLSSocket;
  readonly certificate: Certificate;
  /** Why the certificate authorities or the host name do not fit; null when they do. */
  readonly problem: string | null;
}

/**
 * `rejectUnauthorized: false` only keeps Node from hanging up before the certificate can be shown: Node still verifies
 * chain and host name, and `judge` decides on the outcome.
 */
export function openTls(hostname: string, port: number, timeoutMs: number): Promise<OpenedTls> {
  return new Promise((resolve, reject) => {
    const options: ConnectionOptions & Pick<TcpNetConnectOpts, "autoSelectFamily"> = {
      host: hostname,
      port,
      ...(isIP(hostname) === 0 ? { servername: hostname } : {}),
      ALPNProtocols: ["http/1.1"],
      rejectUnauthorized: false,
      autoSelectFamily: true,
    };
    const socket = connectTls(options);
    const fail = (error: Error): void => {
      clearTimeout(timer);
      socket.destroy();
      reject(error);
    };
    const timer = setTimeout(() => {
      fail(Object.assign(new Error("The host did not answer in time"), { code: "ETIMEDOUT" }));
    }, timeoutMs);
    const hangUp = (): void => {
      fail(Object.assign(new Error("The host hung up during the TLS handshake"), { code: "ECONNRESET" }));
    };
    socket.once("error", fail);
    socket.once("close", hangUp);
    socket.once("secureConnect", () => {
      clearTimeout(timer);
      socket.off("error", fail);
      socket.off("close", hangUp);
      const certificate = describe(socket.getPeerCertificate());
      if (!certificate) {
        fail(new Error("The host presented no certificate"));
        return;
      }
      keepAlive(socket);
      resolve({ socket, certificate, problem: socket.authorized ? null : problemOf(socket) });
    });
  });
}

function keepAlive(socket: Socket): void {
  socket.setNoDelay(true);
  socket.setKeepAlive(true, 60_000);
}

function problemOf(socket: TLSSocket): string {
  const error: unknown = socket.authorizationError;
  return error instanceof Error ? error.message : String(error);
}

/** The port of an address, given or usual. */
export function portOf(port: string, protocol: string): number {
  if (port !== "") return Number(port);
  return protocol === "https:" ? 443 : 80;
}

/** Null for the empty object that Node gives when there is no certificate. */
function describe(certificate: Partial<PeerCertificate>): Certificate | null {
  const { fingerprint256, subject, issuer, valid_from, valid_to } = certificate;
  if (fingerprint256 === undefined) return null;
  return {
    fingerprint: fingerprint256.toUpperCase(),
    subject: describeName(subject),
    issuer: describeName(issuer),
    validFrom: instantOf(valid_from),
    validTo: instantOf(valid_to),
  };
}

function describeName(name: object | undefined): string {
  const parts: readonly (readonly [string, unknown])[] = Object.entries(name ?? {});
  const names = parts.map(([key, value]) => `${key}=${Array.isArray(value) ? value.join("+") : String(value)}`);
  return toPlainText(names.join(", "));
}

function instantOf(text: string | undefined): number {
  const instant = Date.parse(text ?? "");
  return Number.isNaN(instant) ? 0 : instant;
}
