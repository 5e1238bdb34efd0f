import { Tooltip } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { AddressFacts, PduConnection, SwitchConnection } from "../../main/contract/shapes/panel";
import type { Whereabouts } from "../../main/contract/shapes/mirror";
import { Copyable } from "./copyable";
import { StateBadge, ToneBadge } from "./state-badge";
import { stateLooks } from "./state-tone";

/** Buttons beside the cables, where they can be changed. */
export interface CableTools {
  readonly switch: (connection: SwitchConnection) => ReactNode;
  readonly pdu: (connection: PduConnection) => ReactNode;
  readonly ipmi: ReactNode;
  /** Below all of them. */
  readonly below: ReactNode;
}

interface CableListProps {
  readonly to: "switch" | "pdu" | "ipmi";
  readonly found: Whereabouts;
  readonly tools: CableTools | undefined;
}

/** What a machine hangs on: switch ports, outlets, or its management. */
export function CableList({ to, found, tools }: CableListProps) {
  const { t } = useTranslation();
  const lines = linesOf(to, found, tools);
  if (lines.length === 0) return <span className="quiet">{t(`whereabouts.none.${to}`)}</span>;
  return <ul className="whereabouts-list">{lines}</ul>;
}

function linesOf(to: CableListProps["to"], found: Whereabouts, tools: CableTools | undefined): readonly ReactNode[] {
  switch (to) {
    case "switch":
      return found.switchConnections.map((one) => (
        <SwitchLine key={one.connectionId} connection={one} tool={tools?.switch(one)} />
      ));
    case "pdu":
      return found.pduConnections.map((one) => (
        <PduLine key={one.connectionId} connection={one} tool={tools?.pdu(one)} />
      ));
    case "ipmi":
      return found.ipmiAddress === null
        ? []
        : [
            <li key="ipmi" className="whereabouts-line">
              <Copyable text={found.ipmiAddress} />
              {tools?.ipmi}
            </li>,
          ];
  }
}

function SwitchLine({ connection, tool }: { readonly connection: SwitchConnection; readonly tool: ReactNode }) {
  const { t } = useTranslation();
  const { switchName, portName, isManagement, adminStatus, linkStatus } = connection;
  return (
    <li className="whereabouts-line">
      <span className="mono">
        {switchName} {portName}
      </span>
      {isManagement ? (
        <Tooltip label={t("servers.managementHint")}>
          <span className="management-mark">{t("servers.management")}</span>
        </Tooltip>
      ) : null}
      {adminStatus === "down" ? (
        <ToneBadge look={stateLooks.service.suspended} word={t("servers.adminDown")} />
      ) : (
        <StateBadge of="port" state={linkStatus} />
      )}
      {tool}
    </li>
  );
}

function PduLine({ connection, tool }: { readonly connection: PduConnection; readonly tool: ReactNode }) {
  const { t } = useTranslation();
  return (
    <li className="whereabouts-line">
      <span className="mono">
        {connection.pduName} {connection.outlet}
      </span>
      <Tooltip label={t("servers.pduHint")}>
        <span>
          <StateBadge of="power" state={connection.power} />
        </span>
      </Tooltip>
      {tool}
    </li>
  );
}

/** The addresses that the panel has assigned; a click copies one. */
export function AddressList({ addresses }: { readonly addresses: readonly AddressFacts[] }) {
  const { t } = useTranslation();
  return (
    <ul className="whereabouts-list">
      {addresses.map((one) => (
        <li key={one.addressId} className="whereabouts-line">
          <Copyable text={one.address} />
          {one.isReady ? null : <ToneBadge look={stateLooks.action.sending} word={t("servers.notReady")} />}
          {one.gateway === null || one.gateway === "" ? null : (
            <span className="quiet">{t("servers.gateway", { gateway: one.gateway })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
