import { Button } from "@mantine/core";
import { IconFilterOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../parts/empty-state";
import type { ScreenName } from "../stores/view";
import { useClearFilters } from "./use-clear-filters";

/** Stands in a list whose filters let nothing through, with the way out of them. */
export function NothingMatches({ screen }: { readonly screen: ScreenName }) {
  const { t } = useTranslation();
  const clear = useClearFilters(screen);
  return (
    <EmptyState icon={IconFilterOff} title={t("lists.noRows")} hint={t("lists.noRowsHint")}>
      <Button variant="default" mt="xs" onClick={clear}>
        {t("lists.clearFilters")}
      </Button>
    </EmptyState>
  );
}
