import type { SearchAnswer, SearchHit } from "../../main/contract/shapes/search";
import type { FinderGroup } from "./finder";
import { matchEntries } from "./match-entries";
import type { PaletteEntry, PaletteGroup } from "./palette-entries";

/** One line of the palette: something to do, or something that the program knows. */
export type PaletteChoice =
  { readonly key: string; readonly entry: PaletteEntry } | { readonly key: string; readonly hit: SearchHit };

/** A few of each kind: the search box has them all. */
const hitsOfKind = 2;
const mostHits = 6;

/** All commands by groups while nothing is typed; then those that match, and below them what was found under the text. */
export function paletteGroups(
  commands: readonly PaletteGroup[],
  text: string,
  answer: SearchAnswer | null,
  titles: { readonly actions: string; readonly found: string },
): readonly FinderGroup<PaletteChoice>[] {
  if (text.trim() === "") {
    return commands.map(({ title, entries }) => ({
      title,
      choices: entries.map((entry) => ({ key: `${title} ${entry.id}`, entry })),
    }));
  }
  const entries = commands.flatMap((group) => group.entries);
  const matching = matchEntries(entries, text).map((entry) => ({ key: entry.id, entry }));
  const found = (answer === null ? [] : nearest(answer)).map((hit) => ({ key: keyOf(hit), hit }));
  return [
    { title: titles.actions, choices: matching },
    { title: titles.found, choices: found },
  ].filter(({ choices }) => choices.length > 0);
}

function nearest({ exact, groups }: SearchAnswer): readonly SearchHit[] {
  const hits = groups.flatMap((group) => group.hits.slice(0, hitsOfKind));
  const others = hits.filter((hit) => exact === null || keyOf(hit) !== keyOf(exact));
  return [...(exact === null ? [] : [exact]), ...others].slice(0, mostHits);
}

function keyOf({ kind, moduleId, id }: SearchHit): string {
  return `${kind} ${moduleId ?? ""} ${id}`;
}
