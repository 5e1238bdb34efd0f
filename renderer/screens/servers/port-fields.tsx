import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useQuery } from "../../hooks/use-query";
import { FaultNotice } from "../../parts/fault-notice";
import { useRelativeWords } from "../../parts/relative-time";
import { WarningLine } from "../../parts/warning-line";

export interface PortChoice {
  readonly deviceId: number | null;
  readonly portId: number | null;
}

interface PortFieldsProps {
  readonly moduleId: string;
  /** Where the server stands: its own rack\'s devices are the likely ones. */
  readonly rackName: string;
  readonly kind: "switch" | "pdu";
  readonly choice: PortChoice;
  readonly onChange: (choice: PortChoice) => void;
}

/** A device of the panel, then one of its free ports. Taken ports are shown with who has them. */
export function PortFields({ moduleId, rackName, kind, choice, onChange }: PortFieldsProps) {
  const { t } = useTranslation();
  const words = useRelativeWords();
  const devices = useDevices(moduleId, kind, rackName);
  const switchPorts = useQuery(
    "switch.ports",
    kind === "switch" && choice.deviceId !== null ? { moduleId, switchId: choice.deviceId } : null,
  );
  const pduPorts = useQuery(
    "pdu.ports",
    kind === "pdu" && choice.deviceId !== null ? { moduleId, pduId: choice.deviceId } : null,
  );
  const ports = kind === "switch" ? switchPorts : pduPorts;
  const options = kind === "switch" ? switchPorts.value?.facts.map(asOption) : pduPorts.value?.facts.map(asOption);
  return (
    <>
      <Select
        label={t("servers.connectionDialog.device")}
        searchable
        limit={50}
        nothingFoundMessage={t("servers.connectionDialog.nothingFound")}
        value={choice.deviceId === null ? null : String(choice.deviceId)}
        data={[...devices]}
        onChange={(value) => {
          onChange({ deviceId: value === null ? null : Number(value), portId: null });
        }}
      />
      <Select
        label={kind === "switch" ? t("servers.connectionDialog.port") : t("servers.connectionDialog.outlet")}
        searchable
        limit={100}
        disabled={choice.deviceId === null || options === undefined}
        placeholder={choice.deviceId === null ? t("servers.connectionDialog.chooseDevice") : ""}
        nothingFoundMessage={t("servers.connectionDialog.nothingFound")}
        value={choice.portId === null ? null : String(choice.portId)}
        data={options ?? []}
        onChange={(value) => {
          onChange({ ...choice, portId: value === null ? null : Number(value) });
        }}
      />
      <FaultNotice fault={ports.fault} onRetry={ports.reload} />
      {ports.value && !ports.value.isLive ? (
        <WarningLine>{t("task.create.lastKnown", { when: words(ports.value.takenAt) })}</WarningLine>
      ) : null}
    </>
  );
}

interface PanelPort {
  readonly portId: number;
  readonly name?: string;
  readonly outlet?: string;
  readonly serverId: number | null;
  readonly serverName: string;
}

function asOption({ portId, name, outlet, serverId, serverName }: PanelPort) {
  const title = name ?? outlet ?? "";
  const isTaken = serverId !== null;
  return { value: String(portId), label: isTaken ? `${title} · ${serverName}` : title, disabled: isTaken };
}

/** The devices of a panel, those in the server's own rack first. */
function useDevices(
  moduleId: string,
  kind: "switch" | "pdu",
  rackName: string,
): readonly { value: string; label: string }[] {
  const report = useQuery("module.configuration", { id: moduleId });
  const value = report.value?.configuration;
  if (!value) return [];
  const named = (id: number, name: string, place: string) => ({
    value: String(id),
    label: place === "" ? name : `${name} · ${place}`,
  });
  const isNear = (device: { readonly rackName: string }) => (device.rackName === rackName ? 0 : 1);
  const byNearness = <Device extends { readonly rackName: string }>(list: readonly Device[]) =>
    [...list].sort((left, right) => isNear(left) - isNear(right));
  return kind === "switch"
    ? byNearness(value.switches).map((one) => named(one.switchId, one.name, one.rackName))
    : byNearness(value.pdus).map((one) => named(one.pduId, one.name, one.rackName));
}
