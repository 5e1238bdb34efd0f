import fc from "fast-check";
import { expect, test } from "vitest";
import { makeRecoveryCode, readRecoveryCode, recoveryCodeBytes } from "../../main/domain/recovery-code";

const bytes = fc.uint8Array({ minLength: recoveryCodeBytes, maxLength: recoveryCodeBytes });
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

test("a code is seven groups of four characters that are not taken for each other", () => {
  fc.assert(
    fc.property(bytes, (random) => {
      expect(makeRecoveryCode(random)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){6}$/u);
    }),
  );
});

test("codes of other random bytes are others", () => {
  const codes = Array.from({ length: 256 }, (_, last) => makeRecoveryCode(new Uint8Array(17).fill(0).with(16, last)));

  expect(new Set(codes).size).toBe(256);
});

test("a code is read whatever its case, its separators and its lookalikes", () => {
  fc.assert(
    fc.property(bytes, fc.constantFrom("", " ", "-", "  ", "–", "\n"), (random, separator) => {
      const code = makeRecoveryCode(random);
      const typed = code.replaceAll("-", separator).replaceAll("0", "o").replaceAll("1", "I").toLowerCase();
      expect(readRecoveryCode(` ${typed} `)).toEqual({ is: "code", code });
    }),
  );
});

test("every wrong character is found", () => {
  fc.assert(
    fc.property(bytes, fc.nat(27), fc.integer({ min: 1, max: 31 }), (random, place, shift) => {
      const characters = [...makeRecoveryCode(random).replaceAll("-", "")];
      const before = alphabet.indexOf(characters[place] ?? "");
      const typed = characters.with(place, alphabet.charAt((before + shift) % 32)).join("");
      expect(readRecoveryCode(typed)).toMatchObject({
        is: "mistyped",
        message: expect.stringContaining("typing") as string,
      });
    }),
  );
});

test("two characters that changed places are found", () => {
  fc.assert(
    fc.property(bytes, fc.nat(24), (random, place) => {
      const characters = [...makeRecoveryCode(random).replaceAll("-", "")];
      const [left = "", right = ""] = characters.slice(place, place + 2);
      fc.pre(left !== right);
      const typed = characters
        .with(place, right)
        .with(place + 1, left)
        .join("");
      expect(readRecoveryCode(typed).is).toBe("mistyped");
    }),
  );
});

test.each([
  ["", "has 28 characters, and these are 0"],
  ["A1B2-C3D4", "has 28 characters, and these are 8"],
  ["A1B2-C3D4-E5F6-G7H8-J9K0-M1N2-P3Q4-R", "these are 29"],
  ["U1B2-C3D4-E5F6-G7H8-J9K0-M1N2-P3Q4", "has no “U”"],
  ["x".repeat(100_000), "these are 100000"],
])("what is no code is told as that: %s", (typed, message) => {
  const read = readRecoveryCode(typed);

  expect(read.is === "mistyped" && read.message).toContain(message);
});
