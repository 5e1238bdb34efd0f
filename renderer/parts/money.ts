import { formatCurrency } from "../text/format";

/** Why a typed amount of money is not taken. */
export type MoneyProblem =
  | { readonly kind: "empty" }
  | { readonly kind: "not-a-number" }
  | { readonly kind: "negative" }
  /** `1,000` means one or a thousand, depending on who reads it. */
  | { readonly kind: "ambiguous" }
  | { readonly kind: "too-many-decimals"; readonly digits: number }
  | { readonly kind: "too-large" };

export type MoneyReading =
  { readonly ok: true; readonly minor: number } | { readonly ok: false; readonly problem: MoneyProblem };

const largestMinor = 36_000_000_000_000;
const fallbackDigits = 2;

/** Decimal digits of a currency: 2 for EUR, 0 for JPY, 3 for KWD; 2 while the code is not a currency yet. */
export function minorDigits(currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) return fallbackDigits;
  return (
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ??
    fallbackDigits
  );
}

/** Minor units as a person reads them, with the currency's sign: 4990 EUR → `€49.90`, in Russian `49,90 €`. */
export function formatMoney(minor: number, currency: string): string {
  const amount = decimalText(minor, currency);
  if (!/^[A-Z]{3}$/.test(currency)) return `${amount} ${currency}`;
  return formatCurrency(Number(amount), currency);
}

/** Minor units as text for a field: 4990 EUR → `49.90`. The way back is `readMoney`. */
export function decimalText(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  const sign = minor < 0 ? "-" : "";
  const padded = String(Math.abs(minor)).padStart(digits + 1, "0");
  if (digits === 0) return sign + padded;
  return `${sign}${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}

/**
 * Reads typed money into minor units without a floating-point step. A point or a comma may separate the
 * decimals; spaces may separate thousands.
 */
export function readMoney(text: string, currency: string): MoneyReading {
  const compact = text.replaceAll(/[\s\u00a0\u202f]/gu, "");
  if (compact === "") return refuse({ kind: "empty" });
  if (/^[-\u2212]/u.test(compact)) return refuse({ kind: "negative" });
  const match = /^(\d+)(?:([.,])(\d*))?$/.exec(compact);
  if (!match) return refuse({ kind: "not-a-number" });
  const [, whole = "", mark = "", decimals = ""] = match;
  if (mark === "," && decimals.length === 3) return refuse({ kind: "ambiguous" });
  const digits = minorDigits(currency);
  if (decimals.length > digits) return refuse({ kind: "too-many-decimals", digits });
  const minor = Number(whole + decimals.padEnd(digits, "0"));
  return minor > largestMinor ? refuse({ kind: "too-large" }) : { ok: true, minor };
}

function refuse(problem: MoneyProblem): MoneyReading {
  return { ok: false, problem };
}
