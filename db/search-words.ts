import { isIP } from "node:net";

// A Cyrillic С or Т looks like the Latin letter and sits on the same technician's keyboard.
const patterns = { service: /^(?:[cс]-?)?(\d{1,15})$/iu, task: /^(?:[tт]-?)?(\d{1,15})$/iu };

/** The number that `C-17`, `T-17` or a bare `17` asks for. */
export function numberSought(search: string, of: keyof typeof patterns): number | undefined {
  const digits = patterns[of].exec(search.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The whole IP address that a word is, without its prefix length. */
export function addressSought(word: string): string | undefined {
  const [address = "", ...rest] = word.split("/");
  if (isIP(address) === 0 || rest.length > 1 || !/^\d{0,3}$/.test(rest[0] ?? "")) return undefined;
  return address.toLowerCase();
}

/** The beginning of an IPv4 address from its third part on, as it is typed: by then it is meant from its front. */
export function addressBegun(text: string): string | undefined {
  return /^\d{1,3}(\.\d{1,3}){2}(\.\d{0,3})?$/.exec(text)?.[0];
}

// `aa:bb`, `AA-BB` and `aabb.cc`, of which the end may still be missing.
const hardwareAddresses = [
  /^[\da-f]{2}([:-][\da-f]{2})*[:-][\da-f]{0,2}$/i,
  /^[\da-f]{4}(\.[\da-f]{4}){0,2}\.?[\da-f]{0,4}$/i,
];

/** The digits of a hardware address or of its beginning, in whatever notation; undefined for a word that can be none. */
export function hardwareAddressSought(word: string): string | undefined {
  if (!/[:.-]/.test(word) || !hardwareAddresses.some((pattern) => pattern.test(word))) return undefined;
  return word.replace(/[:.-]/g, "").toLowerCase();
}

/** The digits of a word that is a whole hardware address. */
export function wholeHardwareAddress(word: string): string | undefined {
  const digits = hardwareAddressSought(word) ?? word.toLowerCase();
  return /^[\da-f]{12}$/.test(digits) ? digits : undefined;
}
