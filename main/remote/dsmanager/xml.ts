import { setImmediate as breathe } from "node:timers/promises";
import sax from "sax";

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** All text directly inside, joined. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

interface OpenElement extends XmlElement {
  text: string;
  readonly children: XmlElement[];
}

export interface XmlLimits {
  readonly characters: number;
  readonly depth: number;
  /** Elements and attributes together. */
  readonly nodes: number;
}

/** Far above the list of a panel with 15,000 servers: about 10 million characters, 4 levels and 400,000 elements. */
const defaultLimits: XmlLimits = { characters: 48 * 1_048_576, depth: 32, nodes: 3_000_000 };

/** Below the parser's own limit for one name, attribute or comment, which it checks once a piece. */
const pieceLength = 32 * 1024;
const piecesBetweenBreaths = 16;
/** Newer than the type declarations: only the entities of XML itself are known, none of HTML. */
const parserOptions: sax.SAXOptions & { readonly strictEntities: boolean } = { strictEntities: true, position: true };

/** A text that is not taken as XML. The message is of our own making and quotes nothing. */
export class XmlFault extends Error {
  override readonly name = "XmlFault";
}

/**
 * Reads a document to its end. There are no entities but the five of XML itself, no document type, nothing is fetched; the limits
 * hold while it is read. Other work gets its turn in between, because a long list takes a second.
 *
 * @throws XmlFault
 */
export async function parseXml(text: string, limits: XmlLimits = defaultLimits): Promise<XmlElement> {
  if (text.length > limits.characters) throw new XmlFault("it is too long");
  if (text.includes("\uFFFD")) throw new XmlFault("it is not in UTF-8");
  const reading = startReading(limits);
  try {
    for (let start = 0, piece = 1; start < text.length; start += pieceLength, piece += 1) {
      reading.write(text.slice(start, start + pieceLength));
      if (piece % piecesBetweenBreaths === 0) await breathe();
    }
    return reading.end();
  } catch (error) {
    // The parser's own errors quote the text.
    throw error instanceof XmlFault ? error : new XmlFault("it is not well-formed");
  }
}

interface Reading {
  write(piece: string): void;
  end(): XmlElement;
}

function startReading(limits: XmlLimits): Reading {
  const parser = sax.parser(true, parserOptions);
  const open: OpenElement[] = [];
  let root: XmlElement | null = null;
  let nodes = 0;

  const count = (): void => {
    nodes += 1;
    if (nodes > limits.nodes) throw new XmlFault("it has too many elements");
  };
  const addText = (text: string): void => {
    const inner = open.at(-1);
    if (inner) inner.text += text;
  };

  parser.onerror = () => {
    throw new XmlFault("it is not well-formed");
  };
  parser.ondoctype = () => {
    throw new XmlFault("it declares a document type");
  };
  parser.onprocessinginstruction = ({ name, body }) => {
    const [, encoding] = /encoding\s*=\s*["']([^"']*)["']/i.exec(body) ?? [];
    if (name.toLowerCase() === "xml" && encoding !== undefined && !/^(utf-8|us-ascii)$/i.test(encoding)) {
      throw new XmlFault("it is not in UTF-8");
    }
  };
  parser.onattribute = count;
  parser.onopentag = ({ name, attributes }) => {
    count();
    if (open.length >= limits.depth) throw new XmlFault("it is nested too deep");
    if (root) throw new XmlFault("it has more than one root");
    open.push({ name, attributes: toTexts(attributes), text: "", children: [] });
  };
  parser.onclosetag = () => {
    const closed = open.pop();
    const outer = open.at(-1);
    if (closed && outer) outer.children.push(closed);
    else if (closed) root = closed;
  };
  parser.ontext = addText;
  parser.oncdata = addText;

  return {
    write: (piece) => void parser.write(piece),
    end() {
      parser.close();
      if (!root) throw new XmlFault("it is empty");
      return root;
    },
  };
}

function toTexts(attributes: Readonly<Record<string, string | { readonly value: string }>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, typeof value === "string" ? value : value.value]),
  );
}
