/** An element; without content it is written as an empty one. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly XmlNode[];
}

export function element(
  name: string,
  content: string | number | readonly XmlNode[] = "",
  attributes: Readonly<Record<string, string>> = {},
): XmlNode {
  return { name, attributes, content: typeof content === "number" ? String(content) : content };
}

/** Fields in their order as elements: a text or a number, true as an empty element, false and null left out. */
export function fields(row: Fields): readonly XmlNode[] {
  return Object.entries(row).flatMap(([name, value]) => {
    if (value === false || value === null) return [];
    return [element(name, value === true ? "" : value)];
  });
}

export type Fields = Readonly<Record<string, string | number | boolean | null>>;

/** A whole document, `<doc>` around the nodes. */
export function writeDocument(nodes: readonly XmlNode[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(element("doc", nodes))}`;
}

/** The text without elements of these names. */
export function withoutElements(text: string, names: readonly string[]): string {
  return names.reduce(
    (left, name) => left.replace(new RegExp(`<${name}(?: [^>]*)?(?:/>|>[\\s\\S]*?</${name}>)`, "g"), ""),
    text,
  );
}

function write({ name, attributes, content }: XmlNode): string {
  const tag = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escape(value)}"`)].join(" ");
  if (content.length === 0) return `<${tag}/>`;
  const inner = typeof content === "string" ? escape(content) : content.map(write).join("");
  return `<${tag}>${inner}</${name}>`;
}

/** Control characters cannot stand in XML 1.0, not even escaped. */
function escape(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
