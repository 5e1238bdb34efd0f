import {
  IconChecklist,
  IconColumns,
  IconListSearch,
  IconNetwork,
  IconPackage,
  IconReceipt2,
  IconServer,
  IconTopologyStar,
  IconUser,
  type TablerIcon,
} from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { SearchKind } from "../../main/contract/shapes/search";
import type { ChoiceGroup, SearchChoice } from "./search-choices";

const icons: Readonly<Record<SearchKind, TablerIcon>> = {
  task: IconChecklist,
  service: IconPackage,
  customer: IconUser,
  server: IconServer,
  address: IconNetwork,
  rack: IconColumns,
  switch: IconTopologyStar,
  tariff: IconReceipt2,
};

interface SearchResultsProps {
  readonly id: string;
  readonly groups: readonly ChoiceGroup[];
  readonly chosenKey: string | null;
  readonly onChoose: (choice: SearchChoice) => void;
  readonly onHover: (key: string) => void;
}

/** What was found, by kind. */
export function SearchResults({ id, groups, chosenKey, onChoose, onHover }: SearchResultsProps) {
  const { t } = useTranslation();
  const choices = groups.flatMap((group) => group.choices);
  return (
    <div
      id={id}
      className="search-results"
      role="listbox"
      aria-label={t("search.results")}
      hidden={choices.length === 0}
    >
      {groups.map((group) => (
        <div key={group.kind} role="group" aria-label={t(`search.kind.${group.kind}`)}>
          <div className="search-kind quiet" aria-hidden>
            {t(`search.kind.${group.kind}`)}
          </div>
          {group.choices.map((choice) => (
            <ChoiceLine
              key={choice.key}
              id={`${id}-${String(choices.indexOf(choice))}`}
              choice={choice}
              isChosen={choice.key === chosenKey}
              onChoose={() => {
                onChoose(choice);
              }}
              onHover={() => {
                onHover(choice.key);
              }}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

interface ChoiceLineProps {
  readonly id: string;
  readonly choice: SearchChoice;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onHover: () => void;
}

function ChoiceLine({ id, choice, isChosen, onChoose, onHover }: ChoiceLineProps) {
  const { t } = useTranslation();
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  const Icon = "hit" in choice ? icons[choice.hit.kind] : IconListSearch;
  return (
    <div
      ref={line}
      id={id}
      role="option"
      className="search-line"
      aria-selected={isChosen}
      onClick={onChoose}
      onPointerMove={onHover}
    >
      <Icon size={18} stroke={1.7} aria-hidden />
      {"hit" in choice ? (
        <>
          <span className="one-line search-line-title">{choice.hit.title}</span>
          {choice.hit.matched === "" ? null : (
            <span className="one-line mono search-line-matched">{choice.hit.matched}</span>
          )}
          <span className="one-line quiet search-line-detail">{choice.hit.detail}</span>
        </>
      ) : (
        <span className="one-line">{t(`search.all.${choice.allOf}`)}</span>
      )}
    </div>
  );
}
