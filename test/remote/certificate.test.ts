import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { generate } from "selfsigned";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { certificateShape } from "../../main/contract/shapes/panel";
import { createPanelConnector } from "../../main/remote/connector";
import { createKeptLog, failureFrom, openPanel } from "./open-panel";
import { startScriptedPanel, type ScriptedPanel } from "./scripted-panel";

interface KeyPair {
  readonly key: string;
  readonly cert: string;
}
let own: KeyPair;
let other: KeyPair;
const panels: ScriptedPanel[] = [];

beforeAll(async () => {
  own = await makeCertificate("dci.example.net");
  other = await makeCertificate("impostor.example.net");
});
afterEach(async () => {
  for (const panel of panels.splice(0)) await panel.close();
});

async function makeCertificate(commonName: string): Promise<KeyPair> {
  const { private: key, cert } = await generate([{ name: "commonName", value: commonName }], { keySize: 2048 });
  return { key, cert };
}

async function startTls(pair: KeyPair): Promise<ScriptedPanel> {
  const panel = await startScriptedPanel(
    ({ path }) => (path.includes("rack") ? { json: { list: [], size: 0 } } : undefined),
    pair,
  );
  panels.push(panel);
  return panel;
}

const { inspectCertificate } = createPanelConnector({ log: createKeptLog() });

describe("looking at a panel's certificate", () => {
  it("shows subject, validity and fingerprint of a self-signed one", async () => {
    const panel = await startTls(own);
    const certificate = certificateShape.parse(await inspectCertificate(panel.url));
    expect(certificate.subject).toBe("CN=dci.example.net");
    expect(certificate.validTo).toBeGreaterThan(certificate.validFrom);
    expect(panel.seen).toHaveLength(0);
  });

  it("gives null for http", async () => {
    expect(await inspectCertificate("http://127.0.0.1:9")).toBeNull();
  });

  it("is not-sent where no TLS is spoken", async () => {
    const plain = await startScriptedPanel(() => undefined);
    panels.push(plain);
    const failure = await failureFrom(inspectCertificate(plain.url.replace("http:", "https:")));
    expect(failure.kind).toBe("not-sent");
  });
});

describe("a panel with a certificate that no authority vouches for", () => {
  it("is refused without a pin, shows the certificate, and sees no request", async () => {
    const panel = await startTls(own);
    const failure = await failureFrom(openPanel(panel.url).listRacks());
    expect(failure.kind).toBe("untrusted-certificate");
    expect(failure.certificate).toEqual(await inspectCertificate(panel.url));
    expect(panel.seen).toHaveLength(0);
  });

  it("is reached with its pin, in upper or lower case", async () => {
    const panel = await startTls(own);
    const fingerprint = (await inspectCertificate(panel.url))?.fingerprint ?? "";
    for (const pinnedFingerprint of [fingerprint, fingerprint.toLowerCase()]) {
      expect(await openPanel(panel.url, { connection: { pinnedFingerprint } }).listRacks()).toEqual([]);
    }
  });

  it("is refused when the certificate is another one than the pinned, and sees no request", async () => {
    const trusted = await startTls(own);
    const pinnedFingerprint = (await inspectCertificate(trusted.url))?.fingerprint ?? "";
    const impostor = await startTls(other);
    const failure = await failureFrom(
      openPanel(impostor.url, { connection: { pinnedFingerprint } }).setPower(1, "off"),
    );
    expect(failure.kind).toBe("untrusted-certificate");
    expect(failure.certificate?.subject).toBe("CN=impostor.example.net");
    expect(impostor.seen).toHaveLength(0);
  });

  it("gets not one decrypted byte when the pin differs", async () => {
    let bytes = 0;
    const server = createHttpsServer(other);
    const closed = new Promise<void>((resolve) => {
      server.on("connection", (socket) => socket.once("close", resolve));
    });
    server.on("secureConnection", (socket) => {
      socket.on("error", () => undefined);
      socket.on("data", (chunk: Buffer) => {
        bytes += chunk.byteLength;
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const pinnedFingerprint = Array.from({ length: 32 }, () => "AB").join(":");
    const url = `https://127.0.0.1:${String(port)}`;
    await failureFrom(openPanel(url, { connection: { pinnedFingerprint } }).listRacks());
    await closed;
    expect(bytes).toBe(0);
    server.close();
  });
});
