import { Spotlight } from "@mantine/spotlight";
import { IconListSearch } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { SearchAnswer, SearchHit } from "../../main/contract/shapes/search";
import { openHit } from "./open-hit";
import { useSearchHits } from "./search-hits";

/** A few of each kind: the search box has them all. */
const hitsOfKind = 2;
const mostHits = 6;

/** What the program itself knows under the typed text, below the commands. */
export function usePaletteHits(query: string): readonly SearchHit[] {
  const { answer } = useSearchHits(query);
  return answer === null ? [] : nearest(answer);
}

function nearest({ exact, groups }: SearchAnswer): readonly SearchHit[] {
  const hits = groups.flatMap((group) => group.hits.slice(0, hitsOfKind));
  const others = hits.filter((hit) => exact === null || keyOf(hit) !== keyOf(exact));
  return [...(exact === null ? [] : [exact]), ...others].slice(0, mostHits);
}

export function PaletteHits({ hits }: { readonly hits: readonly SearchHit[] }) {
  const { t } = useTranslation();
  if (hits.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={t("frame.commands.found")}>
      {hits.map((hit) => (
        <Spotlight.Action
          key={keyOf(hit)}
          label={hit.title}
          description={[t(`search.kind.${hit.kind}`), hit.detail, hit.matched]
            .filter((text) => text !== "")
            .join(" · ")}
          highlightQuery
          leftSection={<IconListSearch size={16} aria-hidden />}
          onClick={() => {
            openHit(hit);
          }}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}

function keyOf({ kind, moduleId, id }: SearchHit): string {
  return `${kind} ${moduleId ?? ""} ${id}`;
}
