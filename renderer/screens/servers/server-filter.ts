import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { MirroredServer } from "../../../main/contract/shapes/mirror";
import type { ListInput } from "../../hooks/use-pages";
import type { FilterChoice } from "../../lists/list-filters";
import type { List } from "../../lists/use-list";
import { findPanel, type Panel } from "./panels";

const powers = ["on", "off", "unknown"] as const;

/** What `server.list` is asked with for the filters; words that it does not know filter nothing. */
export function serverInput(
  { filters, sort }: Pick<List<MirroredServer, "name" | "rack" | "serial" | "owner">, "filters" | "sort">,
  panels: readonly Panel[],
): ListInput<"server.list"> {
  return {
    moduleId: findPanel(panels, filters["module"])?.moduleId ?? null,
    power: powers.find((one) => one === filters["power"]) ?? null,
    isFree: filters["free"] === "yes" ? true : null,
    onlyWithFault: filters["fault"] === "yes",
    search: filters["search"] ?? "",
    sort,
  };
}

/** By what servers can be narrowed. */
export function useServerChoices(panels: readonly Panel[]): readonly FilterChoice[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        name: "module",
        label: t("servers.module"),
        any: t("servers.allPanels"),
        options: panels.map(({ moduleId, name }) => ({ value: moduleId, label: name })),
        isMain: true,
        widthPx: 180,
      },
      {
        name: "power",
        label: t("servers.column.power"),
        any: t("servers.anyPower"),
        options: powers.map((value) => ({ value, label: t(`states.power.${value}`) })),
        widthPx: 120,
      },
      { name: "free", label: t("servers.onlyFree"), any: null, options: [] },
      { name: "fault", label: t("servers.onlyFault"), any: null, options: [] },
    ],
    [t, panels],
  );
}
