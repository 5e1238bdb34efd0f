import { PNG } from "pngjs";
import { ready } from "zpl-renderer-js";
import type { Picture } from "./picture";

/** What a Zebra printer would print, by zpl-renderer-js, which shares nothing with the press. */
export async function readZpl(
  zpl: string,
  size: { readonly width: number; readonly height: number },
  scale: number,
): Promise<Picture> {
  const { api } = await ready;
  const png = PNG.sync.read(Buffer.from(await api.zplToBase64Async(zpl, size.width, size.height, scale), "base64"));
  return fromPng(png, scale);
}

/** Pictures that the press itself makes. */
export function readPng(bytes: Uint8Array, scale: number): Picture {
  return fromPng(PNG.sync.read(Buffer.from(bytes)), scale);
}

function fromPng(png: { width: number; height: number; data: Buffer }, scale: number): Picture {
  const data = new Uint8Array(png.width * png.height);
  for (let place = 0; place < data.length; place += 1)
    data[place] = (png.data[place * 4 + 3] ?? 0) < 128 ? 255 : (png.data[place * 4] ?? 255);
  return { width: png.width, height: png.height, data, scale, x: 0, y: 0 };
}
