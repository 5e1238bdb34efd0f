import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseXml, XmlFault, type XmlElement } from "../../../main/remote/dsmanager/xml";

const limits = { characters: 2_000_000, depth: 32, nodes: 10_000 };

async function faultOf(text: string): Promise<string> {
  const outcome = await parseXml(text, limits).then(
    () => "taken",
    (error: unknown) => (error instanceof XmlFault ? error.message : `other: ${String(error)}`),
  );
  return outcome;
}

const billionLaughs = `<?xml version="1.0"?><!DOCTYPE doc [<!ENTITY a "ha">${Array.from(
  { length: 9 },
  (_, round) =>
    `<!ENTITY a${String(round)} "&a${round === 0 ? "" : String(round - 1)};&a${round === 0 ? "" : String(round - 1)};">`,
).join("")}]><doc>&a8;</doc>`;

describe("reading XML", () => {
  it("gives elements with their attributes, text and children", async () => {
    const root = await parseXml(
      '<?xml version="1.0" encoding="UTF-8"?>\n<doc lang="en"><elem><id>7</id><owner/><name>a &lt;b&gt; &#x44f;</name></elem><!-- aside --></doc>',
    );
    expect(root).toEqual({
      name: "doc",
      attributes: { lang: "en" },
      text: "",
      children: [
        {
          name: "elem",
          attributes: {},
          text: "",
          children: [
            { name: "id", attributes: {}, text: "7", children: [] },
            { name: "owner", attributes: {}, text: "", children: [] },
            { name: "name", attributes: {}, text: "a <b> я", children: [] },
          ],
        },
      ],
    });
  });

  it("joins text and CDATA of one element", async () => {
    expect((await parseXml("<doc>one <![CDATA[<two>]]> three</doc>")).text).toBe("one <two> three");
  });

  it("keeps a text that is longer than the parser's own buffer", async () => {
    const long = "я".repeat(300_000);
    expect((await parseXml(`<doc><notes>${long}</notes></doc>`)).children[0]?.text).toBe(long);
  });

  it.each([
    ["entities that multiply", billionLaughs, "it declares a document type"],
    [
      "an entity from outside",
      '<!DOCTYPE doc [<!ENTITY x SYSTEM "file:///etc/passwd">]><doc>&x;</doc>',
      "it declares a document type",
    ],
    [
      "a document type from outside",
      '<!DOCTYPE doc SYSTEM "http://127.0.0.1:9/evil.dtd"><doc/>',
      "it declares a document type",
    ],
    ["a document type without end", `<!DOCTYPE ${"x".repeat(500_000)}`, "it is not well-formed"],
    ["an entity that nobody declared", "<doc>&nbsp;</doc>", "it is not well-formed"],
    ["a cut document", "<doc><elem><id>7</id>", "it is not well-formed"],
    ["a document cut inside a tag", "<doc><elem><id>7</i", "it is not well-formed"],
    ["crossed elements", "<doc><a><b></a></b></doc>", "it is not well-formed"],
    ["a second root", "<doc/><doc/>", "it has more than one root"],
    ["text behind the root", "<doc/>and more", "it is not well-formed"],
    ["nothing", "", "it is empty"],
    ["JSON", '{"doc":{}}', "it is not well-formed"],
    ["a page of HTML", "<!DOCTYPE html><html><br></html>", "it declares a document type"],
    ["an attribute that stands in the way of the parser", '<doc hasOwnProperty="1" b="2"/>', "it is not well-formed"],
    ["another encoding by its own word", '<?xml version="1.0" encoding="windows-1251"?><doc/>', "it is not in UTF-8"],
    ["bytes that are no UTF-8", `<doc>${Buffer.from([0xcf, 0xf0, 0xe8]).toString("utf8")}</doc>`, "it is not in UTF-8"],
  ])("refuses %s", async (_, text, fault) => {
    expect(await faultOf(text)).toBe(fault);
  });

  it("refuses what is nested deeper than the limit, and takes what is not", async () => {
    const nested = (depth: number) => "<a>".repeat(depth) + "</a>".repeat(depth);
    expect(await faultOf(nested(32))).toBe("taken");
    expect(await faultOf(nested(33))).toBe("it is nested too deep");
    expect(await faultOf("<a>".repeat(10_000))).toBe("it is nested too deep");
  });

  it("refuses more elements and attributes than the limit", async () => {
    expect(await faultOf(`<doc>${"<a/>".repeat(9_999)}</doc>`)).toBe("taken");
    expect(await faultOf(`<doc>${"<a/>".repeat(10_000)}</doc>`)).toBe("it has too many elements");
    const attributes = Array.from({ length: 10_000 }, (_, place) => `a${String(place)}=""`).join(" ");
    expect(await faultOf(`<doc ${attributes}/>`)).toBe("it has too many elements");
  });

  it("refuses what is longer than the limit before looking at it", async () => {
    expect(await faultOf("<".repeat(2_000_001))).toBe("it is too long");
  });

  it("lets other work go on while it reads a long list", async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 0);
    await parseXml(`<doc>${"<elem><id>1</id></elem>".repeat(100_000)}</doc>`);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(2);
  });

  it("quotes nothing of the document in its message", async () => {
    expect(await faultOf("<doc><secretword></doc>")).not.toContain("secretword");
  });
});

const nameOf = fc.constantFrom("a", "elem", "id", "x.y", "__proto__", "constructor", "имя");
const textOf = fc
  .string({ unit: "grapheme", maxLength: 20 })
  .filter((text) => /^[^\p{Cc}\p{Cs}\uFFFD-\uFFFF]*$/u.test(text));
const treeOf = (depth: number): fc.Arbitrary<XmlElement> =>
  fc.record({
    name: nameOf,
    attributes: fc.dictionary(fc.constantFrom("b", "type", "имя"), textOf, { noNullPrototype: true }),
    text: textOf,
    children: depth === 0 ? fc.constant([]) : fc.array(treeOf(depth - 1), { maxLength: 3 }),
  });
const tree = treeOf(3);

const escape = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;").replaceAll("]]>", "]]&gt;");
function write({ name, attributes, text, children }: XmlElement): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`);
  return `<${name}${pairs.join("")}>${escape(text)}${children.map(write).join("")}</${name}>`;
}

describe("any document", () => {
  it("comes out as it was written", async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (element) => {
        expect(await parseXml(write(element))).toEqual(element);
      }),
    );
  });

  it("that is cut anywhere is refused", async () => {
    await fc.assert(
      fc.asyncProperty(tree, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), async (element, share) => {
        const text = write(element);
        await expect(parseXml(text.slice(0, Math.floor(text.length * share)))).rejects.toBeInstanceOf(XmlFault);
      }),
    );
  });

  it("or noise ends in an element or an XmlFault", async () => {
    const noise = fc.array(
      fc.constantFrom(
        "<",
        ">",
        "/",
        "&",
        ";",
        "!",
        "?",
        "[",
        "]",
        '"',
        "=",
        " ",
        "a",
        "doc",
        "<!--",
        "<![CDATA[",
        "<!DOCTYPE",
      ),
    );
    await fc.assert(
      fc.asyncProperty(noise, async (parts) => {
        const outcome: unknown = await parseXml(parts.join("")).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(XmlFault);
      }),
    );
  });
});
