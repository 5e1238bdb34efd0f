/** Crockford's base32: without I, L, O and U, which are taken for other characters. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const lookalikes: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1" };
const dataLength = 26;
const checkLength = 2;
const groupLength = 4;
/** A prime below 32²: one wrong character, or two that changed places, never leave the remainder as it was. */
const checkModulus = 1021n;

/** Random bytes that a code is made of: 130 bits of them are used. */
export const recoveryCodeBytes = 17;

/** A code as it is printed: 28 characters in seven groups of four, the last two characters a check over the others. */
export function makeRecoveryCode(random: Uint8Array): string {
  if (random.length < recoveryCodeBytes)
    throw new RangeError(`A recovery code takes ${String(recoveryCodeBytes)} bytes`);
  const data = toText(toNumber(random), dataLength);
  return inGroups(data + checkOf(data));
}

export type ReadRecoveryCode =
  | { readonly is: "code"; /** In its printed form. */ readonly code: string }
  | { readonly is: "mistyped"; readonly message: string };

/** What was typed, whatever its case, spaces and dashes, and with O for 0 and I or L for 1. A typing mistake is found before anything is tried. */
export function readRecoveryCode(typed: string): ReadRecoveryCode {
  const text = [...typed.toUpperCase().replace(/[\s\-–—_.]/gu, "")].map((one) => lookalikes[one] ?? one).join("");
  const stranger = [...text].find((one) => !alphabet.includes(one));
  if (stranger !== undefined) return mistyped(`A recovery code has no “${stranger}”`);
  const expected = dataLength + checkLength;
  if (text.length !== expected)
    return mistyped(`A recovery code has ${String(expected)} characters, and these are ${String(text.length)}`);
  const data = text.slice(0, dataLength);
  if (checkOf(data) !== text.slice(dataLength))
    return mistyped("There is a typing mistake in this code. Compare it with the printed one");
  return { is: "code", code: inGroups(text) };
}

function mistyped(message: string): ReadRecoveryCode {
  return { is: "mistyped", message };
}

function checkOf(data: string): string {
  const value = [...data].reduce((sum, one) => sum * 32n + BigInt(alphabet.indexOf(one)), 0n);
  return toText(value % checkModulus, checkLength);
}

function toNumber(bytes: Uint8Array): bigint {
  return bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
}

/** The lowest digits of a number, to base 32. */
function toText(value: bigint, length: number): string {
  const digits: string[] = [];
  for (let rest = value; digits.length < length; rest /= 32n) digits.unshift(alphabet.charAt(Number(rest % 32n)));
  return digits.join("");
}

function inGroups(text: string): string {
  return (text.match(new RegExp(`.{${String(groupLength)}}`, "gu")) ?? []).join("-");
}
