import { describe, expect, test } from "vitest";
import { unitWords } from "../../renderer/parts/unit-words";
import { shortCount } from "../../renderer/parts/digits";

describe("numbers in words", () => {
  test("neighbouring units are one run", () => {
    expect(unitWords([8, 7, 9, 12])).toBe("U7–U9, U12");
  });

  test("a count that can be read is grouped by thousands", () => {
    expect(shortCount("1234567")).toBe("1,234,567");
  });

  test("an IPv6 pool beyond 2^53 is told by its order of magnitude", () => {
    expect(shortCount("1208925819614629174706176")).toBe("1.2 × 10²⁴");
  });
});
