export type Strength = "short" | "weak" | "fair" | "strong";

const guessed = ["password", "passphrase", "qwerty", "1234", "abcd", "rackside", "datacentre", "datacenter", "admin"];
const strongLength = 20;
const fewestDistinct = 7;

/** How a passphrase fares against guessing. A hint for whoever chooses it; only the length is demanded. */
export function judgePassphrase(text: string, shortest: number, name = ""): Strength {
  if (text.length < shortest) return "short";
  const lower = text.toLowerCase();
  const distinct = new Set(lower).size;
  const isGuessed = [...guessed, ...(name === "" ? [] : [name.toLowerCase()])].some((word) => lower.includes(word));
  if (distinct < fewestDistinct || (isGuessed && text.length < strongLength)) return "weak";
  return text.length >= strongLength ? "strong" : "fair";
}
