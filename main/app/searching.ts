import type { CallOutput, ParsedInput } from "../contract/calls";
import { searchKindShape } from "../contract/shapes/search";
import type { SearchHit, SearchKind } from "../contract/shapes/search";
import type { Finding } from "../ports/search";
import type { App } from "./app";

/** In the order in which they are worth showing. */
const kindsInOrder: readonly SearchKind[] = searchKindShape.options;

/** What the text is in, by kind; whole words first. An empty text finds nothing. */
export async function findEverywhere(
  app: App,
  { text, kind, limit }: ParsedInput<"search.find">,
): Promise<CallOutput<"search.find">> {
  const sought = text.trim();
  if (sought === "") return { groups: [], exact: null };
  const kinds = kind === null ? kindsInOrder : [kind];
  // One more than is shown tells whether there are more.
  const { found, exact } = await app.store.read(({ search }) => search.find(sought, kinds, limit + 1));
  const groups = kinds.map((one) => {
    const hits = found.filter((finding) => finding.kind === one).map((finding) => hitOf(finding, sought));
    return { kind: one, hits: hits.slice(0, limit), hasMore: hits.length > limit };
  });
  return { groups: groups.filter(({ hits }) => hits.length > 0), exact: exact ? hitOf(exact, sought) : null };
}

function hitOf({ place, texts, ...thing }: Finding, sought: string): SearchHit {
  const detail = place.join(" · ");
  const shown = folded(`${thing.title} ${detail}`);
  const isShown = sought.split(/\s+/u).every((word) => shown.includes(folded(word)));
  return { ...thing, detail, matched: isShown ? "" : (texts.find((text) => matches(text, sought)) ?? "") };
}

function matches(text: string, sought: string): boolean {
  return sought.split(/\s+/u).some((word) => {
    if (folded(text).includes(folded(word))) return true;
    // A hardware address is the same in every notation.
    const digits = withoutSeparators(word);
    return digits !== "" && withoutSeparators(text).includes(digits);
  });
}

function folded(text: string): string {
  return text.toLowerCase();
}

function withoutSeparators(text: string): string {
  return folded(text).replace(/[:.-]/g, "");
}
