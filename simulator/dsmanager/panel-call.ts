import type { RawRequest } from "../foundation/hosted-panel";
import { refuseMissing, refuseValue } from "./refusal";
import type { DsmanagerUser } from "./site-document";

/** One call as a function sees it: signed in, by the function's default name. */
export interface PanelCall {
  readonly func: string;
  readonly parameters: URLSearchParams;
  readonly user: DsmanagerUser;
}

const secrets = ["auth", "authinfo", "username", "password", "passwd", "confirm"];

/** Parameters of the address and of the form together; the form counts before the address. */
export function readParameters({ url, body }: RawRequest): URLSearchParams {
  const parameters = new URLSearchParams(url.search);
  for (const [name, value] of new URLSearchParams(body)) parameters.set(name, value);
  return parameters;
}

/** `server.edit?elid=101&sok=ok`: what is asked for, without who asks and in which form. */
export function describeCall(parameters: URLSearchParams): string {
  const told = new URLSearchParams(parameters);
  for (const name of [...secrets, "func", "out"]) told.delete(name);
  const func = parameters.get("func") ?? "";
  const rest = told.toString();
  return rest === "" ? func : `${func}?${rest}`;
}

/** True when a change is confirmed; without it a form is only read. */
export function isConfirmed({ parameters }: PanelCall): boolean {
  return (parameters.get("sok") ?? "") !== "";
}

/** Empty when it is left out. */
export function readText({ parameters }: PanelCall, field: string): string {
  return parameters.get(field) ?? "";
}

/** A field that must be sent, though it may be empty. */
export function sentText({ parameters }: PanelCall, field: string): string {
  const text = parameters.get(field);
  if (text === null) throw refuseValue(field, "");
  return text;
}

/** A field that must say something. */
export function requiredText(call: PanelCall, field: string): string {
  const text = readText(call, field).trim();
  if (text === "") throw refuseValue(field, text);
  return text;
}

/** A whole number, or a refusal of the field. */
export function readNumber(call: PanelCall, field: string, whenLeftOut?: number): number {
  const text = readText(call, field).trim();
  if (text === "" && whenLeftOut !== undefined) return whenLeftOut;
  if (!/^\d{1,9}$/.test(text)) throw refuseValue(field, text);
  return Number(text);
}

/** The row that `elid` or `plid` names, or the panel's word that there is none. */
export function findRow<Row>(
  rows: ReadonlyMap<number, Row>,
  object: string,
  call: PanelCall,
  field: "elid" | "plid" = "elid",
): Row {
  const id = readText(call, field).trim();
  const row = /^\d{1,9}$/.test(id) ? rows.get(Number(id)) : undefined;
  if (row === undefined) throw refuseMissing(object, id);
  return row;
}
