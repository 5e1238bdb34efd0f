import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ModuleRow } from "../../../main/contract/shapes/module";
import { useCommand } from "../../hooks/use-command";
import { ConfirmDialog } from "../../parts/confirm-dialog";
import { WarningLine } from "../../parts/warning-line";
import { useConsole } from "../../stores/console-store";

/** Removes a module that nothing uses; one in use can only be switched off. */
export function RemoveModule({ module }: { readonly module: ModuleRow }) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const remove = useCommand("module.remove");
  const [isAsking, setIsAsking] = useState(false);
  const { tariffCount, serviceCount } = module;
  const users = [
    ...(tariffCount === 0 ? [] : [t("modules.detail.usedByTariffs", { count: tariffCount })]),
    ...(serviceCount === 0 ? [] : [t("modules.detail.usedByServices", { count: serviceCount })]),
  ];
  return (
    <>
      {users.length > 0 ? (
        <WarningLine tone="neutral">{t("modules.detail.inUse", { users: users.join(", ") })}</WarningLine>
      ) : null}
      <Group>
        <Button
          variant="subtle"
          color="red"
          disabled={users.length > 0}
          onClick={() => {
            setIsAsking(true);
          }}
        >
          {t("modules.detail.remove")}
        </Button>
      </Group>
      <ConfirmDialog
        isOpen={isAsking}
        title={t("modules.detail.removeTitle", { name: module.name })}
        consequences={
          module.type === "manual"
            ? [t("modules.detail.removeManual")]
            : [t("modules.detail.removeForgets"), t("modules.detail.removeKeeps")]
        }
        confirmLabel={t("modules.detail.remove")}
        isDangerous
        isRunning={remove.isRunning}
        fault={remove.fault}
        onCancel={() => {
          setIsAsking(false);
          remove.clearFault();
        }}
        onConfirm={() => {
          void remove.run({ id: module.id }).then((result) => {
            if (result.ok) open("modules");
          });
        }}
      />
    </>
  );
}
