import type { LabelKind } from "../contract/shapes/label";

/** Crockford's base 32: digits and capitals without I, L, O and U, which are mistaken for others or make words. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const lookAlikes: Readonly<Record<string, string>> = { I: "1", L: "1", O: "0" };

const kindLetters: Readonly<Record<Exclude<LabelKind, "text">, string>> = {
  server: "S",
  rack: "R",
  port: "P",
  cable: "C",
};

export const shortIdLength = 8;
const bodyLength = 6;
/** Stands between the site's prefix and the id; a QR code writes it as cheaply as a capital. */
const separator = "-";

/**
 * The id that a label carries: a letter for the kind, six characters that follow from the key of what is labelled, and a check character. Eight characters
 * with the longest prefix are 17, which fits QR version 1-M (20). It follows from the key alone, so that a profile that went back to a backup
 * gives a thing the id that is on its label already. `attempt` counts up while the id belongs to something else.
 */
export function shortIdFor(kind: Exclude<LabelKind, "text">, key: string, attempt = 0): string {
  let rest = hash(attempt === 0 ? key : `${key}#${String(attempt)}`);
  let body = "";
  for (let index = 0; index < bodyLength; index += 1) {
    body += alphabet[Number(rest & 31n)] ?? "";
    rest >>= 5n;
  }
  const unchecked = kindLetters[kind] + body;
  return unchecked + checkCharacter(unchecked);
}

/** The text in the code of a label. */
export function codeText(prefix: string, shortId: string): string {
  return prefix === "" ? shortId : `${prefix}${separator}${shortId}`;
}

/** The id as it is written here, of what was typed or scanned in any case and with look-alikes; null when it is none. */
export function parseShortId(text: string): string | null {
  const upper = text.toUpperCase();
  if (upper.length !== shortIdLength) return null;
  const id = [...upper].map((character) => lookAlikes[character] ?? character).join("");
  const isKind = Object.values(kindLetters).includes(id[0] ?? "");
  if (!isKind || [...id].some((character) => !alphabet.includes(character))) return null;
  return checkCharacter(id.slice(0, -1)) === id.at(-1) ? id : null;
}

/**
 * The character that makes the sum of all, weighted by the powers of the field's generator, zero. In the field of 32 elements any one wrong character
 * and any two that changed places leave another sum.
 */
function checkCharacter(text: string): string {
  let sum = 0;
  for (const character of text) sum = timesGenerator(sum ^ alphabet.indexOf(character));
  return alphabet[sum] ?? "";
}

/** x · α in GF(2⁵) with α⁵ = α² + 1. */
function timesGenerator(value: number): number {
  const shifted = value << 1;
  return shifted & 32 ? (shifted ^ 0b100101) & 31 : shifted;
}

/** FNV-1a of 64 bits, stirred once more, because its low bits of keys that differ in one digit are alike. */
function hash(text: string): bigint {
  const mask = (1n << 64n) - 1n;
  let value = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1) {
    value = ((value ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n) & mask;
  }
  value = ((value ^ (value >> 33n)) * 0xff51afd7ed558ccdn) & mask;
  return value ^ (value >> 29n);
}
