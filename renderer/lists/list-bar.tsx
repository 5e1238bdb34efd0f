import { ActionIcon, Button, Group, Progress, Tooltip } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconFileExport } from "@tabler/icons-react";
import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useShortcut } from "../hooks/use-shortcut";
import { useConsole } from "../stores/console-store";
import type { ExportRun } from "../stores/list-runs";
import { formatNumber } from "../text/format";
import { phrase } from "../text/phrase";
import { ColumnsMenu } from "./columns-menu";
import { exportList, type ExportedList } from "./export-list";
import { SortMenu } from "./sort-menu";
import type { AnyList } from "./use-list";
import { ViewsMenu } from "./views-menu";

interface ListBarProps {
  readonly list: AnyList;
  readonly isTable: boolean;
  /** Present where the list can be taken along as a file. */
  readonly exported?: ExportedList;
  /** How many rows there are, and what else is to be said of them. */
  readonly children?: ReactNode;
}

/** What is known of a list as a whole, and how it is looked at: sort, columns, views, export. */
export function ListBar({ list, isTable, exported, children }: ListBarProps) {
  const run = useConsole((state) => state.exportRuns[list.name]);
  return (
    <div className="list-bar">
      <div className="list-bar-facts one-line">{children}</div>
      {run ? <ExportProgress name={list.name} run={run} /> : null}
      <Group gap={2} wrap="nowrap" className="list-bar-tools">
        <ListMenus list={list} isTable={isTable} />
        {exported ? <ExportButton exported={exported} isRunning={run !== undefined} /> : null}
      </Group>
    </div>
  );
}

/** Drawn again only for another look at the list, not for every page of rows that comes. */
const ListMenus = memo(DrawnMenus);

function DrawnMenus({ list, isTable }: { readonly list: AnyList; readonly isTable: boolean }) {
  return (
    <>
      {isTable ? null : <SortMenu list={list} />}
      <ViewsMenu list={list} isSmall={!isTable} />
      {isTable ? <ColumnsMenu list={list} /> : null}
    </>
  );
}

const ExportButton = memo(
  DrawnExportButton,
  (before, now) => before.isRunning === now.isRunning && before.exported.filter === now.exported.filter,
);

interface ExportButtonProps {
  readonly exported: ExportedList;
  readonly isRunning: boolean;
}

function DrawnExportButton({ exported, isRunning }: ExportButtonProps) {
  const { t } = useTranslation();
  const run = async (): Promise<void> => {
    const end = await exportList(exported);
    if (end === null) return;
    const closeButtonProps = { "aria-label": t("parts.close") };
    if ("fault" in end) {
      const title = t("lists.exportFailed");
      notifications.show({ color: "red", title, message: phrase(end.fault.message), closeButtonProps });
    } else {
      const message = t("lists.exported", { count: end.rows, name: end.name });
      notifications.show({ title: t("lists.exportedTitle"), message, closeButtonProps });
    }
  };
  useShortcut("exportList", () => void run(), !isRunning);
  return (
    <Tooltip label={t("lists.exportAs")}>
      <ActionIcon aria-label={t("lists.exportAs")} size={26} disabled={isRunning} onClick={() => void run()}>
        <IconFileExport size="1.1em" aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

/** How far an export is, with its end before the time. */
export function ExportProgress({ name, run }: { readonly name: string; readonly run: ExportRun }) {
  const { t } = useTranslation();
  const words = t("lists.exporting", { rows: formatNumber(run.rows), total: formatNumber(run.total) });
  return (
    <Group gap="xs" wrap="nowrap" role="status">
      <Progress w={60} value={run.total === 0 ? 0 : (100 * run.rows) / run.total} aria-label={words} />
      <span>{words}</span>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => {
          useConsole.getState().cancelExport(name);
        }}
      >
        {t("lists.stop")}
      </Button>
    </Group>
  );
}
