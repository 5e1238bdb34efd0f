import { useTranslation } from "react-i18next";
import type { CallOutput } from "../../../main/contract/calls";
import type { SwitchConnection } from "../../../main/contract/shapes/panel";
import { useRelativeWords } from "../../parts/relative-time";

type ObservedServer = CallOutput<"server.get">;

const mostListed = 6;

/** What closing a service will do to its server, one line each, in the order of the steps. */
export function useCloseConsequences(serverId: number | null, observed: ObservedServer | undefined): readonly string[] {
  const { t } = useTranslation();
  const words = useRelativeWords();
  if (serverId === null) return [t("task.closeNoServer")];
  if (!observed) return [t("task.closeBlind")];

  const { facts } = observed;
  const shorten = (names: readonly string[]): string => {
    const list = names.slice(0, mostListed).join(", ");
    return names.length <= mostListed ? list : t("task.andMore", { list, count: names.length - mostListed });
  };
  const addresses = facts.addresses.map((one) => one.address);
  const ports = facts.switchConnections.filter((one) => !one.isManagement).map(portName);
  const management = facts.switchConnections.filter((one) => one.isManagement).map(portName);
  return [
    ...(facts.operation?.isRunning ? [t("task.cancelOperation", { name: facts.operation.name })] : []),
    addresses.length === 0
      ? t("task.releaseNone")
      : t("task.releaseAddresses", { count: addresses.length, list: shorten(addresses) }),
    facts.power === "off" ? t("task.powerIsOff", { name: facts.name }) : t("task.powerOff", { name: facts.name }),
    ports.length === 0 ? t("task.portsNone") : t("task.portsDown", { count: ports.length, list: shorten(ports) }),
    ...(management.length === 0 ? [] : [t("task.managementStays", { list: shorten(management) })]),
    ...(observed.isLive ? [] : [t("task.closeLastKnown", { when: words(observed.takenAt) })]),
  ];
}

function portName(connection: SwitchConnection): string {
  return `${connection.switchName} ${connection.portName}`;
}
