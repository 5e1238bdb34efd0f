import { useTranslation } from "react-i18next";
import type { TaskRow } from "../../../main/contract/shapes/task";

/** What a person has to do for a task that no panel does, in its order. */
export function useHandSteps({ kind, moduleType }: Pick<TaskRow, "kind" | "moduleType">): readonly string[] {
  const { t } = useTranslation();
  switch (kind) {
    case "suspend":
      return [t("task.hand.suspendPorts"), t("task.hand.suspendLeave")];
    case "resume":
      return [t("task.hand.resumePorts"), t("task.hand.resumeCheck")];
    case "change":
      return moduleType === "dsmanager"
        ? [t("task.hand.changeEquipment"), t("task.hand.changeDsmanager")]
        : [t("task.hand.changeEquipment")];
    case "close":
      return moduleType === "dsmanager"
        ? [t("task.hand.closeDsmanager"), t("task.hand.closeEntry"), t("task.hand.closeEquipment")]
        : [t("task.hand.closeNetwork"), t("task.hand.closeAddresses"), t("task.hand.closeEquipment")];
    case "set-up":
    case "assign-addresses":
      return [];
  }
}
