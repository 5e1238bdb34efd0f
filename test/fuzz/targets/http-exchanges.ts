import { createServer, type AddressInfo } from "node:net";
import { RemoteFailure } from "../../../main/ports/failure";
import { createTransport } from "../../../main/remote/transport";
import { mutateBytes, mutateText } from "../mutate";
import { plantedSecret, wordsOf } from "../planted";
import type { Target } from "../target";

const corpus = [
  'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 8\r\n\r\n{"id":1}',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n{"id\r\n4\r\n":1}\r\n0\r\n\r\n',
  "HTTP/1.1 302 Found\r\nLocation: https://elsewhere.example/\r\nContent-Length: 0\r\n\r\n",
  "HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n",
  "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n\u001f\u008b",
  "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 30\r\nSet-Cookie: ses6=x\r\n\r\n",
] as const;
const grammar = [
  "\r\n",
  "\r\n\r\n",
  ":",
  " ",
  "HTTP/1.1 ",
  "Content-Length: 9999999999\r\n",
  "chunked",
  "ffffffff\r\n",
  "Location: //\r\n",
] as const;

/** What a host answers on the wire, byte for byte, to the transport of both clients. */
export const httpExchanges: Target = {
  name: "HTTP exchanges",
  weight: 3,
  async open() {
    let answer: Buffer = Buffer.alloc(0);
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.once("data", () => socket.end(answer));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    return {
      make(random) {
        const text = mutateText(random, random.pick(corpus), grammar);
        const bytes = random.chance(0.5)
          ? mutateBytes(random, Buffer.from(text, "latin1"))
          : Buffer.from(text, "latin1");
        const isOrder = random.chance(0.5);
        return {
          show: () => bytes.toString("latin1"),
          async run() {
            answer = bytes;
            const origin = `http://127.0.0.1:${String(port)}`;
            const carry = createTransport({
              system: "panel",
              origin,
              pinnedFingerprint: null,
              connectTimeoutMs: 2_000,
              maximumBytes: 100_000,
            });
            const headers = {
              authorization: `Bearer ${Buffer.from(plantedSecret).toString("base64")}`,
              connection: "close",
            };
            const request = {
              method: isOrder ? "POST" : "GET",
              path: "/",
              headers,
              body: isOrder ? plantedSecret : null,
              isOrder,
              deadlineMs: 2_000,
            } as const;
            return carry(request).then(() => [], toldBy);
          },
        };
      },
      close: () => new Promise((resolve) => server.close(() => resolve())),
    };
  },
};

function toldBy(error: unknown): readonly string[] {
  if (error instanceof RemoteFailure) return wordsOf(error);
  throw error;
}
