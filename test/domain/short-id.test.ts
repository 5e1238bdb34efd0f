import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LabelKind } from "../../main/contract/shapes/label";
import { labelSettingsShape } from "../../main/contract/shapes/label";
import { codeText, parseShortId, shortIdFor } from "../../main/domain/short-id";

const kinds: readonly Exclude<LabelKind, "text">[] = ["server", "rack", "port", "cable"];
const anyId = fc.tuple(fc.constantFrom(...kinds), fc.string(), fc.nat(5)).map((parts) => shortIdFor(...parts));
const place = fc.nat(7);
const character = fc.constantFrom(...Array.from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"));
const put = (text: string, index: number, one: string) => text.slice(0, index) + one + text.slice(index + 1);

describe("a short id", () => {
  it("is eight characters without look-alikes, the first telling the kind", () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.string(), (kind, key) => {
        const id = shortIdFor(kind, key);
        expect(id).toMatch(/^[SRPC][0-9A-HJKMNP-TV-Z]{7}$/);
        expect(id[0]).toBe({ server: "S", rack: "R", port: "P", cable: "C" }[kind]);
      }),
    );
  });

  it("fits QR version 1-M with the longest prefix: 20 capitals, digits and dashes", () => {
    const prefix = fc.stringMatching(/^[A-Z0-9-]{0,8}$/);
    fc.assert(
      fc.property(prefix, anyId, (given, id) => {
        const { prefix: allowed } = labelSettingsShape.parse({ prefix: given, contact: "" });
        expect(codeText(allowed, id)).toMatch(/^[0-9A-Z-]{8,20}$/);
      }),
    );
  });

  it("is read in any case and with look-alikes typed for its digits", () => {
    fc.assert(
      fc.property(anyId, (id) => {
        expect(parseShortId(id)).toBe(id);
        expect(parseShortId(id.toLowerCase())).toBe(id);
        expect(parseShortId(id.replaceAll("0", "O").replaceAll("1", "I"))).toBe(id);
        expect(parseShortId(id.replaceAll("1", "l"))).toBe(id);
      }),
    );
  });

  it("with one wrong character is no id", () => {
    fc.assert(
      fc.property(anyId, place, character, (id, index, wrong) => {
        fc.pre(id[index] !== wrong);
        expect(parseShortId(put(id, index, wrong))).toBeNull();
      }),
    );
  });

  it("with two characters that changed places is no id", () => {
    fc.assert(
      fc.property(anyId, place, place, (id, left, right) => {
        const [a = "", b = ""] = [id[left], id[right]];
        fc.pre(a !== b);
        expect(parseShortId(put(put(id, left, b), right, a))).toBeNull();
      }),
    );
  });

  it("follows from the key alone, and is another one for another attempt", () => {
    expect(shortIdFor("server", "service:1")).toBe(shortIdFor("server", "service:1"));
    expect(shortIdFor("server", "service:1", 1)).not.toBe(shortIdFor("server", "service:1"));
  });

  it("differs for keys that differ in one digit", () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => shortIdFor("server", `server:m1:${String(index)}`));
    // Of 2^30 ids 20,000 at random would meet 0.19 times.
    expect(new Set(ids).size).toBeGreaterThan(19_996);
  });

  it.each(["", "S", "TASK-17", "CZ3042XY", "S123456U", "SSSSSSSSS"])("is not %j", (text) => {
    expect(parseShortId(text)).toBeNull();
  });
});
