import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { FaultBook, ScriptedFault } from "./faults";
import { withoutFields, type Panel, type RawAnswer } from "./panel";

/** One request as it was seen; the status stays 0 while there is no answer. */
export interface SeenRequest {
  readonly method: string;
  /** As asked, without the query. */
  readonly path: string;
  readonly query: string;
  readonly status: number;
}

export interface Conversation {
  readonly panel: Panel;
  readonly faults: FaultBook;
  readonly requests: { method: string; path: string; query: string; status: number }[];
}

const longestBody = 1024 * 1024;

/** Hears one request out, lets a scripted fault interfere and answers. */
export async function converse(talk: Conversation, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const method = incoming.method ?? "GET";
  const url = new URL(incoming.url ?? "/", "http://panel.invalid");
  const seen = { method, path: url.pathname, query: url.search, status: 0 };
  talk.requests.push(seen);
  const fault = talk.faults.take(method, url.pathname);
  if (fault?.kind === "refuse") {
    incoming.socket.destroy();
    return;
  }
  const body = await readBody(incoming);
  if (body === null) {
    incoming.socket.destroy();
    return;
  }
  const act = (): RawAnswer => talk.panel({ method, url, headers: incoming.headers, body });
  const write = (answer: RawAnswer, headers: Readonly<Record<string, string>> = {}): void => {
    seen.status = answer.status;
    response.writeHead(answer.status, { "content-type": answer.contentType, ...headers });
    response.end(answer.text);
  };
  if (fault === null) write(act());
  else await answerWithFault(fault, act, write, response);
}

async function answerWithFault(
  fault: Exclude<ScriptedFault, { readonly kind: "refuse" }>,
  act: () => RawAnswer,
  write: (answer: RawAnswer, headers?: Readonly<Record<string, string>>) => void,
  response: ServerResponse,
): Promise<void> {
  switch (fault.kind) {
    case "hang":
      if (fault.acts === true) act();
      return;
    case "act-then-reset":
      act();
      response.socket?.destroy();
      return;
    case "half-answer":
      sendHalf(act(), response);
      return;
    case "status":
      write(scriptedAnswer(fault.status, fault.body), fault.headers);
      return;
    case "throttle":
      write(scriptedAnswer(429, errorBody("Too many requests")), { "retry-after": String(fault.retryAfterSeconds) });
      return;
    case "wrong-json":
      write({ ...act(), status: 200, text: fault.text ?? '{"list":[{"id":1,' });
      return;
    case "missing-fields":
      write(withoutFields(act(), fault.fields));
      return;
    case "slow": {
      const answer = act();
      await delay(fault.delayMs, undefined, { ref: false });
      write(answer);
      return;
    }
  }
}

/** The length of the whole answer is announced, so that the cut is seen as one. */
function sendHalf(answer: RawAnswer, response: ServerResponse): void {
  const bytes = Buffer.from(answer.text);
  response.writeHead(answer.status, { "content-type": answer.contentType, "content-length": bytes.length });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy());
}

function scriptedAnswer(status: number, body: unknown): RawAnswer {
  if (typeof body === "string") return { status, contentType: "text/plain", text: body };
  const text = JSON.stringify(body ?? errorBody("Internal server error"));
  return { status, contentType: "application/json", text };
}

function errorBody(message: string): unknown {
  return { error: { code: 1, msg: message, value: {} } };
}

/** Null when the client went away or sent too much. */
async function readBody(incoming: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of incoming as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > longestBody) return null;
      chunks.push(chunk);
    }
  } catch {
    return null;
  }
  return Buffer.concat(chunks).toString("utf8");
}
