import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readScanned } from "../../main/domain/scan";
import { shortIdFor } from "../../main/domain/short-id";

const id = shortIdFor("server", "server:dc-1:101");
const idsOf = (typed: string) => readScanned(typed).ids;

/** What a computer with this layout makes of the keys that a scanner presses. */
function typedOn(layout: "russian" | "german" | "french", text: string): string {
  const tables = {
    russian: ["QWERTYUIOPASDFGHJKLZXCVBNM:/.-", "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬЖ.ю-"],
    german: ["YZ-:/", "ZYßÖ-"],
    french: ["1234567890-QWAZM:/.", "&é\"'(-è_çà)AZQW?M!:"],
  } as const;
  const [keys, written] = tables[layout];
  return [...text].map((one) => Array.from(written)[Array.from(keys).indexOf(one)] ?? one).join("");
}

describe("a scanned id", () => {
  it.each([
    ["as it is printed", id],
    ["in small letters", id.toLowerCase()],
    ["with what ends a scan", `${id}\r\n`],
    ["between STX and ETX", `\u0002${id}\u0003`],
    ["with a symbology identifier", `]Q1${id}`],
    ["with the stars of Code 39", `*${id}*`],
    ["in an address", `https://rackside.example/label/${id}`],
    ["in a query", `HTTP://R.EXAMPLE/?I=${id}&V=1`],
    ["behind a separate sign", `# ${id}`],
  ])("is found %s", (_how, typed) => {
    expect(idsOf(typed)).toEqual([{ shortId: id, prefix: "" }]);
  });

  it.each(["russian", "german", "french"] as const)("is found on a %s keyboard, behind a prefix as well", (layout) => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("", "RIX-", "YZ-"), (key, prefix) => {
        const any = shortIdFor("server", key);
        const { ids } = readScanned(typedOn(layout, prefix + any));
        expect(ids).toContainEqual({ shortId: any, prefix: prefix.replace(/-$/, "") });
      }),
    );
  });

  it("tells the prefix before it, dashes in it included", () => {
    expect(idsOf(`rix-1-${id}`)).toEqual([{ shortId: id, prefix: "RIX-1" }]);
    expect(idsOf(`]C0AMS-${id}`)).toEqual([{ shortId: id, prefix: "AMS" }]);
  });

  it("inside a longer word is only a guess", () => {
    const { ids, hidden } = readScanned(`X${id}9`);
    expect(ids).toEqual([]);
    expect(hidden).toContain(id);
  });

  it("is never found in what has none", () => {
    const scanned = readScanned("CZ3042XYZ1");
    expect(scanned).toMatchObject({ text: "CZ3042XYZ1", ids: [] });
  });
});

it("whatever is scanned is read without complaint, and without control characters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (typed) => {
      const { text, readings } = readScanned(typed);
      expect(readings[0]).toBe(text);
      expect(text).not.toMatch(/[\p{Cc}]/u);
    }),
  );
});
