import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Symbology } from "../../main/contract/shapes/label";
import { encodeCode } from "../../main/labels/codes/encode-code";
import type { CodeSymbol } from "../../main/labels/codes/symbol";
import type { Picture } from "./verify/picture";
import { readCodes } from "./verify/read-code";

function encode(symbology: Symbology, content: string): CodeSymbol {
  const symbol = encodeCode(symbology, content);
  if ("problem" in symbol) throw new Error(symbol.problem);
  return symbol;
}

/** Four dots a module, with the quiet zone around. */
function draw({ columns, rows, dark, quiet }: CodeSymbol): Picture {
  const module = 4;
  const rowHeight = rows === 1 ? 80 : module;
  const [left, top] = [(quiet.x + 1) * module, (quiet.y + 1) * module];
  const [width, height] = [columns * module + 2 * left, rows * rowHeight + 2 * top];
  const data = new Uint8Array(width * height).fill(255);
  for (const [column, row, length] of dark)
    for (let y = 0; y < rowHeight; y += 1) {
      const start = (top + row * rowHeight + y) * width + left + column * module;
      data.fill(0, start, start + length * module);
    }
  return { width, height, data, scale: 8, x: 0, y: 0 };
}

async function readBack(symbology: Symbology, content: string): Promise<readonly string[]> {
  const codes = await readCodes(draw(encode(symbology, content)));
  return codes.filter((code) => code.symbology === symbology).map(({ text }) => text);
}

const plain = fc.stringMatching(/^[ -~]{0,24}[!-~]$/);
const anything = fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }).filter((text) => text.trim() === text);

describe("an independent reader reads back", () => {
  test("whatever ASCII Code 128 is given", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(plain, async (text) => {
        expect(await readBack("code128", text)).toEqual([text]);
      }),
      { numRuns: 60 },
    );
  });

  test.each(["qr", "data-matrix"] as const)("whatever text a %s is given", { timeout: 120_000 }, async (symbology) => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(plain, anything), async (text) => {
        expect(await readBack(symbology, text)).toEqual([text]);
      }),
      { numRuns: 60 },
    );
  });

  test("ids of every length in a Data Matrix of every size", { timeout: 120_000 }, async () => {
    for (const length of [1, 2, 3, 4, 5, 8, 11, 12, 13, 20, 33, 62, 90, 150, 200, 250, 300, 420, 500]) {
      const id = "S7K3MQ94AB".repeat(50).slice(0, length);
      expect(await readBack("data-matrix", id), id).toEqual([id]);
    }
  });
});

test("twenty capitals and digits fit the smallest QR code with a sixth of it to spare for damage", () => {
  const symbol = encode("qr", "S7K3MQ94AB1234567890");

  expect(symbol.columns).toBe(21);
  expect(symbol.recipe).toMatchObject({ level: "M", mode: "A" });
});

test("a short id has the best error correction that its size holds", () => {
  expect(encode("qr", "S7K3MQ94").recipe).toMatchObject({ level: "H" });
  expect(encode("qr", "S7K3MQ94").columns).toBe(21);
});

test("digits take half the room in Code 128", () => {
  expect(encode("code128", "12345678").columns).toBe(encode("code128", "ABCD").columns);
});

test("an id takes a smaller Data Matrix when its capitals are packed", () => {
  expect(encode("data-matrix", "ABCDEFGHI").columns).toBe(14);
});

test("what Code 128 cannot hold is named", () => {
  expect(encodeCode("code128", "Щ1")).toEqual({ problem: expect.stringContaining("“Щ”") as string });
});
