import type { Dialect } from "../../main/contract/shapes/module";
import type { PanelConnection, PanelGateway } from "../../main/ports/gateway";
import type { Log } from "../../main/ports/host";
import { createPanelConnector } from "../../main/remote/connector";
import type { HttpRequest, Transport } from "../../main/remote/http";
import { createTransport } from "../../main/remote/transport";
import { startDcimanagerSimulator } from "../../simulator/dcimanager6/simulator";
import { startDsmanagerSimulator } from "../../simulator/dsmanager/simulator";
import { questions, type Question } from "./panel-questions";

export type PanelKind = "dcimanager6" | Dialect;

/** What a simulated panel answered while a question was put to it: address of the exchange → text. */
export interface Recording {
  readonly question: Question;
  readonly answers: ReadonlyMap<string, string>;
}

export const quickLimits = {
  deadlineMs: 2_000,
  signInDeadlineMs: 2_000,
  connectTimeoutMs: 2_000,
  asleepTries: 2,
  asleepDelayMs: 0,
};

const silent = () => undefined;
export const silentLog: Log = { debug: silent, info: silent, warn: silent, error: silent };

const recordings = new Map<PanelKind, Promise<readonly Recording[]>>();

/** The corpus of a kind of panel, taken from its simulator once in the life of a process. */
export function recordPanel(kind: PanelKind): Promise<readonly Recording[]> {
  const known = recordings.get(kind) ?? record(kind);
  recordings.set(kind, known);
  return known;
}

/** Tells the exchanges of one panel apart: what is asked for, without the session. */
export function addressOf({ method, path, body }: HttpRequest): string {
  if (method === "POST" && body?.includes("func=") === true) {
    const form = new URLSearchParams(body);
    return ["func", "elid", "plid", "p_num", "hint_field"].map((name) => form.get(name) ?? "").join(" ");
  }
  return `${method} ${decodeURIComponent(path)}`;
}

export function connectionTo(kind: PanelKind, url: string, password: string): PanelConnection {
  const isSix = kind === "dcimanager6";
  return {
    type: isSix ? "dcimanager6-colocation" : "dsmanager",
    dialect: isSix ? null : kind,
    system: "panel",
    url,
    username: isSix ? "dc@example.net" : "admin",
    password,
    pinnedFingerprint: null,
    routeOverrides: {},
  };
}

async function record(kind: PanelKind): Promise<readonly Recording[]> {
  const panel =
    kind === "dcimanager6" ? await startDcimanagerSimulator() : await startDsmanagerSimulator({ dialect: kind });
  try {
    const recorded: Recording[] = [];
    for (const question of questions) {
      const answers = new Map<string, string>();
      const gateway = openRecording(kind, panel.url, answers);
      // A refusal belongs to the corpus as well.
      await question.ask(gateway).catch(silent);
      if (answers.size > 0) recorded.push({ question, answers });
    }
    return recorded;
  } finally {
    await panel.stop();
  }
}

function openRecording(kind: PanelKind, url: string, answers: Map<string, string>): PanelGateway {
  const openTransport = (options: Parameters<typeof createTransport>[0]): Transport => {
    const carry = createTransport(options);
    return async (request) => {
      const answer = await carry(request);
      answers.set(addressOf(request), answer.text);
      return answer;
    };
  };
  const connector = createPanelConnector({ log: silentLog, limits: quickLimits, openTransport });
  return connector.connect(connectionTo(kind, url, "s3cret"));
}
