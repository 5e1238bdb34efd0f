import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ServiceRow } from "../../../main/contract/shapes/service";
import { Copyable } from "../../parts/copyable";
import { FactTable } from "../../parts/fact-table";
import { usePeriodWords } from "../../parts/period-words";
import { RelativeTime } from "../../parts/relative-time";
import { useConsole } from "../../stores/console-store";
import { formatServerRoute } from "../servers/server-route";
import { TariffFact } from "./tariff-fact";

interface ServiceFactsProps {
  readonly service: ServiceRow;
  readonly customerEmail: string;
  /** Opens the difference to the tariff's newer version; left out where the service cannot be moved now. */
  readonly onMove: (() => void) | undefined;
}

/** Whose it is, on which tariff and module, and which server it is. */
export function ServiceFacts({ service, customerEmail, onMove }: ServiceFactsProps) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const periodWords = usePeriodWords();
  const { moduleId, serverId } = service;
  const link = (text: string, go: () => void) => (
    <Anchor component="button" type="button" size="sm" ta="start" onClick={go}>
      {text}
    </Anchor>
  );
  return (
    <FactTable
      facts={[
        {
          label: t("services.field.server"),
          value:
            serverId === null
              ? null
              : link(t("services.field.openServer", { id: serverId }), () => {
                  open("servers", formatServerRoute({ moduleId, serverId }));
                }),
          missing: t(`services.field.noServer.${service.productType}`),
        },
        {
          label: t("services.field.customer"),
          value: (
            <>
              {service.customerName} <Copyable text={customerEmail} />
            </>
          ),
        },
        { label: t("services.field.product"), value: t(`states.productType.${service.productType}`) },
        { label: t("services.field.tariff"), value: <TariffFact service={service} onMove={onMove} /> },
        { label: t("services.field.period"), value: periodWords(service.periodMonths) },
        {
          label: t("services.field.module"),
          value: (
            <>
              {link(service.moduleName, () => {
                open("modules", moduleId);
              })}{" "}
              <span className="quiet">{service.dataCentreName}</span>
            </>
          ),
        },
        { label: t("services.field.ordered"), value: <RelativeTime at={service.createdAt} /> },
        {
          label: t("services.field.activated"),
          value: service.activatedAt === null ? null : <RelativeTime at={service.activatedAt} />,
          missing: t("services.field.notActivated"),
        },
        ...(service.closedAt === null
          ? []
          : [{ label: t("services.field.closed"), value: <RelativeTime at={service.closedAt} /> }]),
        { label: t("services.field.note"), value: service.note, missing: t("services.field.noNote") },
      ]}
    />
  );
}
