import { Button, Group, Text } from "@mantine/core";
import { IconDatabase } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Backup } from "../../../main/contract/shapes/store";
import { useCommand } from "../../hooks/use-command";
import { useQuery } from "../../hooks/use-query";
import { useRight } from "../../hooks/use-right";
import { Copyable } from "../../parts/copyable";
import { EmptyState } from "../../parts/empty-state";
import { FactTable } from "../../parts/fact-table";
import { FaultNotice } from "../../parts/fault-notice";
import { LoadingRows } from "../../parts/loading-rows";
import { RelativeTime } from "../../parts/relative-time";
import { useConsole } from "../../stores/console-store";
import { BackupTable } from "./backup-table";
import { RestoreDialog } from "./restore-dialog";

/** The program makes backups by itself without telling. */
const repeatMs = 10_000;

/** How old the newest backup is, one more at any time, and the way back to each. */
export function BackupsSection() {
  const { t } = useTranslation();
  const folder = useConsole((state) => state.description?.profileDirectory ?? "");
  const backups = useQuery("backup.list", {}, { repeatMs });
  const mayMake = useRight("backup.make");
  const making = useCommand("backup.make");
  const [restored, setRestored] = useState<Backup | null>(null);
  const newest = backups.value?.[0];
  const make = async (): Promise<void> => {
    const result = await making.run({});
    if (result.ok) backups.reload();
  };
  return (
    <div className="settings-wide">
      <Text c="dimmed">{t("settings.backups.hint")}</Text>
      <FactTable
        facts={[
          {
            label: t("settings.backups.newest"),
            value: newest ? <RelativeTime at={newest.madeAt} /> : null,
            missing: t(backups.value ? "settings.backups.newestNone" : "parts.loading"),
          },
          { label: t("settings.backups.folder"), value: <Copyable text={folder} /> },
        ]}
      />
      {mayMake ? (
        <Group>
          <Button loading={making.isRunning} onClick={() => void make()}>
            {t("settings.backups.make")}
          </Button>
        </Group>
      ) : null}
      <FaultNotice fault={making.fault} />
      <FaultNotice fault={backups.fault} onRetry={backups.reload} />
      {backups.value === undefined && !backups.fault ? <LoadingRows count={3} /> : null}
      {backups.value?.length === 0 ? (
        <EmptyState
          icon={IconDatabase}
          title={t("settings.backups.emptyTitle")}
          hint={t("settings.backups.emptyHint")}
        />
      ) : null}
      {newest ? <BackupTable backups={backups.value} onRestore={setRestored} /> : null}
      <RestoreDialog
        backup={restored}
        onEnd={() => {
          setRestored(null);
          backups.reload();
        }}
      />
    </div>
  );
}
