import { randomBytes } from "node:crypto";
import { isCallName } from "../contract/calls";
import type { CallOutput, ParsedInput } from "../contract/calls";
import type { Issue } from "../contract/faults";
import { mayCall } from "../contract/rights";
import type { Operator, Token } from "../contract/shapes/operator";
import type { TokenRecord } from "../ports/store";
import type { App } from "./app";
import { existing, invalidInput, notAllowed } from "./app";
import { change } from "./change";
import { sha256 } from "./journal";
import { withArticle } from "./session";

/** Tells anybody who finds one in a script what it is. */
const prefix = "rackside_";
const secretBytes = 32;

export async function listTokens(app: App): Promise<Token[]> {
  return app.store.read(async ({ tokens, operators }) => {
    const names = new Map((await operators.list()).map(({ id, name }) => [id, name]));
    return (await tokens.list()).map((token) => publicToken(token, names.get(token.operatorId) ?? ""));
  });
}

/** Makes a token for calls that its operator may make. Only its hash is kept, so that it is told this once. */
export async function addToken(app: App, input: ParsedInput<"token.add">): Promise<CallOutput<"token.add">> {
  const { name, operatorId, expiresAt } = input;
  const text = `${prefix}${randomBytes(secretBytes).toString("base64url")}`;
  const token = await change(app, "token.add", async (unit) => {
    const operator = existing(await unit.repositories.operators.find(operatorId), "operator", operatorId);
    if (!operator.isActive) throw notAllowed("switched-off", `${operator.name} is switched off. Switch them on first`);
    const issues = input.calls.flatMap((call, index) => problemOf(call, index, operator));
    if (expiresAt !== null && expiresAt <= unit.at) issues.push({ path: "expiresAt", message: "This is in the past" });
    if (issues.length > 0) throw invalidInput(issues);
    const calls = [...new Set(input.calls)];
    const record = { id: app.makeId(), name, operatorId, hash: sha256(text), calls, expiresAt };
    const added = { ...record, createdAt: unit.at, lastUsedAt: null };
    await unit.repositories.tokens.add(added);
    unit.touch("token", added.id);
    const summary = `Token ${name} made for ${operator.name}`;
    unit.journal({ entity: "token", entityId: added.id, serviceId: null, summary });
    return publicToken(added, operator.name);
  });
  return { token, text };
}

export async function removeToken(app: App, { id }: ParsedInput<"token.remove">): Promise<Record<string, never>> {
  await change(app, "token.remove", async (unit) => {
    const token = existing(await unit.repositories.tokens.find(id), "token", id);
    await unit.repositories.tokens.remove(id);
    unit.touch("token", id);
    unit.journal({ entity: "token", entityId: id, serviceId: null, summary: `Token ${token.name} removed` });
  });
  return {};
}

function problemOf(call: string, index: number, { name, role }: Operator): Issue[] {
  const path = `calls.${String(index)}`;
  if (!isCallName(call)) return [{ path, message: `There is no call ${call}` }];
  if (!mayCall(role, call)) return [{ path, message: `${call} is not for ${name}, who is ${withArticle(role)}` }];
  return [];
}

function publicToken({ id, name, calls, createdAt, expiresAt, lastUsedAt }: TokenRecord, operator: string): Token {
  return { id, name, operator, calls, createdAt, expiresAt, lastUsedAt };
}
