import { describe, expect, test } from "vitest";
import { stockShape } from "../../main/contract/shapes/label";
import { builtInStocks, findStockByMedia } from "../../main/labels/stock/built-in-stocks";
import { brotherQlStocks } from "../../main/labels/stock/brother-ql";
import { checkStock } from "../../main/labels/stock/check-stock";
import { stockOf } from "./one-label";

test("the table holds the 23 media of the QL printers and stock of every other family", () => {
  expect(brotherQlStocks).toHaveLength(23);
  expect(new Set(builtInStocks.map(({ family }) => family))).toEqual(
    new Set(["brother-ql", "brother-pt", "zebra", "dymo", "sheet"]),
  );
  expect(new Set(builtInStocks.map(({ id }) => id)).size).toBe(builtInStocks.length);
});

test("all stock of the table is well formed and passes its own check", () => {
  for (const stock of builtInStocks) {
    expect(stockShape.parse(stock)).toEqual(stock);
    expect(checkStock(stock), stock.name).toEqual([]);
  }
});

describe("stock is found by what a printer reports", () => {
  test.each([
    ["brother-ql", 62, 29, "DK-11209"],
    ["brother-ql", 62, 0, "DK-22205"],
    ["brother-ql", 102, 153, "DK-11241"],
    ["brother-pt", 24, 0, "TZe-251"],
    ["brother-pt", 4, 0, "TZe-N201"],
    ["brother-pt", 12, 0, "TZe-231"],
  ] as const)("%s %d × %d mm is %s", (family, width, length, code) => {
    expect(findStockByMedia(family, { width, length })?.code).toBe(code);
  });

  test("and is not guessed when nothing is near", () => {
    expect(findStockByMedia("brother-ql", { width: 70, length: 29 })).toBeUndefined();
  });
});

describe("stock of one's own is refused when", () => {
  const good = stockOf("avery-l7160");
  test.each([
    ["a continuous roll has a height", { form: "continuous", sheet: null } as const, "height"],
    ["a label has none", { height: null }, "height"],
    ["the margins leave nothing", { margins: { top: 1, right: 40, bottom: 1, left: 30 } }, "margins.left"],
    ["a sheet has no places", { sheet: null }, "sheet"],
    ["labels overlap", { sheet: { ...(good.sheet ?? never()), pitchX: 50 } }, "sheet.pitchX"],
    ["the last row is off the page", { sheet: { ...(good.sheet ?? never()), rows: 9 } }, "sheet.rows"],
    ["a round label is not round", { form: "round", sheet: null } as const, "height"],
  ])("%s", (_, change, path) => {
    expect(checkStock({ ...good, ...change }).map((issue) => issue.path)).toContain(path);
  });
});

function never(): never {
  throw new Error("The sheet is missing");
}
