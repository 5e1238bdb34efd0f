import { useTranslation } from "react-i18next";
import type { Enumeration } from "../../../main/contract/shapes/enumeration";
import { useCommand } from "../../hooks/use-command";
import { ConfirmDialog } from "../../parts/confirm-dialog";
import { useConsole } from "../../stores/console-store";

interface RemoveEnumerationProps {
  readonly enumeration: Enumeration;
  readonly onClose: () => void;
}

/** Asks before an enumeration goes; one that a tariff names is refused with the tariff's name. */
export function RemoveEnumeration({ enumeration, onClose }: RemoveEnumerationProps) {
  const { t } = useTranslation();
  const remove = useCommand("enumeration.remove");
  const open = useConsole((state) => state.open);
  return (
    <ConfirmDialog
      isOpen
      title={t("enumerations.removeTitle", { name: enumeration.name })}
      consequences={[t("enumerations.removeText")]}
      confirmLabel={t("enumerations.removeConfirm")}
      isDangerous
      isRunning={remove.isRunning}
      fault={remove.fault}
      onConfirm={() => {
        void remove.run({ id: enumeration.id }).then((result) => {
          if (!result.ok) return;
          onClose();
          open("enumerations");
        });
      }}
      onCancel={onClose}
    />
  );
}
