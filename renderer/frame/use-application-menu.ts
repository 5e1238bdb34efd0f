import type { TFunction } from "i18next";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { MenuCommand } from "../../main/contract/shapes/menu";
import { call } from "../api";
import { commandTable, isCommandId, type CommandId } from "../commands";
import { availableCommands, isCovered, runCommand, watchCommands } from "../hooks/use-shortcut";
import { useConsole } from "../stores/console-store";

/** The menu follows the screen a moment later; it is not looked at while rows are opened one after the other. */
const settleMs = 300;

/** Keeps the host's menu true to the table of commands, in the language of the window, and gives what is chosen there. */
export function useApplicationMenu(): void {
  const { t, i18n } = useTranslation();
  const access = useConsole((state) => state.description?.access);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const showSoon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        void call("menu.show", { commands: menuCommands(t, availableCommands()) });
      }, settleMs);
    };
    showSoon();
    const endWatch = watchCommands(showSoon);
    return () => {
      clearTimeout(timer);
      endWatch();
    };
  }, [t, i18n.language, access]);

  useEffect(
    () =>
      window.rackside.subscribe((event) => {
        if (event.name !== "command.chosen" || !isCommandId(event.id)) return;
        const isAlwaysHeard = commandTable.some((one) => one.id === event.id && one.isAlwaysHeard === true);
        if (isAlwaysHeard || !isCovered()) runCommand(event.id);
      }),
    [],
  );
}

/** Every command of the table as the menu shows it; those that mean nothing now are there and cannot be chosen. */
export function menuCommands(t: TFunction, available: readonly CommandId[]): MenuCommand[] {
  return commandTable.map(({ id, menu, group, keys = "" }) => ({
    id,
    menu,
    group,
    label: t(`keyboard.${id}`),
    keys,
    isEnabled: available.includes(id),
  }));
}
