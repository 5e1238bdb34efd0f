import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { JsonFault, parseBoundedJson } from "../../main/remote/bounded-json";
import { watchList } from "../../main/remote/list-watch";
import { eachOf } from "../../main/remote/long-lists";
import { toPlainText } from "../../main/remote/plain-text";
import { concealing } from "../../main/remote/secrets";

describe("JSON from a panel", () => {
  it("is read as JSON is", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        expect(parseBoundedJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each([
    ["nested too deep", "[[[[1]]]]", "it is nested too deep"],
    ["of too many values", "[1,2,3,4,5,6,7,8,9]", "it has too many values"],
    ["of too many empty lists", "[[],[],[],[]]", "it has too many values"],
    ["cut off", '{"a":', "it is not well-formed"],
    ["cut off inside a text", '["a', "it is not well-formed"],
  ])("that is %s is refused, quoting nothing", (_, text, reason) => {
    const limits = { depth: 3, values: 6 };
    expect(() => parseBoundedJson(text, limits)).toThrow(new JsonFault(reason));
  });

  it("is not measured by the brackets and commas inside its texts", () => {
    const text = JSON.stringify({ a: '[[[[{,,,,,,,"', b: "\\\\" });
    expect(parseBoundedJson(text, { depth: 1, values: 3 })).toEqual(JSON.parse(text));
  });
});

describe("a long list", () => {
  const watch = () => watchList("panel", "rack.list", { characters: 2_097_152, rows: 5, milliseconds: 60_000 });

  it.each([
    ["sizes", () => watch().takeAnswer(3_000_000), "more than 2 MB"],
    ["rows", () => watch().takeRows(6), "more than 5 rows"],
    ["time", () => watchList("p", "rack.list", { characters: 9, rows: 9, milliseconds: -1 }).takeAnswer(1), "minutes"],
  ])("ends by its %s", (_, take, words) => {
    expect(take).toThrow(words);
  });

  it("is given up at the first element that does not fit, which is named", () => {
    const elements = [{ id: 1 }, { id: "x" }, { id: "y" }];
    const parsed = z.object({ list: eachOf(z.object({ id: z.int() })) }).safeParse({ list: elements });
    expect(parsed.error?.issues.map(({ path }) => path)).toEqual([["list", 1, "id"]]);
  });
});

describe("a panel's text", () => {
  it.each([
    ["plain, with\ttab and\nlines", "plain, with\ttab and\nlines"],
    ["стойка 7 – Ünïcode 👩‍🔧", "стойка 7 – Ünïcode 👩‍🔧"],
    ["a\u202Eb\u2069c\u061Cd", "a⟨U+202E⟩b⟨U+2069⟩c⟨U+061C⟩d"],
    ["\u0000\u001B[2J\u007F\u0085", "⟨U+0000⟩⟨U+001B⟩[2J⟨U+007F⟩⟨U+0085⟩"],
    ["\uFEFF\u2028\u{E0041}", "⟨U+FEFF⟩⟨U+2028⟩⟨U+E0041⟩"],
    ["half \uD800.", "half ⟨U+D800⟩."],
  ])("%j is shown as %j", (text, shown) => {
    expect(toPlainText(text)).toBe(shown);
  });

  it("is cut when nobody could read it any more", () => {
    expect(toPlainText("x".repeat(1_000_000))).toHaveLength(65_537);
  });

  it("holds no secret in any of the forms in which a panel repeats it", () => {
    const secret = 'p&<"/+ ä';
    const conceal = concealing([secret]);
    const form = new URLSearchParams({ password: secret }).toString();
    const basic = Buffer.from(secret).toString("base64");
    const words = `${form} ${encodeURIComponent(secret)} ${JSON.stringify({ secret })} p&amp;&lt;&quot;/+ ä ${basic}`;
    expect(conceal(words)).toBe('password=… … {"secret":"…"} … …');
  });
});
