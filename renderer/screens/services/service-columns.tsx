import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ServiceRow } from "../../../main/contract/shapes/service";
import { Age } from "../../lists/age";
import type { Column } from "../../lists/columns";
import { AttentionIcon } from "../../parts/attention-icon";
import { formatMoney } from "../../parts/money";
import { StateIcon } from "../../parts/state-badge";

type ServiceSort = "number" | "label" | "customer" | "activated";

/** What the list can show of a service. */
export function useServiceColumns(): readonly Column<ServiceRow, ServiceSort>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: "state",
        title: t("services.stateFilter"),
        leastPx: 150,
        share: 0,
        isFixed: true,
        cell: ({ state, needsAttention }) => (
          <span className="table-state">
            {needsAttention ? <AttentionIcon /> : <StateIcon of="service" state={state} />}
            <span className="one-line">{t(needsAttention ? "states.attention" : `states.service.${state}`)}</span>
          </span>
        ),
      },
      {
        id: "number",
        title: t("services.column.number"),
        leastPx: 80,
        share: 0,
        sortBy: "number",
        cell: ({ number }) => <span className="quiet">{t("services.number", { number })}</span>,
      },
      {
        id: "label",
        title: t("services.column.label"),
        leastPx: 140,
        share: 2,
        isFixed: true,
        sortBy: "label",
        cell: ({ label, number }) => (
          <strong className="table-name">{label === "" ? t("services.unlabelled", { number }) : label}</strong>
        ),
      },
      {
        id: "customer",
        title: t("services.field.customer"),
        leastPx: 120,
        share: 1.5,
        sortBy: "customer",
        cell: ({ customerName }) => customerName,
      },
      {
        id: "tariff",
        title: t("services.field.tariff"),
        leastPx: 100,
        share: 1,
        cell: ({ tariffName }) => tariffName,
      },
      {
        id: "dataCentre",
        title: t("services.column.dataCentre"),
        leastPx: 80,
        share: 1,
        cell: ({ dataCentreName }) => dataCentreName,
      },
      {
        id: "address",
        title: t("services.column.address"),
        leastPx: 120,
        share: 1,
        cell: ({ addresses }) => <span className="mono">{addresses[0]?.address}</span>,
      },
      {
        id: "activated",
        title: t("services.field.activated"),
        leastPx: 116,
        share: 0,
        sortBy: "activated",
        isNumber: true,
        cell: ({ activatedAt }) =>
          activatedAt === null ? (
            <span className="quiet">{t("services.field.notActivated")}</span>
          ) : (
            <Age at={activatedAt} />
          ),
      },
      {
        id: "product",
        title: t("services.field.product"),
        leastPx: 90,
        share: 0.5,
        startsHidden: true,
        cell: ({ productType }) => t(`tariffs.productType.${productType}`),
      },
      {
        id: "module",
        title: t("services.field.module"),
        leastPx: 90,
        share: 1,
        startsHidden: true,
        cell: ({ moduleName }) => moduleName,
      },
      {
        id: "server",
        title: t("services.field.server"),
        leastPx: 72,
        share: 0,
        startsHidden: true,
        isNumber: true,
        cell: ({ serverId }) => <span className="mono">{serverId}</span>,
      },
      {
        id: "price",
        title: t("services.section.price"),
        leastPx: 90,
        share: 0,
        startsHidden: true,
        isNumber: true,
        cell: ({ price }) => formatMoney(price.totalMinor, price.currency),
      },
      {
        id: "ordered",
        title: t("services.field.ordered"),
        leastPx: 90,
        share: 0,
        startsHidden: true,
        isNumber: true,
        cell: ({ createdAt }) => <Age at={createdAt} />,
      },
    ],
    [t],
  );
}
