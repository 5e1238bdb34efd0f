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
import { useTranslation } from "react-i18next";
import type { SearchKind } from "../../main/contract/shapes/search";
import type { SearchChoice } from "./search-choices";

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

/** One thing that was found, or the way to all of its kind. */
export function SearchLine({ choice }: { readonly choice: SearchChoice }) {
  const { t } = useTranslation();
  const Icon = "hit" in choice ? icons[choice.hit.kind] : IconListSearch;
  return (
    <>
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
    </>
  );
}
