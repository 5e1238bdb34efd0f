import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Module } from "../../../main/contract/shapes/module";
import { useCommand } from "../../hooks/use-command";
import { useQuery } from "../../hooks/use-query";
import { ConfirmDialog } from "../../parts/confirm-dialog";
import { WarningLine } from "../../parts/warning-line";
import { useConsole } from "../../stores/console-store";

/** Removes a module that nothing uses; names what does. */
export function RemoveModule({ module }: { readonly module: Module }) {
  const { t } = useTranslation();
  const open = useConsole((state) => state.open);
  const tariffs = useQuery("tariff.list", {});
  const remove = useCommand("module.remove");
  const [isAsking, setIsAsking] = useState(false);
  const users = (tariffs.value ?? []).filter((tariff) => tariff.moduleIds.includes(module.id));
  return (
    <>
      {users.length > 0 ? (
        <WarningLine tone="neutral">
          {t("modules.detail.usedByTariffs", { names: users.map((tariff) => tariff.name).join(", ") })}
        </WarningLine>
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
        consequences={[t("modules.detail.removeForgets"), t("modules.detail.removeKeeps")]}
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
