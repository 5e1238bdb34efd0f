/** One attribute to be sent; the kinds are the value tags of RFC 8010, section 3.5.2. */
export interface IppAttribute {
  readonly kind: keyof typeof valueTags;
  readonly name: string;
  readonly values: readonly (string | number)[];
}

export interface IppAnswer {
  /** Below 0x100 it was carried out. */
  readonly status: number;
  /** Values by name, of all groups together; what is neither number, boolean nor text is left out. */
  readonly attributes: ReadonlyMap<string, readonly (string | number | boolean)[]>;
}

export class IppSyntaxError extends Error {
  override readonly name = "IppSyntaxError";
}

const valueTags = {
  integer: 0x21,
  boolean: 0x22,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mimeType: 0x49,
} as const;
const operationGroup = 0x01;
const endOfAttributes = 0x03;

/** A request up to the document that may follow it: IPP/2.0, one group of operation attributes. */
export function encodeRequest(operation: number, requestId: number, attributes: readonly IppAttribute[]): Uint8Array {
  const head = Buffer.alloc(9);
  head.writeUInt16BE(0x0200, 0);
  head.writeUInt16BE(operation, 2);
  head.writeUInt32BE(requestId, 4);
  head[8] = operationGroup;
  return Buffer.concat([head, ...attributes.flatMap(encodeAttribute), Buffer.from([endOfAttributes])]);
}

/** Further values of an attribute have an empty name. */
function encodeAttribute({ kind, name, values }: IppAttribute): Buffer[] {
  return values.map((value, index) =>
    Buffer.concat([Buffer.from([valueTags[kind]]), withLength(index === 0 ? name : ""), encodeValue(kind, value)]),
  );
}

function encodeValue(kind: IppAttribute["kind"], value: string | number): Buffer {
  if (typeof value === "string") return withLength(value);
  const isByte = kind === "boolean";
  const bytes = Buffer.alloc(isByte ? 3 : 6);
  bytes.writeUInt16BE(bytes.length - 2, 0);
  if (isByte) bytes.writeUInt8(value, 2);
  else bytes.writeInt32BE(value, 2);
  return bytes;
}

function withLength(text: string): Buffer {
  const bytes = Buffer.from(text, "utf8");
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** Throws IppSyntaxError when the bytes are no whole answer. */
export function decodeAnswer(bytes: Buffer): IppAnswer {
  const attributes = new Map<string, (string | number | boolean)[]>();
  try {
    const status = bytes.readUInt16BE(2);
    let at = 8;
    let current: (string | number | boolean)[] = [];
    for (let tag = bytes.readUInt8(at); tag !== endOfAttributes; tag = bytes.readUInt8(at)) {
      at += 1;
      // Tags below 0x10 begin a group.
      if (tag < 0x10) continue;
      const nameLength = bytes.readUInt16BE(at);
      const name = bytes.toString("utf8", at + 2, at + 2 + nameLength);
      at += 2 + nameLength;
      const valueLength = bytes.readUInt16BE(at);
      const value = bytes.subarray(at + 2, at + 2 + valueLength);
      at += 2 + valueLength;
      if (nameLength > 0) {
        current = [];
        attributes.set(name, current);
      }
      const decoded = decodeValue(tag, value);
      if (decoded !== undefined) current.push(decoded);
    }
    return { status, attributes };
  } catch (error) {
    throw new IppSyntaxError("The printer's answer is not IPP", { cause: error });
  }
}

function decodeValue(tag: number, value: Buffer): string | number | boolean | undefined {
  if (tag === 0x21 || tag === 0x23) return value.readInt32BE(0);
  if (tag === 0x22) return value.readUInt8(0) !== 0;
  return tag >= 0x40 && tag <= 0x49 ? value.toString("utf8") : undefined;
}
