import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Drawing, LabelElement } from "../../main/contract/shapes/label";
import { fillContent } from "../../main/labels/layout/fill-content";
import { fits, placeTemplate } from "../../main/labels/layout/placement";
import { plainStock } from "../../main/labels/library";
import { createLabelPress } from "../../main/labels/press";
import { bestTemplate, codeElement, pdf, pt, ql, stockOf, templateOf, textElement, zebra } from "./one-label";

const press = createLabelPress();

function rules(drawing: Pick<Drawing, "remarks">): readonly string[] {
  return drawing.remarks.map(({ rule }) => rule);
}

/** Every point of a path and every corner of a rectangle. */
function pointsOf(drawing: Drawing): readonly (readonly [number, number])[] {
  return drawing.marks.flatMap((mark) => {
    if (mark.type === "bars")
      return mark.rectangles.flatMap(([x, y, width, height]) => [[x, y] as const, [x + width, y + height] as const]);
    const numbers = (mark.path.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
    return numbers.flatMap((x, place) => (place % 2 === 0 ? [[x, numbers[place + 1] ?? 0] as const] : []));
  });
}

describe("text", () => {
  test("stays as large as designed while it fits, and shrinks before it is wrapped or cut", () => {
    const template = templateOf(40, 10, textElement({ width: 40, height: 10, maximumLines: 2 }));
    const heightOf = (line1: string): number => {
      const points = pointsOf(press.draw({ template, stock: plainStock(template), device: pdf, values: { line1 } }));
      return Math.max(...points.map(([, y]) => y)) - Math.min(...points.map(([, y]) => y));
    };

    expect(heightOf("H")).toBeCloseTo(5 * 0.73, 0);
    expect(heightOf("HHHHHHHHHHHHH")).toBeLessThan(heightOf("H"));
    expect(heightOf("HHHH ".repeat(8))).toBeGreaterThan(heightOf("HHHHHHHHHHHHH"));
  });

  test("that does not fit at its smallest size is cut, and that is said", () => {
    const template = templateOf(40, 6, textElement());
    const drawing = press.draw({
      template,
      stock: plainStock(template),
      device: pdf,
      values: { line1: "W".repeat(500) },
    });

    expect(rules(drawing)).toEqual(["clipped-text"]);
    expect(drawing.remarks[0]?.elementId).toBe("text");
  });

  test("that nobody can read at arm's length is remarked", () => {
    const template = templateOf(40, 6, textElement({ size: 1.2, minimumSize: 1.2 }));

    expect(
      rules(press.draw({ template, stock: plainStock(template), device: pdf, values: { line1: "tiny" } })),
    ).toEqual(["small-text"]);
  });

  test("in a script that the type does not have is remarked, Cyrillic and Greek are not", () => {
    const template = templateOf(40, 6, textElement());
    const check = (line1: string) =>
      rules({ remarks: [...press.check({ template, stock: plainStock(template), device: pdf, values: { line1 } })] });

    expect(check("сервер Ωμέγα žšč")).toEqual([]);
    expect(check("机柜")).toEqual(["missing-glyph"]);
    expect(check("خادم")).toEqual(["missing-glyph"]);
  });

  test("of fields without a value leaves nothing behind", () => {
    expect(fillContent("S/N {serial}", {})).toBe("");
    expect(fillContent("{service} · {side}", { side: "rear" })).toBe("rear");
    expect(fillContent("{near} → {far}", { near: "A1", far: "B2" })).toBe("A1 → B2");
    expect(fillContent("{unknown} {name}", { name: "srv" })).toBe("{unknown} srv");
  });
});

test("whatever the text, nothing leaves what the printer can reach without a remark", { timeout: 120_000 }, () => {
  const labels = fc.constantFrom(
    { stock: stockOf("DK-11209"), device: ql },
    { stock: stockOf("TZe-251"), device: pt },
    { stock: stockOf("zebra-2x1in"), device: zebra },
    { stock: stockOf("avery-l7160"), device: pdf },
  );
  const rotation = fc.constantFrom<LabelElement["rotation"][]>(0, 90, 180, 270);
  fc.assert(
    fc.property(
      labels,
      fc.string({ unit: "grapheme", maxLength: 300 }),
      rotation,
      fc.nat(60),
      fc.nat(30),
      (label, text, turn, x, y) => {
        const template = templateOf(
          40,
          18,
          textElement({ x: x - 10, y: y - 10, rotation: turn, maximumLines: 3, content: text }),
          codeElement({ content: text, y: 2, height: 14 }),
        );
        const drawing = press.draw({ ...label, template, values: {} });
        const { area } = drawing;
        const isOut = pointsOf(drawing).some(
          ([px, py]) =>
            px < area.x - 0.3 || py < area.y - 0.3 || px > area.x + area.width + 0.3 || py > area.y + area.height + 0.3,
        );
        if (isOut) expect(rules(drawing)).toContain("outside");
      },
    ),
    { numRuns: 150 },
  );
});

describe("a code", () => {
  test("has modules of whole dots and edges on dots, at every resolution", () => {
    for (const dpi of [180, 203, 300, 600]) {
      const template = templateOf(30, 30, codeElement({ x: 1.37, y: 2.11, width: 21.3, height: 21.3 }));
      const device = { ...pdf, dpi };
      const drawing = press.draw({ template, stock: plainStock(template), device, values: { id: "S7K3MQ94" } });
      for (const [x, y] of pointsOf(drawing)) {
        expect(Math.abs((x * dpi) / 25.4 - Math.round((x * dpi) / 25.4))).toBeLessThan(0.03);
        expect(Math.abs((y * dpi) / 25.4 - Math.round((y * dpi) / 25.4))).toBeLessThan(0.03);
      }
    }
  });

  test("with fewer than four dots a module is warned of, one that does not fit at all is refused", () => {
    const check = (side: number) => {
      const template = templateOf(30, 30, codeElement({ width: side, height: side }));
      return press.check({
        template,
        stock: plainStock(template),
        device: { ...pdf, dpi: 203 },
        values: { id: "S7K3MQ94" },
      });
    };

    expect(check(15)).toEqual([]);
    expect(check(14)).toMatchObject([{ level: "warning", rule: "small-module" }]);
    expect(check(2)).toMatchObject([{ level: "error", rule: "code-too-large" }, { rule: "empty-content" }]);
  });

  test("whose white is not left free is warned of", () => {
    const near = templateOf(60, 20, codeElement(), textElement({ x: 18, y: 8, content: "too near" }));
    const clear = templateOf(60, 20, codeElement(), textElement({ x: 21, y: 8, width: 30, content: "clear" }));
    const check = (template: typeof near) =>
      rules({
        remarks: [...press.check({ template, stock: plainStock(template), device: pdf, values: { id: "S7K3MQ94" } })],
      });

    expect(check(near)).toEqual(["quiet-zone"]);
    expect(check(clear)).toEqual([]);
  });

  test("without anything to carry is left out and said", () => {
    const template = templateOf(60, 20, codeElement(), textElement({ x: 21, content: "text" }));

    expect(press.check({ template, stock: plainStock(template), device: pdf, values: {} })).toMatchObject([
      { level: "warning", rule: "empty-content" },
    ]);
  });
});

describe("a template on stock", () => {
  test("is turned along tape, and where only that fits", () => {
    const stock = stockOf("TZe-251");
    expect(placeTemplate(bestTemplate(stock, "server"), stock)).toMatchObject({ isTurned: true });
    expect(placeTemplate(bestTemplate(stockOf("DK-11201"), "server"), stockOf("DK-11201"))).toMatchObject({
      isTurned: true,
      width: 90,
      height: 29,
    });
    expect(placeTemplate(bestTemplate(stockOf("DK-11209"), "server"), stockOf("DK-11209"))).toMatchObject({
      isTurned: false,
      width: 62,
    });
  });

  test("makes continuous stock as long as its content, with room for what the printer cannot reach", () => {
    const stock = stockOf("DK-22205");
    const template = templateOf(
      58,
      null,
      textElement({ y: 3, height: 5 }),
      textElement({ id: "second", y: 9, height: 5, content: "{line2}" }),
    );
    const draw = (values: object) => press.draw({ template, stock, device: ql, values });

    expect(draw({ line1: "one" }).height).toBeLessThan(draw({ line1: "one", line2: "two" }).height);
    expect(rules(draw({ line1: "one" }))).toEqual([]);
  });

  test("that is too large for the stock, or stock for the head, is refused", () => {
    const template = templateOf(100, 60, textElement({ width: 100, height: 60, content: "large", size: 40 }));
    const wide = bestTemplate(stockOf("DK-22243"), "server");

    expect(fits(template, stockOf("DK-11209"))).toBe(false);
    expect(press.check({ template, stock: stockOf("DK-11209"), device: ql, values: {} })).toContainEqual(
      expect.objectContaining({ level: "error", rule: "stock-too-small" }),
    );
    expect(
      press.check({ template: wide, stock: stockOf("DK-22243"), device: ql, values: { id: "A", name: "n" } }),
    ).toContainEqual(expect.objectContaining({ level: "error", rule: "stock-too-wide" }));
    expect(
      press.check({
        template: bestTemplate(stockOf("TZe-261"), "server"),
        stock: stockOf("TZe-261"),
        device: pt,
        values: { id: "A", name: "n" },
      }),
    ).toContainEqual(expect.objectContaining({ rule: "stock-too-wide" }));
  });
});
