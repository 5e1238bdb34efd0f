import { Button } from "@mantine/core";
import { IconCopy, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TariffRow } from "../../../main/contract/shapes/tariff";
import { useCommand } from "../../hooks/use-command";
import { ConfirmDialog } from "../../parts/confirm-dialog";
import { useConsole } from "../../stores/console-store";
import { serviceCount } from "./tariff-filter";
import { useCopyTariff } from "./use-copy-tariff";

/** Copy a tariff into a new one; remove one that no service runs on. */
export function TariffActions({ tariff }: { readonly tariff: TariffRow }) {
  const { t } = useTranslation();
  const copy = useCopyTariff(tariff);
  const [isRemoving, setIsRemoving] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconCopy size="1.1em" aria-hidden />} onClick={() => void copy.start()}>
        {t("tariffs.copy")}
      </Button>
      {serviceCount(tariff) === 0 ? (
        <Button
          variant="default"
          leftSection={<IconTrash size="1.1em" aria-hidden />}
          onClick={() => {
            setIsRemoving(true);
          }}
        >
          {t("tariffs.removeTariff")}
        </Button>
      ) : null}
      {isRemoving ? (
        <RemoveDialog
          tariff={tariff}
          onClose={() => {
            setIsRemoving(false);
          }}
        />
      ) : null}
      <ConfirmDialog
        isOpen={copy.isAsking}
        title={t("tariffs.copyTitle")}
        consequences={[t("tariffs.copyText")]}
        confirmLabel={t("tariffs.copyConfirm")}
        isDangerous
        onConfirm={copy.confirm}
        onCancel={copy.cancel}
      />
    </>
  );
}

function RemoveDialog({ tariff, onClose }: { readonly tariff: TariffRow; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const remove = useCommand("tariff.remove");
  const open = useConsole((state) => state.open);
  return (
    <ConfirmDialog
      isOpen
      title={t("tariffs.removeTitle", { name: tariff.name })}
      consequences={[t("tariffs.removeText")]}
      confirmLabel={t("tariffs.removeConfirm")}
      isDangerous
      isRunning={remove.isRunning}
      fault={remove.fault}
      onConfirm={() => {
        void remove.run({ id: tariff.id }).then((result) => {
          if (!result.ok) return;
          onClose();
          open("tariffs");
        });
      }}
      onCancel={onClose}
    />
  );
}
