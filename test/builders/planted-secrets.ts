import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Secrets by what they are of. */
export type Planted = Readonly<Record<string, string>>;

/** Characters that every encoding writes differently, with a number so that no two are alike. */
export function plantedSecret(number: number): string {
  return `Pl4nted-${String(number)} /+&<"ü${String(number * 7_919)}?=`;
}

export interface Leak {
  readonly secret: string;
  readonly form: string;
  readonly where: string;
}

/** Every form of every secret that stands in the bytes. */
export function findLeaks(planted: Planted, bytes: Buffer | string, where: string): Leak[] {
  const text = Buffer.isBuffer(bytes) ? bytes.toString("latin1") : Buffer.from(bytes).toString("latin1");
  return Object.entries(planted).flatMap(([secret, plain]) =>
    Object.entries(formsOf(plain))
      .filter(([, form]) => text.includes(Buffer.from(form).toString("latin1")))
      .map(([form]) => ({ secret, form, where })),
  );
}

/** The same for every file below a folder; one that a running program takes away meanwhile is passed over. */
export function findLeaksBelow(planted: Planted, folder: string): Leak[] {
  return filesBelow(folder).flatMap((file) => (existsSync(file) ? findLeaks(planted, readFileSync(file), file) : []));
}

export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function formsOf(plain: string): Record<string, string> {
  const bytes = Buffer.from(plain);
  const percent = encodeURIComponent(plain);
  return {
    plain,
    json: JSON.stringify(plain).slice(1, -1),
    "json in json": JSON.stringify(JSON.stringify(plain).slice(1, -1)).slice(1, -1),
    address: percent,
    "address, small letters": percent.replaceAll(/%[\dA-F]{2}/gu, (code) => code.toLowerCase()),
    form: new URLSearchParams({ "": plain }).toString().slice(1),
    markup: plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;"),
    hexadecimal: bytes.toString("hex"),
    "hexadecimal, capitals": bytes.toString("hex").toUpperCase(),
    latin1: bytes.toString("latin1"),
    ...wrapped(bytes, "base64"),
    ...wrapped(bytes, "base64url"),
  };
}

/** Base64 depends on where in a text the secret began: what is the same at each of the three places. */
function wrapped(bytes: Buffer, encoding: "base64" | "base64url"): Record<string, string> {
  return Object.fromEntries(
    [0, 1, 2].map((place) => {
      const text = Buffer.concat([Buffer.alloc(place), bytes])
        .toString(encoding)
        .replaceAll("=", "");
      const first = place === 0 ? 0 : place + 1;
      const isCut = (place + bytes.length) % 3 !== 0;
      return [`${encoding} at ${String(place)}`, text.slice(first, isCut ? -1 : undefined)];
    }),
  );
}
