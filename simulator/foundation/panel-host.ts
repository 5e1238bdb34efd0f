import { createCertificate, fingerprintOf, type PanelCertificate } from "./certificate";
import { converse, type Conversation, type SeenRequest } from "./conversation";
import { createFaultBook, type FaultRule } from "./faults";
import type { HostedPanel } from "./hosted-panel";
import { startListener } from "./listener";

export interface HostOptions {
  /** 0 or left out: any free port. */
  readonly port?: number;
  readonly host?: "127.0.0.1";
  /** True: a self-signed certificate is made. */
  readonly tls?: boolean | PanelCertificate;
}

/** A panel behind a port, and what can be done to the connection with it. */
export interface PanelHost {
  readonly url: string;
  readonly port: number;
  /** SHA-256, colon-separated upper-case hex; null without TLS. */
  readonly certificateFingerprint: string | null;
  readonly requests: readonly SeenRequest[];
  readonly faults: { add(rule: FaultRule): void; clear(): void };
  /** Connections are refused until `comeUp`. */
  goDown(): Promise<void>;
  comeUp(): Promise<void>;
  /** A new self-signed certificate; answers its fingerprint. */
  replaceCertificate(): Promise<string>;
}

/** Puts a panel behind a port of 127.0.0.1, where scripted faults can interfere. */
export async function hostPanel(panel: HostedPanel, options: HostOptions): Promise<PanelHost> {
  const talk: Conversation = { panel, faults: createFaultBook(), requests: [] };
  let certificate = await chooseCertificate(options.tls ?? false);
  const listener = await startListener(options.port ?? 0, certificate, (incoming, response) => {
    converse(talk, incoming, response).catch((error: unknown) => {
      process.emitWarning(`The simulated panel broke: ${error instanceof Error ? (error.stack ?? "") : String(error)}`);
      response.socket?.destroy();
    });
  });
  return {
    url: `${certificate === null ? "http" : "https"}://127.0.0.1:${String(listener.port)}`,
    port: listener.port,
    get certificateFingerprint() {
      return certificate === null ? null : fingerprintOf(certificate);
    },
    requests: talk.requests,
    faults: talk.faults,
    goDown: () => listener.close(),
    comeUp: () => listener.open(),
    replaceCertificate: async () => {
      certificate = await createCertificate();
      listener.useCertificate(certificate);
      return fingerprintOf(certificate);
    },
  };
}

async function chooseCertificate(tls: boolean | PanelCertificate): Promise<PanelCertificate | null> {
  if (tls === false) return null;
  return tls === true ? createCertificate() : tls;
}
