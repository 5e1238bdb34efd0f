import { X509Certificate } from "node:crypto";

export interface PanelCertificate {
  /** PEM. */
  readonly certificate: string;
  /** PEM. */
  readonly key: string;
}

/** Makes a self-signed certificate such as a freshly installed panel has. */
export async function createCertificate(): Promise<PanelCertificate> {
  // Loaded only when TLS is asked for: it brings a whole ASN.1 library along.
  const { generate } = await import("selfsigned");
  const made = await generate([{ name: "commonName", value: "panel.invalid" }], {
    keyType: "ec",
    algorithm: "sha256",
    extensions: [
      {
        name: "subjectAltName",
        altNames: [
          { type: 2, value: "localhost" },
          { type: 7, ip: "127.0.0.1" },
        ],
      },
    ],
  });
  return { certificate: made.cert, key: made.private };
}

/** SHA-256 of the certificate as colon-separated upper-case hex. */
export function fingerprintOf({ certificate }: PanelCertificate): string {
  return new X509Certificate(certificate).fingerprint256;
}
