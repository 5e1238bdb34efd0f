import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalText, formatMoney, minorDigits, readMoney } from "../../renderer/parts/money";

const currency = fc.constantFrom("EUR", "USD", "RUB", "JPY", "KWD", "HUF");
const minor = fc.integer({ min: 0, max: 1_000_000_000_000 });

describe("money in fields", () => {
  it("comes back from its text as the same minor units, in every currency", () => {
    fc.assert(
      fc.property(minor, currency, (amount, code) => {
        expect(readMoney(decimalText(amount, code), code)).toEqual({ ok: true, minor: amount });
      }),
    );
  });

  it("reads a decimal comma like a decimal point, unless it could separate thousands", () => {
    fc.assert(
      fc.property(minor, fc.constantFrom("EUR", "USD"), (amount, code) => {
        const text = decimalText(amount, code);
        expect(readMoney(text.replace(".", ","), code)).toEqual(readMoney(text, code));
      }),
    );
    expect(readMoney("1,000", "EUR")).toEqual({ ok: false, problem: { kind: "ambiguous" } });
    expect(readMoney("1,000", "KWD")).toEqual({ ok: false, problem: { kind: "ambiguous" } });
  });

  it("refuses more decimals than the currency has", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), currency, (whole, code) => {
        const digits = minorDigits(code);
        const text = `${String(whole)}.${"1".repeat(digits + 1)}`;
        expect(readMoney(text, code)).toEqual({ ok: false, problem: { kind: "too-many-decimals", digits } });
      }),
    );
  });

  it("never answers with a fraction or a negative amount, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string(), currency, (text, code) => {
        const reading = readMoney(text, code);
        if (!reading.ok) return;
        expect(Number.isSafeInteger(reading.minor)).toBe(true);
        expect(reading.minor).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it.each([
    ["49.90", "EUR", 4990],
    ["49.9", "EUR", 4990],
    ["1 200", "EUR", 120_000],
    ["0.29", "EUR", 29],
    ["1.005", "KWD", 1005],
    ["500", "JPY", 500],
  ])("reads %s %s as %d minor units", (text, code, expected) => {
    expect(readMoney(text, code)).toEqual({ ok: true, minor: expected });
  });

  it.each([
    ["", "empty"],
    ["-1", "negative"],
    ["12a", "not-a-number"],
    ["1e3", "not-a-number"],
    ["99999999999999999", "too-large"],
  ])("says why %j is not taken", (text, kind) => {
    expect(readMoney(text, "EUR")).toMatchObject({ ok: false, problem: { kind } });
  });

  it("is shown with the currency's own number of decimals", () => {
    expect(formatMoney(4990, "EUR")).toBe("€49.90");
    expect(formatMoney(500, "JPY")).toBe("¥500");
    expect(formatMoney(1005, "KWD")).toContain("1.005");
  });
});
