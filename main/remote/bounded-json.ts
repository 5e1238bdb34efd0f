export interface JsonLimits {
  readonly depth: number;
  /** Lists, records and what stands between their commas. */
  readonly values: number;
}

/** Far above a list of 15,000 servers, which has some 2 million values four levels deep. Descriptions of an interface are the deepest. */
const defaultLimits: JsonLimits = { depth: 64, values: 6_000_000 };

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const listStart = 0x5b;
const listEnd = 0x5d;
const recordStart = 0x7b;
const recordEnd = 0x7d;

/** A text that is not taken as JSON. The message is of our own making and quotes nothing. */
export class JsonFault extends Error {
  override readonly name = "JsonFault";
}

/**
 * Reads JSON from somebody one does not know. The limits are held before anything is built: a few megabytes of brackets would become gigabytes.
 *
 * @throws JsonFault
 */
export function parseBoundedJson(text: string, limits: JsonLimits = defaultLimits): unknown {
  measure(text, limits);
  try {
    return JSON.parse(text);
  } catch {
    // Without the parser's own error as cause: it quotes the text.
    throw new JsonFault("it is not well-formed");
  }
}

function measure(text: string, limits: JsonLimits): void {
  let depth = 0;
  let values = 1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    else if (code === comma) values += 1;
    else if (code === listStart || code === recordStart) {
      depth += 1;
      values += 1;
      if (depth > limits.depth) throw new JsonFault("it is nested too deep");
    } else if (code === listEnd || code === recordEnd) depth -= 1;
    if (values > limits.values) throw new JsonFault("it has too many values");
  }
}

/** Where the text that begins at `start` ends: at the next quote before which stands an even number of backslashes. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === backslash) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}
