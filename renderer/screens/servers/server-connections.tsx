import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { LabelSubject } from "../../../main/contract/shapes/label";
import type { PduConnection, SwitchConnection } from "../../../main/contract/shapes/panel";
import { Allowed } from "../../parts/allowed";
import { Copyable } from "../../parts/copyable";
import { LabelIconButton } from "../../parts/label-button";
import { StateBadge, ToneBadge } from "../../parts/state-badge";
import { stateLooks } from "../../parts/state-tone";
import { ConnectionDialog } from "./connection-dialog";
import { RemoveConnectionDialog, type ConnectionToRemove } from "./remove-connection-dialog";
import type { ServerTarget } from "./server-target";

/** The cables of a server: switch ports, power outlets, IPMI. */
export function ServerConnections({ target }: { readonly target: ServerTarget }) {
  const { t } = useTranslation();
  const { facts } = target;
  const [isAdding, setIsAdding] = useState(false);
  const [removing, setRemoving] = useState<ConnectionToRemove | null>(null);
  const { ipmiAddress, ipmiConnectionId } = facts;
  const cables = cablesOf(target);
  return (
    <>
      <Group title={t("servers.ports")} missing={facts.switchConnections.length === 0 ? t("servers.noPorts") : null}>
        {facts.switchConnections.map((one) => (
          <SwitchLine
            key={one.connectionId}
            connection={one}
            onRemove={() => {
              setRemoving({ to: "switch", connectionId: one.connectionId, device: one.switchName, port: one.portName });
            }}
          />
        ))}
      </Group>
      <Group title={t("servers.pdu")} missing={facts.pduConnections.length === 0 ? t("servers.noPdu") : null}>
        {facts.pduConnections.map((one) => (
          <PduLine
            key={one.connectionId}
            connection={one}
            onRemove={() => {
              setRemoving({ to: "pdu", connectionId: one.connectionId, device: one.pduName, port: one.outlet });
            }}
          />
        ))}
      </Group>
      <Group title={t("servers.ipmi")} missing={ipmiAddress === null ? t("servers.noIpmi") : null}>
        {ipmiAddress === null ? null : (
          <li className="connection-line">
            <Copyable text={ipmiAddress} />
            {ipmiConnectionId === null ? null : (
              <RemoveButton
                onRemove={() => {
                  setRemoving({ to: "ipmi", connectionId: ipmiConnectionId, device: ipmiAddress, port: "" });
                }}
              />
            )}
          </li>
        )}
      </Group>
      <div className="server-connection-tools">
        <Allowed to="server.add-connection">
          <Button
            variant="default"
            leftSection={<IconPlus size="1.1em" aria-hidden />}
            onClick={() => {
              setIsAdding(true);
            }}
          >
            {t("servers.addConnection")}
          </Button>
        </Allowed>
        {cables.length === 0 ? null : <LabelIconButton label={t("labels.printCables")} subjects={cables} />}
      </div>
      <ConnectionDialog
        isOpen={isAdding}
        target={target}
        onClose={() => {
          setIsAdding(false);
        }}
      />
      <RemoveConnectionDialog
        target={target}
        connection={removing}
        onClose={() => {
          setRemoving(null);
        }}
      />
    </>
  );
}

/** Every cable of the server as something to label. */
function cablesOf({ moduleId, serverId, facts }: ServerTarget): readonly LabelSubject[] {
  const cable = (to: "switch" | "pdu") => {
    return ({ connectionId }: { readonly connectionId: number }) =>
      ({ kind: "cable", moduleId, serverId, connectionId, to }) as const;
  };
  return [...facts.switchConnections.map(cable("switch")), ...facts.pduConnections.map(cable("pdu"))];
}

interface GroupProps {
  readonly title: string;
  readonly missing: string | null;
  readonly children: ReactNode;
}

function Group({ title, missing, children }: GroupProps) {
  return (
    <section className="server-section">
      <h3 className="section-title">{title}</h3>
      {missing === null ? <ul className="plain-list">{children}</ul> : <span className="quiet">{missing}</span>}
    </section>
  );
}

interface LineProps<Connection> {
  readonly connection: Connection;
  readonly onRemove: () => void;
}

function SwitchLine({ connection, onRemove }: LineProps<SwitchConnection>) {
  const { t } = useTranslation();
  return (
    <li className="connection-line">
      <span className="connection-name">
        <span className="mono">
          {connection.switchName} {connection.portName}
        </span>
        {connection.isManagement ? (
          <Tooltip label={t("servers.managementHint")}>
            <span className="management-mark">{t("servers.management")}</span>
          </Tooltip>
        ) : null}
      </span>
      {connection.adminStatus === "down" ? (
        <ToneBadge look={stateLooks.service.suspended} word={t("servers.adminDown")} />
      ) : (
        <StateBadge of="port" state={connection.linkStatus} />
      )}
      <RemoveButton onRemove={onRemove} />
    </li>
  );
}

function PduLine({ connection, onRemove }: LineProps<PduConnection>) {
  const { t } = useTranslation();
  return (
    <li className="connection-line">
      <span className="mono">
        {connection.pduName} {connection.outlet}
      </span>
      <Tooltip label={t("servers.pduHint")}>
        <span>
          <StateBadge of="power" state={connection.power} />
        </span>
      </Tooltip>
      <RemoveButton onRemove={onRemove} />
    </li>
  );
}

function RemoveButton({ onRemove }: { readonly onRemove: () => void }) {
  const { t } = useTranslation();
  return (
    <Allowed to="server.remove-connection">
      <Tooltip label={t("servers.removeConnection")}>
        <ActionIcon
          size="sm"
          className="connection-remove"
          aria-label={t("servers.removeConnection")}
          onClick={onRemove}
        >
          <IconX size="1.1em" aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Allowed>
  );
}
