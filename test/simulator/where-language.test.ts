import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "../../simulator/dcimanager6/refusal";
import { compileWhere, type ReadColumn } from "../../simulator/dcimanager6/where-language";

interface Row {
  readonly name: string | null;
  readonly unit: number;
  readonly isNew: boolean;
}

const readColumn: ReadColumn<Row> = (row, column) => {
  if (column === "name") return row.name;
  if (column === "unit") return row.unit;
  if (column === "is_new") return row.isNew;
  if (column === "account.id") return row.unit * 10;
  return undefined;
};

const matches = (where: string, row: Partial<Row>): boolean =>
  compileWhere(where, readColumn)({ name: "colo-a12", unit: 14, isNew: false, ...row });

describe("the where language", () => {
  it.each([
    ["(name IS null) AND is_new EQ false", { name: null }, true],
    ["(name IS null) AND is_new EQ false", {}, false],
    ["name IS NOT null", {}, true],
    ["name CP '%A12%'", {}, true],
    ["name CP 'a12%'", {}, false],
    ["name CP '%стойка%'", { name: "Стойка 5" }, true],
    ["NOT name CP '%extended.%' AND (unit EQ 14)", {}, true],
    ["NOT (unit EQ 14 OR unit EQ 15)", {}, false],
    ["unit EQ 1 OR unit EQ 14 AND is_new EQ true", {}, false],
    ["unit NE 14", {}, false],
    ["unit GT 13 AND unit LT 15", {}, true],
    ["account.id EQ 140", {}, true],
    ["name EQ 'it''s'", { name: "it's" }, true],
    ["name NE 'x'", { name: null }, false],
  ] as const)("judges %s", (where, row, expected) => {
    expect(matches(where, row)).toBe(expected);
  });

  it.each([
    "",
    "unit",
    "unit EQ",
    "unit LIKE 1",
    "(unit EQ 1",
    "unit EQ 1)",
    "unit EQ 1 unit EQ 2",
    "name EQ 'open",
    "; drop",
  ])("refuses %j as a wrong expression", (where) => {
    expect(() => matches(where, {})).toThrow(Refusal);
  });

  it("refuses a column that does not exist", () => {
    expect(() => matches("colour EQ 1", {})).toThrow("Unknown column colour");
  });

  it("finds any quoted text exactly, and by any part of it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), fc.string(), (text, before, after) => {
        const quoted = text.replaceAll("'", "''");
        expect(matches(`name EQ '${quoted}'`, { name: text })).toBe(true);
        fc.pre(!text.includes("%"));
        expect(matches(`name CP '%${quoted}%'`, { name: `${before}${text}${after}` })).toBe(true);
      }),
    );
  });

  it("keeps NOT, AND and OR true to logic", () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.boolean(), (a, b, c) => {
        const term = (value: boolean): string => (value ? "unit EQ 14" : "unit EQ 15");
        expect(matches(`NOT ${term(a)} AND ${term(b)} OR ${term(c)}`, {})).toBe((!a && b) || c);
      }),
    );
  });
});
