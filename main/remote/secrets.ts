import { randomBytes } from "node:crypto";

/** Takes the given secrets out of a text that a panel wrote, also where it repeats them as they came to it. */
export function concealing(secrets: readonly string[]): (text: string) => string {
  const forms = new Set(secrets.filter((secret) => secret !== "").flatMap(formsOf));
  const longestFirst = [...forms].sort((left, right) => right.length - left.length);
  return (text) => longestFirst.reduce((hidden, secret) => hidden.replaceAll(secret, "…"), text);
}

/** A secret as it is, in an address, a form, JSON, markup, and as it is often wrapped. */
function formsOf(secret: string): string[] {
  return [
    secret,
    encodeURIComponent(secret),
    new URLSearchParams({ "": secret }).toString().slice(1),
    JSON.stringify(secret).slice(1, -1),
    secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;"),
    Buffer.from(secret).toString("base64"),
  ];
}

/** A password that nobody is to know: 32 characters, 192 bits. */
export function makePassword(): string {
  return randomBytes(24).toString("base64url");
}
