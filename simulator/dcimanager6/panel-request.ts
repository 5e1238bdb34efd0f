import type { SiteUser } from "../site/site-document";
import { refuse } from "./refusal";

/** One call as a route sees it: signed in, body parsed. */
export interface PanelRequest {
  /** A numeric part of the path, such as `server` in `server/:server/ip`. */
  id(name: string): number;
  readonly query: URLSearchParams;
  readonly body: Body;
  readonly user: SiteUser;
}

export type Body = Readonly<Record<string, unknown>>;

/** Parses a JSON body; an empty one counts as `{}`. */
export function parseBody(text: string): Body {
  if (text.trim() === "") return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw refuse(1001, "The request body is not valid JSON");
  }
  if (!isRecord(parsed)) throw refuse(1001, "The request body must be an object");
  return parsed;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function hasField(body: Body, name: string): boolean {
  return body[name] !== undefined;
}

/** A required text of 1–255 characters. */
export function requiredText(body: Body, name: string): string {
  const text = optionalText(body, name);
  if (text.trim() === "") throw refuse(1003, `Field ${name} is required`, { field: name });
  return text;
}

/** A text of at most 255 characters, or 4096 when asked; empty when left out. */
export function optionalText(body: Body, name: string, longest = 255): string {
  const value = body[name] ?? "";
  if (typeof value !== "string") throw refuse(1003, `Field ${name} must be a string`, { field: name });
  if (value.length > longest) {
    throw refuse(1003, `Field ${name} is longer than ${String(longest)} characters`, { field: name });
  }
  return value;
}

/** A required whole number. */
export function requiredNumber(body: Body, name: string): number {
  const value = body[name];
  if (typeof value !== "number" || !Number.isSafeInteger(value)) {
    throw refuse(1003, `Field ${name} must be an integer`, { field: name });
  }
  return value;
}

/** A whole number or null; both must be said, not left out. */
export function numberOrNull(body: Body, name: string): number | null {
  return body[name] === null ? null : requiredNumber(body, name);
}
