import { formatNumber } from "../text/format";

const mostDigits = 9;
const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * Decimal text for the eye: a count that no one can take in (an IPv6 pool) becomes a power of ten. It never passes
 * through a number, which could not hold it.
 */
export function shortCount(decimal: string): string {
  if (isShort(decimal)) return formatNumber(decimal);
  const exponent = String(decimal.length - 1).replaceAll(/\d/gu, (digit) => superscripts.charAt(Number(digit)));
  const mantissa = Number(`${decimal.slice(0, 1)}.${decimal.slice(1, 2)}`);
  return `${formatNumber(mantissa, { minimumFractionDigits: 1 })} × 10${exponent}`;
}

/** Whether `shortCount` shows the count as it is. */
export function isShort(decimal: string): boolean {
  return decimal.length <= mostDigits;
}
