const longestExactDigits = 9;

/** A decimal count for the eye: grouped while it can be read, its order of magnitude beyond (an IPv6 pool). */
export function countWords(decimal: string): string {
  if (decimal.length > longestExactDigits) {
    return `≈ ${decimal.slice(0, 1)}.${decimal.slice(1, 2)} × 10${superscript(decimal.length - 1)}`;
  }
  return decimal.replace(/\B(?=(\d{3})+$)/g, "\u202f");
}

function superscript(exponent: number): string {
  return [...String(exponent)].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");
}
