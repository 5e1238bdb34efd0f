/** One page of a raster job, as the printer understands it. */
export interface RasterPage {
  readonly media: { readonly kind: number; readonly width: number; readonly length: number } | undefined;
  readonly announcedRows: number;
  readonly isFirst: boolean;
  readonly cuts: boolean;
  readonly margin: number;
  /** Bytes of pins, one array for each line that is fed; the first pin in the highest bit. */
  readonly rows: readonly Uint8Array[];
  readonly isLast: boolean;
}

interface State {
  media: RasterPage["media"];
  announcedRows: number;
  isFirst: boolean;
  cuts: boolean;
  margin: number;
  isPacked: boolean;
  rows: Uint8Array[];
}

/**
 * Reads Brother's raster language, QL and P-touch, from the protocol and not from the press: throws at whatever no printer would understand.
 */
export function readBrother(bytes: Uint8Array, rowBytes: number): readonly RasterPage[] {
  const pages: RasterPage[] = [];
  const state: State = {
    media: undefined,
    announcedRows: 0,
    isFirst: true,
    cuts: false,
    margin: 0,
    isPacked: false,
    rows: [],
  };
  let at = 0;
  const next = (): number => {
    const byte = bytes[at++];
    if (byte === undefined) throw new Error("The job ends within a command");
    return byte;
  };
  const many = (count: number): readonly number[] => Array.from({ length: count }, next);
  const row = (count: number): void => {
    const data = many(count);
    const unpacked = state.isPacked ? unpack(data) : data;
    if (unpacked.length !== rowBytes)
      throw new Error(`A row has ${String(unpacked.length)} bytes instead of ${String(rowBytes)}`);
    state.rows.push(Uint8Array.from(unpacked));
  };
  const endPage = (isLast: boolean): void => {
    pages.push({ ...state, isLast });
    state.rows = [];
  };
  while (at < bytes.length) {
    const command = next();
    if (command === 0x00) continue;
    else if (command === 0x1b) readEscape(next, many, state);
    else if (command === 0x4d) state.isPacked = next() === 2;
    else if (command === 0x67) {
      if (next() !== 0) throw new Error("A raster row of the QL begins with g and 0");
      row(next());
    } else if (command === 0x47) {
      const low = next();
      row(low + next() * 256);
    } else if (command === 0x5a) {
      if (!state.isPacked) throw new Error("Z is only known while rows are packed");
      state.rows.push(new Uint8Array(rowBytes));
    } else if (command === 0x0c) endPage(false);
    else if (command === 0x1a) endPage(true);
    else throw new Error(`Unknown command 0x${command.toString(16)} at ${String(at - 1)}`);
  }
  return pages;
}

function readEscape(next: () => number, many: (count: number) => readonly number[], state: State): void {
  const second = next();
  if (second === 0x40) {
    state.isPacked = false;
    return;
  }
  if (second !== 0x69) throw new Error(`Unknown command ESC 0x${second.toString(16)}`);
  const letter = String.fromCharCode(next());
  switch (letter) {
    case "a":
      if (next() !== 1) throw new Error("Another mode than raster");
      return;
    case "z": {
      const [, kind = 0, width = 0, length = 0, first = 0, second = 0, third = 0, fourth = 0, page = 0] = many(10);
      state.media = { kind, width, length };
      state.announcedRows = first + second * 2 ** 8 + third * 2 ** 16 + fourth * 2 ** 24;
      state.isFirst = page === 0;
      return;
    }
    case "M":
      state.cuts = (next() & 0x40) !== 0;
      return;
    case "A":
    case "K":
      next();
      return;
    case "d": {
      const [low = 0, high = 0] = many(2);
      state.margin = low + high * 256;
      return;
    }
    default:
      throw new Error(`Unknown command ESC i ${letter}`);
  }
}

function unpack(data: readonly number[]): readonly number[] {
  const bytes: number[] = [];
  for (let at = 0; at < data.length;) {
    const count = data[at] ?? 0;
    if (count < 128) bytes.push(...data.slice(at + 1, at + 2 + count));
    else bytes.push(...new Array<number>(257 - count).fill(data[at + 1] ?? 0));
    at += count < 128 ? count + 2 : 2;
  }
  return bytes;
}
