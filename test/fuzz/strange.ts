import fc from "fast-check";
import type { Random } from "../../simulator/site/random";
import { plantedForms } from "./planted";

/** Names that mean something to every JavaScript object. */
export const prototypeNames = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "then"] as const;

const numbers = [
  0,
  -0,
  -1,
  1.5,
  255,
  256,
  65_536,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53 - 1,
  2 ** 53,
  -(2 ** 53),
  1e15,
  1e21,
  1e308,
  5e-324,
] as const;

const texts: readonly [string, ...string[]] = [
  "",
  " ",
  "\u0000",
  "\u001b[2J",
  "\u202eexe.txt",
  "\u2066\u2069",
  "\u200b",
  "\ufeff",
  "\ud800",
  "a\udc00b",
  "𝕏",
  "İ",
  "ß",
  "́",
  "-1",
  "1e999",
  "9".repeat(400),
  "NaN",
  "true",
  "null",
  "../../etc/passwd",
  "C:\\Windows",
  "%00",
  "%ZZ",
  "'; DROP TABLE tasks; --",
  "<script>alert(1)</script>",
  "${7*7}",
  "=1+1",
  "javascript:alert(1)",
  "https://user:word@example.org/",
  "http://[::1",
  "https://xn--a/",
  "0x7f.1",
  "10.0.0.0/8",
  "2001:db8::/129",
  "\r\nset-cookie: a=b",
];

/** A text that somebody might not have thought of; one in eight carries the planted secret, where `isPlanted`. */
export function strangeText(random: Random, isPlanted: boolean): string {
  if (isPlanted && random.chance(0.125)) return `x ${random.pick([plantedForms[0] ?? "", ...plantedForms])} y`;
  if (random.chance(0.05)) return repeat(random.pick(texts), 1 + random.below(20_000));
  if (random.chance(0.2)) return sample(random, fc.string({ unit: "binary", maxLength: 60 }));
  return random.pick([...prototypeNames, ...texts]);
}

/** A text so many times, up to a length that says as much as a longer one and leaves memory for the parsers. */
export function repeat(text: string, times: number): string {
  const longest = 500_000;
  return text.repeat(Math.min(times, Math.ceil(longest / Math.max(1, text.length))));
}

/** A value of JSON, or almost of JSON, that does not belong where it is put. */
export function strangeValue(random: Random, isPlanted: boolean): unknown {
  switch (random.below(9)) {
    case 0:
      return null;
    case 1:
      return random.chance(0.5);
    case 2:
      return random.pick(numbers);
    case 3:
    case 4:
      return strangeText(random, isPlanted);
    case 5:
      return ownProperty(random.pick(prototypeNames), { isAdministrator: true, list: [], length: 1e9 });
    case 6:
      return nested(random);
    case 7:
      return Array.from({ length: random.below(300) }, () => random.pick(numbers));
    default:
      return sample(random, fc.jsonValue());
  }
}

/** What fast-check makes, decided by our own stream of chance. */
export function sample<Value>(random: Random, arbitrary: fc.Arbitrary<Value>): Value {
  const [value] = fc.sample(arbitrary, { seed: random.below(2 ** 31), numRuns: 1 });
  // fast-check answers as many as it was asked for.
  return value as Value;
}

/** As JSON.parse makes it: a property of its own, not the prototype. */
export function ownProperty(name: string, value: unknown): unknown {
  return JSON.parse(`{${JSON.stringify(name)}:${JSON.stringify(value)}}`) as unknown;
}

function nested(random: Random): unknown {
  const depth = random.pick([3, 40, 400, 3_000]);
  const isList = random.chance(0.5);
  let value: unknown = "inside";
  for (let level = 0; level < depth; level += 1) value = isList ? [value] : { a: value };
  return value;
}
