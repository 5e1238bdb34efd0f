import { unpackBits } from "./pack-bits";

/** What the job says of its media; what it does not say is undefined. */
export interface MediaDemand {
  readonly type: number | undefined;
  readonly width: number | undefined;
  readonly length: number | undefined;
}

export type RasterCommand =
  | { readonly type: "initialize" }
  | { readonly type: "status-request" }
  | { readonly type: "media"; readonly demand: MediaDemand; readonly rows: number }
  | { readonly type: "notify"; readonly isOn: boolean }
  | { readonly type: "margin"; readonly dots: number }
  /** One line across the head, a bit for each pin. */
  | { readonly type: "row"; readonly bits: Uint8Array }
  | { readonly type: "print"; readonly isLast: boolean }
  /** Understood, and without an effect on what is printed. */
  | { readonly type: "setting"; readonly name: string }
  | { readonly type: "unknown"; readonly byte: number };

const escape = 0x1b;

/** Takes the raster language of Brother's label printers apart as it arrives. `headBytes` are the bytes of a whole row. */
export function createRasterStream(headBytes: number): { hear(bytes: Uint8Array): readonly RasterCommand[] } {
  let rest = Buffer.alloc(0);
  let isCompressed = false;

  /** The command at `at` and where it ends; undefined when it is not whole yet. */
  function read(bytes: Buffer, at: number): { readonly command: RasterCommand; readonly end: number } | undefined {
    const take = (length: number): Buffer | undefined =>
      at + length <= bytes.length ? bytes.subarray(at, at + length) : undefined;
    switch (bytes[at]) {
      case escape:
        return readEscape(bytes, at);
      case 0x4d: {
        const mode = take(2)?.[1];
        if (mode === undefined) return undefined;
        isCompressed = mode === 2;
        return { command: { type: "setting", name: "compression" }, end: at + 2 };
      }
      case 0x5a:
        return { command: { type: "row", bits: new Uint8Array(headBytes) }, end: at + 1 };
      case 0x67: {
        const length = take(3)?.[2];
        return length === undefined ? undefined : row(bytes, at + 3, length);
      }
      case 0x47: {
        const length = take(3)?.readUInt16LE(1);
        return length === undefined ? undefined : row(bytes, at + 3, length);
      }
      case 0x0c:
      case 0x1a:
        return { command: { type: "print", isLast: bytes[at] === 0x1a }, end: at + 1 };
      default:
        return { command: { type: "unknown", byte: bytes[at] ?? 0 }, end: at + 1 };
    }
  }

  function row(bytes: Buffer, at: number, length: number): ReturnType<typeof read> {
    if (at + length > bytes.length) return undefined;
    const data = bytes.subarray(at, at + length);
    const bits = new Uint8Array(headBytes);
    bits.set((isCompressed ? unpackBits(data) : data).subarray(0, headBytes));
    return { command: { type: "row", bits }, end: at + length };
  }

  return {
    hear(bytes) {
      const commands: RasterCommand[] = [];
      const all = Buffer.concat([rest, bytes]);
      let at = 0;
      for (;;) {
        while (all[at] === 0) at += 1;
        const found = at < all.length ? read(all, at) : undefined;
        if (!found) break;
        commands.push(found.command);
        if (found.command.type === "initialize") isCompressed = false;
        at = found.end;
      }
      rest = Buffer.from(all.subarray(at));
      return commands;
    },
  };
}

/** Bytes that follow `ESC i` and the letter of the command. */
const settingLengths: ReadonlyMap<string, number> = new Map([
  ["a", 1],
  ["M", 1],
  ["A", 1],
  ["K", 1],
  ["D", 1],
  ["c", 5],
  ["U", 129],
  ["k", 3],
]);

function readEscape(bytes: Buffer, at: number): { readonly command: RasterCommand; readonly end: number } | undefined {
  if (at + 2 > bytes.length) return undefined;
  if (bytes[at + 1] === 0x40) return { command: { type: "initialize" }, end: at + 2 };
  if (bytes[at + 1] !== 0x69) return { command: { type: "unknown", byte: escape }, end: at + 1 };
  if (at + 3 > bytes.length) return undefined;
  const name = String.fromCharCode(bytes[at + 2] ?? 0);
  const body = at + 3;
  const whole = (length: number): Buffer | undefined =>
    body + length <= bytes.length ? bytes.subarray(body, body + length) : undefined;
  if (name === "S") return { command: { type: "status-request" }, end: body };
  if (name === "!") {
    const [mode] = whole(1) ?? [];
    return mode === undefined ? undefined : { command: { type: "notify", isOn: mode === 0 }, end: body + 1 };
  }
  if (name === "d") {
    const dots = whole(2)?.readUInt16LE(0);
    return dots === undefined ? undefined : { command: { type: "margin", dots }, end: body + 2 };
  }
  if (name === "z") {
    const facts = whole(10);
    return facts && { command: readMedia(facts), end: body + 10 };
  }
  const length = settingLengths.get(name);
  if (length === undefined) return { command: { type: "unknown", byte: escape }, end: body };
  return whole(length) && { command: { type: "setting", name }, end: body + length };
}

function readMedia(facts: Buffer): RasterCommand {
  const [flags = 0, type, width, length] = facts;
  const demand = {
    type: flags & 0x02 ? type : undefined,
    width: flags & 0x04 ? width : undefined,
    length: flags & 0x08 ? length : undefined,
  };
  return { type: "media", demand, rows: facts.readUInt32LE(4) };
}
