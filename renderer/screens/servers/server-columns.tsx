import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { MirroredServer } from "../../../main/contract/shapes/mirror";
import { Age } from "../../lists/age";
import type { Column } from "../../lists/columns";
import { StateIcon } from "../../parts/state-badge";
import { unitWords } from "../../parts/unit-words";
import { ServerMarks } from "./server-marks";

type ServerSort = "name" | "rack" | "serial" | "owner";

/** What the list can show of a server. */
export function useServerColumns(): readonly Column<MirroredServer, ServerSort>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: "power",
        title: t("servers.column.power"),
        leastPx: 20,
        share: 0,
        isFixed: true,
        isIcon: true,
        cell: ({ power }) => <StateIcon of="power" state={power} />,
      },
      {
        id: "name",
        title: t("servers.column.name"),
        leastPx: 180,
        share: 2,
        isFixed: true,
        sortBy: "name",
        cell: (server) => (
          <span className="server-row-title">
            <strong className="table-name one-line">{server.name}</strong>
            <ServerMarks facts={server} />
          </span>
        ),
      },
      {
        id: "id",
        title: t("servers.id"),
        leastPx: 56,
        share: 0,
        isNumber: true,
        cell: ({ serverId }) => <span className="mono quiet">{serverId}</span>,
      },
      {
        id: "rack",
        title: t("servers.column.rack"),
        leastPx: 90,
        share: 0.7,
        sortBy: "rack",
        cell: ({ rackName, units }) => [rackName, unitWords(units)].filter((part) => part !== "").join(" "),
      },
      {
        id: "owner",
        title: t("servers.owner"),
        leastPx: 130,
        share: 1.3,
        sortBy: "owner",
        cell: ({ ownerEmail }) => ownerEmail ?? <span className="quiet">{t("servers.noOwner")}</span>,
      },
      {
        id: "address",
        title: t("servers.column.address"),
        leastPx: 120,
        share: 0.8,
        cell: ({ addresses }) => <span className="mono">{addresses[0]?.address}</span>,
      },
      {
        id: "serial",
        title: t("servers.serial"),
        leastPx: 100,
        share: 0.8,
        sortBy: "serial",
        cell: ({ serial }) => <span className="mono">{serial}</span>,
      },
      {
        id: "panel",
        title: t("servers.module"),
        leastPx: 90,
        share: 0.8,
        cell: ({ moduleName }) => moduleName,
      },
      {
        id: "service",
        title: t("servers.column.service"),
        leastPx: 64,
        share: 0,
        cell: ({ serviceNumber }) => (serviceNumber === null ? "" : t("services.number", { number: serviceNumber })),
      },
      {
        id: "type",
        title: t("servers.serverType"),
        leastPx: 90,
        share: 0.7,
        startsHidden: true,
        cell: ({ serverType }) => serverType,
      },
      {
        id: "mac",
        title: t("servers.mac"),
        leastPx: 130,
        share: 0,
        startsHidden: true,
        cell: ({ mac }) => <span className="mono">{mac}</span>,
      },
      {
        id: "dataCentre",
        title: t("servers.column.dataCentre"),
        leastPx: 90,
        share: 0.7,
        startsHidden: true,
        cell: ({ dataCentreName }) => dataCentreName,
      },
      {
        id: "takenAt",
        title: t("servers.column.takenAt"),
        leastPx: 90,
        share: 0,
        startsHidden: true,
        isNumber: true,
        cell: ({ takenAt }) => <Age at={takenAt} />,
      },
    ],
    [t],
  );
}
