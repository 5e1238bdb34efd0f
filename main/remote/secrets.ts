import { randomBytes } from "node:crypto";

/** Takes the given secrets out of a text that a panel wrote. */
export function concealing(secrets: readonly string[]): (text: string) => string {
  const longestFirst = secrets.filter((secret) => secret !== "").sort((left, right) => right.length - left.length);
  return (text) => longestFirst.reduce((hidden, secret) => hidden.replaceAll(secret, "…"), text);
}

/** A password that nobody is to know: 32 characters, 192 bits. */
export function makePassword(): string {
  return randomBytes(24).toString("base64url");
}
