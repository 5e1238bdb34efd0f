interface Labelled {
  readonly id: string;
  readonly label: string;
}

/** The entries that have every word of the query, each once: those first in which a word of the label begins with it. */
export function matchEntries<Entry extends Labelled>(entries: readonly Entry[], query: string): readonly Entry[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const once = entries.filter((entry, index) => entries.findIndex((other) => other.id === entry.id) === index);
  const found = once.filter(({ label }) => words.every((word) => fold(label).includes(word)));
  const rank = ({ label }: Entry): number => {
    const beginnings = fold(label).split(/[\s:,.()-]+/);
    return words.filter((word) => !beginnings.some((beginning) => beginning.startsWith(word))).length;
  };
  return [...found].sort((left, right) => rank(left) - rank(right));
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll("ё", "е");
}
