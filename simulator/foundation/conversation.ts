import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { FaultBook, ScriptedFault } from "./faults";
import type { HostedPanel, RawAnswer } from "./hosted-panel";

/** One request as it was seen; the status stays 0 while there is no answer. */
export interface SeenRequest {
  readonly method: string;
  /** As asked, without the query. */
  readonly path: string;
  readonly query: string;
  /** What was asked for, as rules of faults see it. */
  readonly call: string;
  readonly status: number;
}

export interface Conversation {
  readonly panel: HostedPanel;
  readonly faults: FaultBook;
  readonly requests: (Omit<SeenRequest, "status"> & { status: number })[];
}

const longestBody = 1024 * 1024;

/** Hears one request out, lets a scripted fault interfere and answers. */
export async function converse(talk: Conversation, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(incoming);
  if (body === null) {
    incoming.socket.destroy();
    return;
  }
  const method = incoming.method ?? "GET";
  const url = new URL(incoming.url ?? "/", "http://panel.invalid");
  const request = { method, url, headers: incoming.headers, body };
  const call = talk.panel.describe(request);
  const seen = { method, path: url.pathname, query: url.search, call, status: 0 };
  talk.requests.push(seen);
  const fault = talk.faults.take(method, call);
  const act = (): RawAnswer => talk.panel.answer(request);
  const write = (answer: RawAnswer, headers: Readonly<Record<string, string>> = {}): void => {
    seen.status = answer.status;
    response.writeHead(answer.status, { "content-type": answer.contentType, ...headers });
    response.end(answer.text);
  };
  if (fault === null) write(act());
  else await answerWithFault(talk.panel, fault, { act, write, response });
}

interface Reply {
  readonly act: () => RawAnswer;
  readonly write: (answer: RawAnswer, headers?: Readonly<Record<string, string>>) => void;
  readonly response: ServerResponse;
}

async function answerWithFault(
  panel: HostedPanel,
  fault: ScriptedFault,
  { act, write, response }: Reply,
): Promise<void> {
  switch (fault.kind) {
    case "refuse":
      response.socket?.destroy();
      return;
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
      write(scriptedAnswer(panel, fault.status, fault.body), fault.headers);
      return;
    case "throttle":
      write(
        { ...panel.errorText("Too many requests"), status: 429 },
        { "retry-after": String(fault.retryAfterSeconds) },
      );
      return;
    case "unreadable":
      write({ ...act(), status: 200, text: fault.text ?? panel.brokenText });
      return;
    case "missing-fields":
      write(panel.withoutFields(act(), fault.fields));
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

function scriptedAnswer(panel: HostedPanel, status: number, body: unknown): RawAnswer {
  if (body === undefined) return { ...panel.errorText("Internal server error"), status };
  if (typeof body === "string") return { status, contentType: "text/plain", text: body };
  return { status, contentType: "application/json", text: JSON.stringify(body) };
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
