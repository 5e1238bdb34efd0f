import type { SearchAnswer, SearchHit, SearchKind } from "../../main/contract/shapes/search";
import { hasShelf } from "./open-hit";

/** One line of the answer that can be chosen. */
export type SearchChoice =
  { readonly key: string; readonly hit: SearchHit } | { readonly key: string; readonly allOf: SearchKind };

export interface ChoiceGroup {
  /** `exact` is the one thing that is meant. */
  readonly kind: SearchKind | "exact";
  readonly choices: readonly SearchChoice[];
}

/** The lines of an answer: the one thing that is meant first, then kind by kind, each with a way to all of it. */
export function choicesOf(answer: SearchAnswer): readonly ChoiceGroup[] {
  const { exact, groups } = answer;
  const first: readonly ChoiceGroup[] =
    exact === null ? [] : [{ kind: "exact", choices: [{ key: `exact ${keyOf(exact)}`, hit: exact }] }];
  const others = groups.map(({ kind, hits, hasMore }): ChoiceGroup => {
    const lines = hits
      .filter((hit) => exact === null || keyOf(hit) !== keyOf(exact))
      .map((hit): SearchChoice => ({ key: keyOf(hit), hit }));
    const all: readonly SearchChoice[] = hasMore && hasShelf(kind) ? [{ key: `all ${kind}`, allOf: kind }] : [];
    return { kind, choices: [...lines, ...all] };
  });
  return [...first, ...others].filter(({ choices }) => choices.length > 0);
}

function keyOf({ kind, moduleId, id }: SearchHit): string {
  return `${kind} ${moduleId ?? ""} ${id}`;
}
