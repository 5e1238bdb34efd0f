import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packBits } from "../../main/labels/outputs/brother/pack-bits";
import { escapeField } from "../../main/labels/outputs/zpl/escape-field";
import { createLabelPress } from "../../main/labels/press";
import { sampleValues } from "../../main/labels/templates/sample-values";
import { bestTemplate, codeElement, pdf, print, pt, ql, stockOf, templateOf, zebra } from "./one-label";
import { readBrother } from "./verify/read-brother";
import { readCodes } from "./verify/read-code";
import { readPdf, readPdfText } from "./verify/read-pdf";
import { readZpl } from "./verify/read-zpl";

const press = createLabelPress();
const server = sampleValues("server");

describe("ZPL", () => {
  test("field data never holds what could begin a command", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(escapeField(text)).toMatch(/^([ -[\]`-}]|_[0-9A-F]{2})*$/);
      }),
      { numRuns: 50 },
    );
  });

  test("whatever a code carries comes back from an independent renderer", { timeout: 120_000 }, async () => {
    const stock = stockOf("zebra-4x1in");
    const template = templateOf(99, 20, codeElement({ symbology: "code128", width: 99, height: 18 }));
    const hostile = fc.constantFrom("^XZ^XA", "~JR", "\\&", "_5E", "a>b>;c", ">!", "A,B:C", "^FS^FO0,0");
    await fc.assert(
      fc.asyncProperty(fc.oneof(hostile, fc.stringMatching(/^[!-~]{1,9}$/)), async (id) => {
        const zpl = (await print(press, { template, stock, device: zebra, values: [{ id }] })).toString("latin1");
        expect(zpl).toMatch(/\^BCN|\^GFA/);
        const codes = await readCodes(await readZpl(zpl, { width: 101.6, height: 25.4 }, 8));
        expect(codes.map(({ text }) => text)).toEqual([id]);
      }),
      { numRuns: 12 },
    );
  });

  test("says size, character set, count and how large a module is", async () => {
    const stock = stockOf("zebra-2x1in");
    const zpl = (
      await print(press, { template: bestTemplate(stock, "server"), stock, device: zebra, values: [server] })
    ).toString("latin1");

    expect(zpl).toMatch(/^\^XA\^CI28.*\^PW406\^LL203\n/);
    expect(zpl).toMatch(/\^BQN,2,5,H,7\^FH_\^FDHM,AS7K3MQ94\^FS/);
    expect(zpl).toMatch(/\^PQ1,0,0,N\^XZ\n$/);
  });
});

describe("Brother raster", () => {
  test("packed bytes unpack to what they were", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 90, maxLength: 90 }), fc.nat(90), (row, blank) => {
        row.fill(0, 0, blank);
        const job = Buffer.concat([Buffer.from([0x4d, 0x02]), raster(packBits(row)), Buffer.from([0x1a])]);
        expect(Buffer.from(readBrother(job, 90)[0]?.rows[0] ?? [])).toEqual(Buffer.from(row));
      }),
    );
  });

  test("tells the printer its media, and feeds out only the last label", async () => {
    const stock = stockOf("DK-11209");
    const job = await print(press, {
      template: bestTemplate(stock, "server"),
      stock,
      device: ql,
      values: [server, server, server],
    });
    const pages = readBrother(job, 90);

    expect(pages.map(({ isFirst, isLast }) => [isFirst, isLast])).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ]);
    expect(pages[0]).toMatchObject({
      media: { kind: 0x0b, width: 62, length: 29 },
      announcedRows: 271,
      cuts: true,
      margin: 0,
    });
  });

  test("has on the pins of narrow tape what the maker's table says, and is packed, because some do not cut otherwise", async () => {
    const stock = stockOf("TZe-231");
    const job = await print(press, { template: bestTemplate(stock, "server"), stock, device: pt, values: [server] });
    const [page] = readBrother(job, 16);
    const pins = new Set(
      (page?.rows ?? []).flatMap((row) =>
        [...row].flatMap((byte, place) =>
          [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => (byte & (0x80 >> bit)) !== 0).map((bit) => place * 8 + bit),
        ),
      ),
    );

    expect(Math.min(...pins)).toBeGreaterThanOrEqual(29);
    expect(Math.max(...pins)).toBeLessThan(29 + 70);
    expect(job.includes(Buffer.from([0x4d, 0x02]))).toBe(true);
  });

  test("differs by model where models differ", async () => {
    const stock = stockOf("DK-11209");
    const jobFor = (model: string) =>
      print(press, { template: bestTemplate(stock, "server"), stock, device: { ...ql, model }, values: [server] });
    const packing = Buffer.from([0x4d, 0x02]);
    const modes = Buffer.from([0x1b, 0x69, 0x61, 0x01]);

    expect((await jobFor("QL-800")).includes(packing)).toBe(false);
    expect((await jobFor("QL-820NWB")).includes(packing)).toBe(true);
    expect((await jobFor("QL-700")).includes(modes)).toBe(false);
    expect((await jobFor("")).includes(modes)).toBe(true);
  });
});

describe("PDF", () => {
  test("of a roll has a page of exact size for each label, and its text can be searched", async () => {
    const stock = stockOf("DK-11209");
    const bytes = await print(press, {
      template: bestTemplate(stock, "server"),
      stock,
      device: pdf,
      values: [server, { ...server, name: "сервер-2" }],
    });
    const pages = await readPdf(bytes);

    expect(pages.map(({ width, height }) => [width, height])).toEqual([
      [733, 343],
      [733, 343],
    ]);
    expect(await readPdfText(bytes)).toMatch(/srv-b12-07[\s\S]*сервер-2/);
  });

  test("of a part-used sheet begins at the first free label and goes on on the next page", async () => {
    const stock = stockOf("avery-l7160");
    const pieces: Uint8Array[] = [];
    const labels: number[] = [];
    const values = Array.from({ length: 5 }, () => server);
    for await (const piece of press.run({
      template: bestTemplate(stock, "server"),
      stock,
      device: pdf,
      values,
      startPosition: 19,
    })) {
      pieces.push(piece.bytes);
      labels.push(piece.labels);
    }
    const pages = await readPdf(Buffer.concat(pieces));

    expect(pages).toHaveLength(2);
    expect(labels).toEqual([0, 2, 5]);
  });
});

test("a run ends early, without an error, when the signal says so", async () => {
  const stock = stockOf("zebra-2x1in");
  const stop = new AbortController();
  let labels = 0;
  const run = {
    template: bestTemplate(stock, "server"),
    stock,
    device: zebra,
    values: Array.from({ length: 50 }, () => server),
    startPosition: 0,
  };
  for await (const piece of press.run({ ...run, signal: stop.signal })) {
    labels = piece.labels;
    if (labels === 3) stop.abort();
  }

  expect(labels).toBe(3);
});

function raster(data: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([0x67, 0x00, data.length]), data]);
}
