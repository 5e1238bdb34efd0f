import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import type { Picture } from "./picture";

export interface ReadCode {
  readonly symbology: "qr" | "code128" | "data-matrix" | "other";
  readonly text: string;
  readonly isMirrored: boolean;
}

const symbologies: Readonly<Record<string, ReadCode["symbology"]>> = {
  QRCode: "qr",
  Code128: "code128",
  DataMatrix: "data-matrix",
};

// Without it the reader would fetch its code from the network.
const wasm = readFileSync(createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm"));
prepareZXingModule({
  overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length) },
});

/** All codes in a picture, by ZXing, which shares nothing with the press. */
export async function readCodes({ width, height, data }: Picture): Promise<readonly ReadCode[]> {
  const rgba = Uint32Array.from(data, (grey) => 0xff000000 + grey * 0x010101);
  const found = await readBarcodes(
    { data: new Uint8ClampedArray(rgba.buffer), width, height, colorSpace: "srgb" },
    { formats: ["QRCode", "Code128", "DataMatrix"], tryHarder: true, tryRotate: true, maxNumberOfSymbols: 4 },
  );
  return found
    .filter(({ isValid }) => isValid)
    .map(({ format, text, isMirrored }) => ({ symbology: symbologies[format] ?? "other", text, isMirrored }));
}
