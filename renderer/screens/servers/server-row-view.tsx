import { useTranslation } from "react-i18next";
import type { ServerFacts } from "../../../main/contract/shapes/panel";
import { StateIcon } from "../../parts/state-badge";
import { ServerMarks } from "./server-marks";
import { unitWords } from "../../parts/unit-words";

/** One server of the list: power, name, place, owner. */
export function ServerRowView({ server }: { readonly server: ServerFacts }) {
  const { t } = useTranslation();
  const place =
    server.rackName === ""
      ? t("servers.noPlace")
      : t("servers.placeOf", { rack: server.rackName, units: unitWords(server.units) || t("servers.noUnits") });
  return (
    <div className="server-row">
      <StateIcon of="power" state={server.power} />
      <span className="server-row-title">
        <span className="one-line server-row-name">{server.name}</span>
        <ServerMarks facts={server} />
      </span>
      <span className="server-row-id mono quiet">{server.serverId}</span>
      <span className="server-row-below one-line quiet">
        {server.serverType === "" ? "" : `${server.serverType} · `}
        {place} · {server.ownerEmail ?? t("servers.noOwner")}
        {server.operation?.isRunning ? ` · ${server.operation.name}` : ""}
      </span>
    </div>
  );
}
