import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ServiceRow, ServiceState } from "../../../main/contract/shapes/service";
import type { ListInput } from "../../hooks/use-pages";
import { useQuery } from "../../hooks/use-query";
import type { FilterChoice } from "../../lists/list-filters";
import type { List } from "../../lists/use-list";

const states: readonly ServiceState[] = [
  "ordered",
  "processing",
  "active",
  "suspending",
  "suspended",
  "resuming",
  "changing",
  "closing",
  "closed",
];
const products = ["colocation", "dedicated"] as const;

/** What `service.list` is asked with for the filters; words that it does not know filter nothing. */
export function serviceInput({
  filters,
  sort,
}: Pick<
  List<ServiceRow, "number" | "label" | "customer" | "activated">,
  "filters" | "sort"
>): ListInput<"service.list"> {
  return {
    state: states.find((one) => one === filters["state"]) ?? null,
    productType: products.find((one) => one === filters["product"]) ?? null,
    customerId: filters["customer"] ?? null,
    tariffId: filters["tariff"] ?? null,
    moduleId: filters["module"] ?? null,
    search: filters["search"] ?? "",
    sort,
  };
}

/** By what services can be narrowed. */
export function useServiceChoices(): readonly FilterChoice[] {
  const { t } = useTranslation();
  const tariffs = useQuery("tariff.list", {}).value;
  const modules = useQuery("module.list", {}).value;
  return useMemo(
    () => [
      {
        name: "state",
        label: t("services.stateFilter"),
        any: t("services.allStates"),
        options: states.map((value) => ({ value, label: t(`states.service.${value}`) })),
        isMain: true,
        widthPx: 140,
      },
      {
        name: "product",
        label: t("services.field.product"),
        any: t("services.allProducts"),
        options: products.map((value) => ({ value, label: t(`tariffs.productType.${value}`) })),
        widthPx: 140,
      },
      {
        name: "tariff",
        label: t("services.field.tariff"),
        any: t("services.allTariffs"),
        options: (tariffs ?? []).map(({ id, name }) => ({ value: id, label: name })),
        widthPx: 150,
      },
      {
        name: "module",
        label: t("services.field.module"),
        any: t("services.allModules"),
        options: (modules ?? []).map(({ id, name }) => ({ value: id, label: name })),
        widthPx: 140,
      },
    ],
    [t, tariffs, modules],
  );
}
