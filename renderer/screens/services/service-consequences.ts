import { useTranslation } from "react-i18next";
import type { ServiceRow } from "../../../main/contract/shapes/service";

/** What suspending a service does, line by line. */
export function useSuspendConsequences(service: ServiceRow): readonly string[] {
  const { t } = useTranslation();
  const server = useServerWords(service);
  switch (service.moduleType) {
    case "dcimanager6-colocation":
      return [t("services.suspendDialog.ports", { server }), t("services.suspendDialog.stays")];
    case "dsmanager":
      return [t("services.suspendDialog.disable", { server }), t("services.suspendDialog.enableAgain")];
    case "manual":
      return [t("services.suspendDialog.byHand")];
  }
}

interface ClosePlan {
  /** Where the lines are carried out, and by whom. */
  readonly explanation: string;
  readonly consequences: readonly string[];
  readonly confirmLabel: string;
}

/** What closing a service does and who does it. */
export function useClosePlan(service: ServiceRow): ClosePlan {
  const { t } = useTranslation();
  const server = useServerWords(service);
  const freed = useFreedWords(service);
  const operations = t("services.closeDialog.operations", { server });
  const power = t("services.closeDialog.power");
  const isDedicated = service.productType === "dedicated";
  if (service.moduleType === "dcimanager6-colocation") {
    return {
      explanation: t("services.closeDialog.explanation"),
      consequences: [operations, freed, power, t("services.closeDialog.ports")],
      confirmLabel: t("services.closeDialog.confirm"),
    };
  }
  if (service.moduleType === "dsmanager" && isDedicated) {
    return {
      explanation: t("services.closeDialog.byItself"),
      consequences: [operations, t("services.closeDialog.freeButMain"), power, t("services.closeDialog.stock")],
      confirmLabel: t("services.closeDialog.confirmByItself"),
    };
  }
  return {
    explanation: t("services.closeDialog.byHand"),
    consequences: [],
    confirmLabel: t("services.closeDialog.confirm"),
  };
}

function useFreedWords({ addresses }: ServiceRow): string {
  const { t } = useTranslation();
  if (addresses.length === 0) return t("services.closeDialog.freeAll");
  const list = addresses.map((one) => one.address).join(", ");
  return t("services.closeDialog.freeKnown", { count: addresses.length, list });
}

function useServerWords({ serverId }: ServiceRow): string {
  const { t } = useTranslation();
  return serverId === null ? t("services.serverUnknown") : t("services.serverKnown", { id: serverId });
}
