import { connect, type TLSSocket } from "node:tls";
import { afterEach, describe, expect, it } from "vitest";
import { startDcimanagerSimulator, type DcimanagerSimulator } from "../../simulator/dcimanager6/simulator";

let simulator: DcimanagerSimulator;

afterEach(() => simulator.stop());

const seenFingerprint = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket: TLSSocket = connect({ port: simulator.port, host: "127.0.0.1", rejectUnauthorized: false }, () => {
      resolve(socket.getPeerCertificate().fingerprint256);
      socket.destroy();
    });
    socket.on("error", reject);
  });

describe("the certificate of a simulated panel", () => {
  it("is self-signed and has the announced fingerprint", async () => {
    simulator = await startDcimanagerSimulator({ tls: true });
    expect(simulator.url).toMatch(/^https:/);
    expect(await seenFingerprint()).toBe(simulator.certificateFingerprint);
    await expect(fetch(simulator.url)).rejects.toMatchObject({ cause: { code: "DEPTH_ZERO_SELF_SIGNED_CERT" } });
  });

  it("can be replaced while the panel runs, and stays replaced after it was down", async () => {
    simulator = await startDcimanagerSimulator({ tls: true });
    const before = simulator.certificateFingerprint;
    const after = await simulator.replaceCertificate();
    expect(after).not.toBe(before);
    expect(await seenFingerprint()).toBe(after);
    await simulator.goDown();
    await simulator.comeUp();
    expect(await seenFingerprint()).toBe(after);
  });

  it("does not exist without TLS", async () => {
    simulator = await startDcimanagerSimulator();
    expect(simulator.certificateFingerprint).toBeNull();
  });
});
