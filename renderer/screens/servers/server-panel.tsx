import { ActionIcon, Tooltip } from "@mantine/core";
import { IconRefresh, IconServerOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { CallOutput } from "../../../main/contract/calls";
import type { Action } from "../../../main/contract/shapes/action";
import { Allowed } from "../../parts/allowed";
import { Copyable } from "../../parts/copyable";
import { EmptyState } from "../../parts/empty-state";
import { FaultNotice } from "../../parts/fault-notice";
import { LabelIconButton } from "../../parts/label-button";
import { LoadingRows } from "../../parts/loading-rows";
import { RelativeTime } from "../../parts/relative-time";
import { StateBadge } from "../../parts/state-badge";
import { WarningLine } from "../../parts/warning-line";
import { useConsole } from "../../stores/console-store";
import { phrase } from "../../text/phrase";
import { PowerButtons } from "./power-buttons";
import { ServerIdentity } from "./server-identity";
import { ServerMarks } from "./server-marks";
import { ServerUnderWay } from "./server-under-way";
import { ServerWhereabouts } from "./server-whereabouts";
import "./server-panel.css";
import { isUnknownServer, useServer } from "./use-server";

interface ServerPanelProps {
  readonly moduleId: string;
  readonly serverId: number;
  /** Suggested as the owner, where the server belongs to an order. */
  readonly customerEmail: string;
  /** Steps that stand elsewhere on the screen and are not repeated here. */
  readonly shownSteps?: readonly Action[];
}

const noSteps: readonly Action[] = [];

/** Everything the panel tells about one server, with what can be changed from here. */
export function ServerPanel({ moduleId, serverId, customerEmail, shownSteps = noSteps }: ServerPanelProps) {
  const { t } = useTranslation();
  const server = useServer(moduleId, serverId);
  if (server.value) {
    const target = { moduleId, serverId, facts: server.value.facts };
    return (
      <section className="server-panel" aria-label={target.facts.name}>
        <PanelHead observed={server.value} moduleId={moduleId} onReload={server.reload} />
        <FaultNotice fault={server.fault} onRetry={server.reload} />
        <ServerWhereabouts target={target} />
        <ServerIdentity target={target} customerEmail={customerEmail} />
        <Allowed to="server.set-power">
          <PowerButtons target={target} />
        </Allowed>
        <ServerUnderWay moduleId={moduleId} serverId={serverId} shownSteps={shownSteps} />
      </section>
    );
  }
  return (
    <section className="server-panel">
      {isUnknownServer(server.fault) ? (
        <EmptyState icon={IconServerOff} title={t("servers.unknown")} hint={server.fault?.message ?? ""} />
      ) : (
        <FaultNotice fault={server.fault} onRetry={server.reload} />
      )}
      {server.fault === null ? <LoadingRows count={8} /> : null}
    </section>
  );
}

interface PanelHeadProps {
  readonly observed: CallOutput<"server.get">;
  readonly moduleId: string;
  readonly onReload: () => void;
}

function PanelHead({ observed, moduleId, onReload }: PanelHeadProps) {
  const { t } = useTranslation();
  const panel = useConsole((state) => state.links.find((link) => link.moduleId === moduleId)?.moduleName ?? "");
  const { facts } = observed;
  return (
    <header>
      <h2 className="server-name">{facts.name}</h2>
      <div className="server-head">
        <StateBadge of="power" state={facts.power} />
        <ServerMarks facts={facts} />
        <span className="quiet">
          {t("servers.id")} <Copyable text={String(facts.serverId)} />
        </span>
        <div className="server-head-end">
          <span className="server-age quiet">
            {observed.isLive ? null : `${t("servers.lastKnown")}, `}
            <RelativeTime at={observed.takenAt} />
          </span>
          <LabelIconButton
            label={t("labels.print")}
            subjects={[{ kind: "server", moduleId, serverId: facts.serverId }]}
          />
          <Tooltip label={t("servers.refresh")}>
            <ActionIcon aria-label={t("servers.refresh")} onClick={onReload}>
              <IconRefresh size="1.1em" aria-hidden />
            </ActionIcon>
          </Tooltip>
        </div>
      </div>
      {observed.isLive ? null : (
        <WarningLine>{t("servers.lastKnownHint", { panel, reason: phrase(observed.reason) })}</WarningLine>
      )}
    </header>
  );
}
