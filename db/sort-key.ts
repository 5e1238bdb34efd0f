const longestNumber = 12;

/** Text to sort by: upper and lower case alike, numbers by their value, so that `node-9` comes before `node-10`. */
export function sortKey(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, "").padStart(longestNumber, "0"));
}
