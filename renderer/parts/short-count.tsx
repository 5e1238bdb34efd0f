import { Tooltip } from "@mantine/core";

const mostDigits = 9;

/**
 * Decimal text for the eye: thousands apart, and a count that no one can take in (an IPv6 pool) as a power of ten.
 * It never passes through a number, which could not hold it.
 */
export function shortCount(decimal: string): string {
  if (decimal.length <= mostDigits) return groupDigits(decimal);
  const exponent = [...String(decimal.length - 1)].map((digit) => superscripts[Number(digit)]).join("");
  return `${decimal.slice(0, 1)}.${decimal.slice(1, 2)} × 10${exponent}`;
}

/** The same with the whole count on hover. Nothing where there is none. */
export function ShortCount({ decimal }: { readonly decimal: string | null }) {
  if (decimal === null) return null;
  if (decimal.length <= mostDigits) return groupDigits(decimal);
  return (
    <Tooltip label={groupDigits(decimal)}>
      <span>{shortCount(decimal)}</span>
    </Tooltip>
  );
}

const superscripts = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"];

function groupDigits(decimal: string): string {
  return decimal.replaceAll(/\B(?=(\d{3})+$)/gu, "\u202f");
}
