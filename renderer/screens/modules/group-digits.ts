/** Decimal text with its thousands apart; an IPv6 pool is too large for a number. Empty where there is none. */
export function groupDigits(decimal: string | null): string {
  return decimal === null ? "" : decimal.replaceAll(/\B(?=(\d{3})+$)/gu, "\u202f");
}
