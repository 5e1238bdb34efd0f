import { useTranslation } from "react-i18next";
import { call } from "../api";
import { useCommandHandlers } from "../hooks/use-shortcut";
import { announce } from "../parts/announce";
import { useConsole } from "../stores/console-store";
import { lookCommands } from "./look-commands";
import { focusNextPane } from "./panes";

/** The commands that mean the same on every screen. */
export function FrameCommands() {
  const { t } = useTranslation();
  const { open, dismissStart, showPalette, showShortcutSheet, lock, switchOperator, signOut } = useConsole.getState();
  const to =
    (...place: Parameters<typeof open>) =>
    () => {
      dismissStart();
      open(...place);
    };
  const backUp = async (): Promise<void> => {
    const result = await call("backup.make", {});
    if (result.ok) announce(t("frame.backedUp"), result.value.name);
    else announce(t("frame.notBackedUp"), result.fault.message, "trouble");
  };
  useCommandHandlers({
    openPalette: () => {
      showPalette(true);
    },
    showShortcuts: () => {
      showShortcutSheet(true);
    },
    nextPane: () => {
      focusNextPane(1);
    },
    previousPane: () => {
      focusNextPane(-1);
    },
    goOverview: to("overview"),
    goQueue: to("queue"),
    goInbox: to("inbox"),
    goServices: to("services"),
    goServers: to("servers"),
    goRacks: to("racks"),
    goPools: to("pools"),
    goLabels: to("labels"),
    goPrintJobs: to("printJobs"),
    goLabelTemplates: to("labelTemplates"),
    goPrinters: to("printers"),
    goTariffs: to("tariffs"),
    goEnumerations: to("enumerations"),
    goCatalogue: to("catalogue"),
    goModules: to("modules"),
    goActivity: to("activity"),
    goJournal: to("journal"),
    goSettings: to("settings"),
    goBackups: to("settings", "backups"),
    newOrder: to("order"),
    newTariff: to("tariffs", "new"),
    newEnumeration: to("enumerations", "new"),
    newModule: to("modules", "new"),
    newLabelTemplate: to("labelTemplates", "new"),
    newPrinter: to("printers", "new"),
    backUpNow: () => void backUp(),
    lock: () => void lock(),
    switchOperator: () => void switchOperator(),
    signOut: () => void signOut(),
    ...lookCommands(),
  });
  return null;
}
