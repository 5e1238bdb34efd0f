import { describe, expect, it } from "vitest";
import { element, fields, withoutElements, writeDocument } from "../../simulator/dsmanager/xml";

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

describe("XML of the simulated panel", () => {
  it("escapes text and attributes and drops what XML cannot hold", () => {
    const text = writeDocument([element("name", 'a<b>&"c"\u0000\u000b\uffff', { key: '"<&>' })]);
    expect(text).toBe(`${declaration}<doc><name key="&quot;&lt;&amp;&gt;">a&lt;b&gt;&amp;&quot;c&quot;</name></doc>`);
  });

  it("writes letters of every script as they are", () => {
    expect(writeDocument([element("name", "сервер 服 🖥")])).toContain("<name>сервер 服 🖥</name>");
  });

  it("writes true as an empty element and leaves false and null out", () => {
    const row = { id: 7, owner: "", on: true, off: false, none: null };
    expect(writeDocument(fields(row))).toBe(`${declaration}<doc><id>7</id><owner/><on/></doc>`);
  });

  it("loses elements by their whole name", () => {
    const text = '<a><ip>1</ip><ip x="2"/><ipmi>3</ipmi></a>';
    expect(withoutElements(text, ["ip"])).toBe("<a><ipmi>3</ipmi></a>");
  });
});
