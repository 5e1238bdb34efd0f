import { useTranslation } from "react-i18next";
import type { CallOutput } from "../../../main/contract/calls";
import type { SwitchConnection } from "../../../main/contract/shapes/panel";
import { useRelativeWords } from "../../parts/relative-time";

type ObservedServer = CallOutput<"server.get">;

const mostListed = 6;

export interface CloseConsequences {
  /** What will be done to the server, one line each, in the order of the steps. */
  readonly steps: readonly string[];
  /** What should be known besides: what is left alone, how old the facts are. */
  readonly notes: readonly string[];
}

/** What closing a service will do to its server. */
export function useCloseConsequences(serverId: number | null, observed: ObservedServer | undefined): CloseConsequences {
  const { t } = useTranslation();
  const words = useRelativeWords();
  if (serverId === null) return { steps: [t("task.closeNoServer")], notes: [] };
  if (!observed) return { steps: [t("task.closeBlind")], notes: [] };

  const { facts } = observed;
  const shorten = (names: readonly string[]): string => {
    const list = names.slice(0, mostListed).join(", ");
    return names.length <= mostListed ? list : t("task.andMore", { list, count: names.length - mostListed });
  };
  const addresses = facts.addresses.map((one) => one.address);
  const ports = facts.switchConnections.filter((one) => !one.isManagement).map(portName);
  const management = facts.switchConnections.filter((one) => one.isManagement).map(portName);
  const steps = [
    ...(facts.operation?.isRunning ? [t("task.cancelOperation", { name: facts.operation.name })] : []),
    addresses.length === 0
      ? t("task.releaseNone")
      : t("task.releaseAddresses", { count: addresses.length, list: shorten(addresses) }),
    facts.power === "off" ? t("task.powerIsOff", { name: facts.name }) : t("task.powerOff", { name: facts.name }),
    ports.length === 0 ? t("task.portsNone") : t("task.portsDown", { count: ports.length, list: shorten(ports) }),
  ];
  const notes = [
    ...(management.length === 0 ? [] : [t("task.managementStays", { list: shorten(management) })]),
    ...(observed.isLive ? [] : [t("task.closeLastKnown", { when: words(observed.takenAt) })]),
  ];
  return { steps, notes };
}

function portName(connection: SwitchConnection): string {
  return `${connection.switchName} ${connection.portName}`;
}
