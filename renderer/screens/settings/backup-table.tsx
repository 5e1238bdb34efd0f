import { Button, Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Backup } from "../../../main/contract/shapes/store";
import { useRight } from "../../hooks/use-right";
import { Copyable } from "../../parts/copyable";
import { RelativeTime } from "../../parts/relative-time";
import { formatBytes, formatDateTime } from "../../text/format";

interface BackupTableProps {
  readonly backups: readonly Backup[];
  readonly onRestore: (backup: Backup) => void;
}

/** The backups, newest first. They are two dozen at most: the program removes older ones. */
export function BackupTable({ backups, onRestore }: BackupTableProps) {
  const { t } = useTranslation();
  const mayRestore = useRight("backup.restore");
  return (
    <Table className="settings-table" aria-label={t("settings.section.backups")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("settings.backups.madeAt")}</Table.Th>
          <Table.Th>{t("settings.backups.name")}</Table.Th>
          <Table.Th className="settings-table-number">{t("settings.backups.size")}</Table.Th>
          {mayRestore ? <Table.Th aria-label={t("settings.backups.restore")} /> : null}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {backups.map((backup) => (
          <Table.Tr key={backup.name}>
            <Table.Td>
              {formatDateTime(backup.madeAt)}
              <div className="quiet">
                <RelativeTime at={backup.madeAt} />
              </div>
            </Table.Td>
            <Table.Td>
              <Copyable text={backup.name} />
            </Table.Td>
            <Table.Td className="settings-table-number">{formatBytes(backup.sizeBytes)}</Table.Td>
            {mayRestore ? (
              <Table.Td className="settings-table-actions">
                <Button
                  variant="default"
                  aria-label={t("settings.backups.restoreOf", { when: formatDateTime(backup.madeAt) })}
                  onClick={() => {
                    onRestore(backup);
                  }}
                >
                  {t("settings.backups.restore")}
                </Button>
              </Table.Td>
            ) : null}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
