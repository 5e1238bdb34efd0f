import { deflateSync } from "node:zlib";

/** Writes a PDF from the front to the back: only where the objects lie is kept [ISO 32000-1, 7.5]. */
export interface PdfFile {
  /** A number for an object that is written later. */
  reserve(): number;
  object(id: number, body: string): void;
  stream(id: number, dictionary: string, data: Uint8Array): void;
  /** The bytes since the last time. */
  take(): Buffer;
  /** Cross-reference table and trailer. */
  end(catalog: number, information: number): void;
}

export function createPdfFile(): PdfFile {
  const offsets: number[] = [];
  let written = 0;
  let pieces: Buffer[] = [];
  const write = (piece: Buffer | string): void => {
    const bytes = typeof piece === "string" ? Buffer.from(piece, "latin1") : piece;
    pieces.push(bytes);
    written += bytes.length;
  };
  // The four high bytes tell programs that move files about that this is not text.
  write("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
  const begin = (id: number): void => {
    offsets[id - 1] = written;
    write(`${id} 0 obj\n`);
  };
  return {
    reserve: () => offsets.push(0),
    object: (id, body) => {
      begin(id);
      write(`${body}\nendobj\n`);
    },
    stream: (id, dictionary, data) => {
      const packed = deflateSync(data);
      begin(id);
      write(`<<${dictionary}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`);
      write(packed);
      write("\nendstream\nendobj\n");
    },
    take: () => {
      const taken = Buffer.concat(pieces);
      pieces = [];
      return taken;
    },
    end: (catalog, information) => {
      const start = written;
      const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
      write(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${entries}`);
      write(`trailer\n<</Size ${offsets.length + 1}/Root ${catalog} 0 R/Info ${information} 0 R>>\n`);
      write(`startxref\n${start}\n%%EOF\n`);
    },
  };
}
