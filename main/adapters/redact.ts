const secretNames = new Set([
  "password",
  "pass",
  "passphrase",
  "pin",
  "recoverycode",
  "token",
  "secret",
  "key",
  "authorization",
  "cookie",
  "set-cookie",
  "ses6",
  "x-xsrf-token",
  "xsrftoken",
  "apikey",
  "sealedpassword",
  "passphrase",
  "vaultpassphrase",
  "pin",
  "recoverycode",
  "secrethash",
  "authinfo",
]);
const deepest = 6;
const longestText = 2000;

/**
 * A copy that is fit for the log: values under secret names are gone at any depth, so are credentials inside addresses and bearer tokens
 * inside texts. Long texts are cut; errors become plain records with their cause.
 */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return redactText(value);
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null) return value;
  if (depth >= deepest) return "[deeper]";
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  return redactFields(Object.entries(value), depth);
}

function redactFields(entries: readonly (readonly [string, unknown])[], depth: number): Record<string, unknown> {
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      secretNames.has(name.toLowerCase()) ? "[redacted]" : redact(value, depth + 1),
    ]),
  );
}

function redactError(error: Error, depth: number): Record<string, unknown> {
  const { name, message, stack } = error;
  const own = redactFields(Object.entries(error), depth);
  const cause = error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) };
  return { ...own, name, message: redactText(message), stack: redactText(stack ?? ""), ...cause };
}

function redactText(text: string): string {
  return cutText(text)
    .replace(/(\w+:\/\/)[^\s/@]*@/g, "$1[redacted]@")
    .replace(/\b(bearer|basic)\s+[\w.~+/=-]+/gi, "$1 [redacted]")
    .replace(
      /((?:password|passphrase|token|secret|ses6|cookie)["']?\s*[=:]\s*)(?:"(?:[^"\\]|\\.)*"?|'[^']*'?|[^\s"'&,;}]+)/gi,
      "$1[redacted]",
    );
}

/** Without the word that the cut goes through: half a secret would not be known as one. */
function cutText(text: string): string {
  return text.length > longestText ? text.slice(0, longestText).replace(/\S+$/u, "") : text;
}
