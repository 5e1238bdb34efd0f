import type { Dialect } from "../../../main/contract/shapes/module";
import type { PanelConnection, PanelGateway } from "../../../main/ports/gateway";
import type { Log } from "../../../main/ports/host";
import type { RemoteLimits } from "../../../main/remote/connector";
import { openPanel } from "../open-panel";
import { startScriptedPanel, type Reply, type ScriptedPanel } from "../scripted-panel";

export const dialects: readonly Dialect[] = ["dsmanager", "dcimanager5"];
export const sessionId = "a1b2c3d4e5f6";

/** What a call asks for, by parameter. */
export type Form = Readonly<Record<string, string>>;
/** XML inside `<doc>`, or a whole reply. */
export type FormReply = string | Reply;

export interface ScriptedDsmanager {
  readonly panel: ScriptedPanel;
  readonly gateway: PanelGateway;
  /** Forms of all calls so far, sign-ins apart. */
  readonly forms: () => Form[];
  readonly signIns: () => number;
}

export function doc(inside: string): Reply {
  return {
    text: `<?xml version="1.0" encoding="UTF-8"?>\n<doc>${inside}</doc>`,
    headers: { "content-type": "text/xml" },
  };
}

export function elem(fields: Readonly<Record<string, string | true>>): string {
  const inside = Object.entries(fields).map(([name, value]) =>
    value === true ? `<${name}/>` : `<${name}>${value}</${name}>`,
  );
  return `<elem>${inside.join("")}</elem>`;
}

/** A panel of either generation whose every answer the test writes; signing in works unless `answer` says otherwise. */
export async function startScriptedDsmanager(
  dialect: Dialect,
  answer: (form: Form) => FormReply | undefined,
  options: { connection?: Partial<PanelConnection>; limits?: Partial<RemoteLimits>; log?: Log; path?: string } = {},
): Promise<ScriptedDsmanager> {
  const panel = await startScriptedPanel((request) => {
    const form = toForm(request.body);
    const reply = answer(form) ?? (form["func"] === "auth" ? signedIn(dialect) : unknownFunction(dialect));
    return typeof reply === "string" ? doc(reply) : reply;
  });
  const forms = () => panel.seen.map(({ body }) => toForm(body));
  const { connection, path = "", ...others } = options;
  const gateway = openPanel(`${panel.url}${path}`, {
    ...others,
    connection: { type: "dsmanager", dialect, username: "root", ...connection },
  });
  return {
    panel,
    gateway,
    forms: () => forms().filter(({ func }) => func !== "auth"),
    signIns: () => forms().filter(({ func }) => func === "auth").length,
  };
}

/** XML inside `<doc>` by function; the progress of an operation goes by the name `progress`. */
export type Answers = Readonly<Record<string, string | ((form: Form) => string)>>;

/** A panel that answers by function and knows no other one. */
export function startAnswering(dialect: Dialect, answers: Answers): Promise<ScriptedDsmanager> {
  return startScriptedDsmanager(dialect, (form) => {
    const answer = answers[form["hint_field"] === undefined ? (form["func"] ?? "") : "progress"];
    return typeof answer === "function" ? answer(form) : answer;
  });
}

export function refusal(
  dialect: Dialect,
  error: { code: number; type: string; subject: string; words?: string },
): string {
  const { code, type, subject, words = "" } = error;
  return dialect === "dsmanager"
    ? `<error code="${String(code)}" ${code === 4 || code === 5 ? "val" : "obj"}="${subject}">${words}</error>`
    : `<error type="${type}" object="${subject}" lang="en"><param name="object">${subject}</param><msg>${words}</msg></error>`;
}

function signedIn(dialect: Dialect): string {
  return dialect === "dsmanager"
    ? `<auth id="${sessionId}"/>`
    : `<auth id="${sessionId}" level="30">${sessionId}</auth>`;
}

function unknownFunction(dialect: Dialect): string {
  return refusal(dialect, { code: 3, type: "missed", subject: "func" });
}

function toForm(body: string): Form {
  return Object.fromEntries(new URLSearchParams(body));
}
