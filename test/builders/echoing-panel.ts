import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

type Echo = (heard: string, response: ServerResponse) => void;

const send = (status: number, type: string, bodyOf: (heard: string) => string): Echo => {
  return (heard, response) => {
    response.writeHead(status, { "content-type": type });
    response.end(bodyOf(heard));
  };
};
const inMarkup = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Ways in which a panel says what it heard. */
export const echoes: Readonly<Record<string, Echo>> = {
  "a refusal in JSON": send(400, "application/json", (heard) => JSON.stringify({ error: { code: 1, msg: heard } })),
  "a refused sign-in in JSON": send(401, "application/json", (heard) => JSON.stringify({ error: { msg: heard } })),
  "a sign-in whose answer is another one's": send(200, "application/json", (heard) => JSON.stringify({ heard })),
  "a refusal in XML": send(
    200,
    "text/xml",
    (heard) => `<?xml version="1.0"?><doc><error type="x" object="y"><msg>${inMarkup(heard)}</msg></error></doc>`,
  ),
  "a refusal of the older kind": send(
    200,
    "text/xml",
    (heard) => `<?xml version="1.0"?><doc><error code="8" obj="auth">${inMarkup(heard)}</error></doc>`,
  ),
  "an answer that is neither": send(200, "text/html", (heard) => `<html>${heard}`),
  "a failure": send(500, "text/plain", (heard) => heard),
  "a redirect": (heard, response) => {
    response.writeHead(302, { location: `https://elsewhere.example/?${encodeURIComponent(heard)}` });
    response.end();
  },
  "an answer that breaks off": (heard, response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": heard.length + 100 });
    response.write(heard, () => response.destroy());
  },
};

/** A panel that repeats everything it hears, as it came and decoded. */
export async function startEchoingPanel() {
  let echo = send(500, "text/plain", (heard) => heard);
  const heardTexts: string[] = [];
  const server = createServer((request, response) => {
    void readAll(request).then((body) => {
      const address = request.url ?? "";
      const heard = [address, decoded(address), JSON.stringify(request.headers), body, decoded(body)].join(" | ");
      heardTexts.push(heard);
      echo(heard, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    /** Everything that came in so far. */
    heard: () => heardTexts.join("\n"),
    answerWith(next: Echo) {
      echo = next;
    },
  };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return "";
  }
}
