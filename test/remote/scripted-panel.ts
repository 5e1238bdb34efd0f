import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";

export interface SeenRequest {
  readonly method: string;
  /** Decoded path and query. */
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
  /** Tells connections apart. */
  readonly clientPort: number | undefined;
}

export interface Reply {
  readonly status?: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly headers?: Record<string, string>;
  /** Instead of an answer. */
  readonly take?: (response: ServerResponse) => void;
}

export interface ScriptedPanel {
  readonly url: string;
  readonly seen: SeenRequest[];
  close(): Promise<void>;
}

export const signInPath = "/api/auth/v4/public/token";
export const token = "3F9A1C77B2E04D5A96C8E210";
export const signedIn: Reply = { status: 201, json: { id: "41", token, confirmed: true } };

/** A small HTTP server whose every answer the test writes; signing in works unless `answer` says otherwise. */
export async function startScriptedPanel(
  answer: (request: SeenRequest) => Reply | undefined,
  tls?: { readonly key: string; readonly cert: string },
): Promise<ScriptedPanel> {
  const seen: SeenRequest[] = [];
  const listener: RequestListener = (request, response) => {
    void readBody(request).then((body) => {
      const path = decodeURIComponent(request.url ?? "");
      const one = {
        method: request.method ?? "",
        path,
        headers: request.headers,
        body,
        clientPort: request.socket.remotePort,
      };
      seen.push(one);
      const reply = answer(one) ?? (path === signInPath ? signedIn : { status: 404, text: "not scripted" });
      if (reply.take) {
        reply.take(response);
        return;
      }
      response.writeHead(reply.status ?? 200, { "content-type": "application/json", ...reply.headers });
      response.end(reply.text ?? JSON.stringify(reply.json ?? {}));
    });
  };
  const server = tls ? createHttpsServer(tls, listener) : createHttpServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls ? "https" : "http"}://127.0.0.1:${String(port)}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString("utf8");
}
