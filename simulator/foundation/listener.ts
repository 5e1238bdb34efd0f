import { createServer as createHttpServer, type RequestListener, type Server } from "node:http";
import { createServer as createHttpsServer, Server as HttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { PanelCertificate } from "./certificate";

export interface Listener {
  readonly port: number;
  /** Closes the port: connections are refused until `open`. */
  close(): Promise<void>;
  /** Opens the same port again. */
  open(): Promise<void>;
  /** New connections meet the new certificate; old ones are cut. */
  useCertificate(certificate: PanelCertificate): void;
}

/** Listens on 127.0.0.1, on a free port when `port` is 0; with TLS when there is a certificate. */
export async function startListener(
  port: number,
  certificate: PanelCertificate | null,
  onRequest: RequestListener,
): Promise<Listener> {
  let current = certificate;
  let server = createServer(current, onRequest);
  const boundPort = await listen(server, port);
  let isOpen = true;
  return {
    port: boundPort,
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      await closeServer(server);
    },
    open: async () => {
      if (isOpen) return;
      server = createServer(current, onRequest);
      await listen(server, boundPort);
      isOpen = true;
    },
    useCertificate: (replacement) => {
      current = replacement;
      if (server instanceof HttpsServer) server.setSecureContext(tlsOptions(replacement));
      server.closeAllConnections();
    },
  };
}

function createServer(certificate: PanelCertificate | null, onRequest: RequestListener): Server | HttpsServer {
  if (certificate === null) return createHttpServer(onRequest);
  return createHttpsServer(tlsOptions(certificate), onRequest);
}

function tlsOptions({ certificate, key }: PanelCertificate): { readonly cert: string; readonly key: string } {
  return { cert: certificate, key };
}

function listen(server: Server | HttpsServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function closeServer(server: Server | HttpsServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
