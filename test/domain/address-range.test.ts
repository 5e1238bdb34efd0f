import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAddress, rangeSize } from "../../main/domain/address-range";

const ipv4Number = fc.bigInt({ min: 0n, max: (1n << 32n) - 1n });
const ipv6Number = fc.bigInt({ min: 0n, max: (1n << 128n) - 1n });

function ipv4Text(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join(".");
}
function ipv6Text(value: bigint): string {
  return Array.from({ length: 8 }, (_, index) => ((value >> BigInt(112 - index * 16)) & 0xffffn).toString(16)).join(
    ":",
  );
}

describe("the size of a range", () => {
  it.each([
    ["10.0.0.1-10.0.0.20", 20n],
    ["10.0.0.7", 1n],
    ["10.0.0.0/24", 256n],
    ["0.0.0.0/0", 1n << 32n],
    ["2001:db8::1 - 2001:db8::ffff", 65_535n],
    ["2001:db8::/64", 1n << 64n],
    ["::/0", 1n << 128n],
    ["::ffff:10.0.0.1-::ffff:10.0.0.4", 4n],
  ])("of %s is %s", (text, size) => {
    expect(rangeSize(text)).toBe(size);
  });

  it.each([
    "",
    "-",
    "10.0.0.20-10.0.0.1",
    "10.0.0.1-::1",
    "10.0.0.0/33",
    "10.0.0.256",
    "1:2:3",
    "1::2::3",
    "a/b",
    "::g",
    "1-2-3",
  ])("of %j is unknown", (text) => {
    expect(rangeSize(text)).toBeNull();
  });

  it("counts both ends, in either family", () => {
    for (const [number, write] of [[ipv4Number, ipv4Text] as const, [ipv6Number, ipv6Text] as const]) {
      fc.assert(
        fc.property(number, number, (one, two) => {
          const [from, to] = one < two ? [one, two] : [two, one];
          expect(rangeSize(`${write(from)}-${write(to)}`)).toBe(to - from + 1n);
        }),
      );
    }
  });

  it("reads shortened IPv6 as the browser's own parser writes it", () => {
    fc.assert(
      fc.property(ipv6Number, (value) => {
        const shortened = new URL(`http://[${ipv6Text(value)}]`).hostname.slice(1, -1);
        expect(parseAddress(shortened)).toBe(value);
      }),
    );
  });

  it("takes any text without complaint", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const size = rangeSize(text);
        expect(size === null || size > 0n).toBe(true);
      }),
    );
  });
});
