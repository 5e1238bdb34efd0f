import { useTranslation } from "react-i18next";
import type { CallName } from "../../main/contract/calls";
import { mayCall } from "../../main/contract/rights";
import { call } from "../api";
import { commandGroups, commandTable, type CommandId } from "../commands";
import { availableCommands, runCommand } from "../hooks/use-shortcut";
import { announce } from "../parts/announce";
import { useConsole } from "../stores/console-store";

export interface PaletteEntry {
  /** A command of the table, or `what:MODULE` for something done to one panel. */
  readonly id: string;
  readonly label: string;
  /** Whose keys stand beside it. */
  readonly command: CommandId | null;
  readonly run: () => void;
}

export interface PaletteGroup {
  readonly title: string;
  readonly entries: readonly PaletteEntry[];
}

/** So many of the last ones stand first. */
const recentShown = 5;

/** Everything that can be done right now, by groups; the last ones come first and again in their group. */
export function usePaletteGroups(): readonly PaletteGroup[] {
  const { t } = useTranslation();
  const recentIds = useConsole((state) => state.preferences.recentCommands);
  const panels = usePanelEntries();
  const available = availableCommands();
  const groups = commandGroups.map((group) => ({
    title: t(`frame.commands.${group}`),
    entries: commandTable
      .filter((command) => command.group === group && command.id !== "openPalette" && available.includes(command.id))
      .map(({ id }) => ({
        id,
        label: t(`keyboard.${id}`),
        command: id,
        run: () => {
          runCommand(id);
        },
      })),
  }));
  const all = [...groups, { title: t("frame.commands.panels"), entries: panels }];
  const entries = all.flatMap((group) => group.entries);
  const recent = recentIds.flatMap((id) => entries.find((entry) => entry.id === id) ?? []).slice(0, recentShown);
  return [{ title: t("frame.commands.recent"), entries: recent }, ...all].filter((group) => group.entries.length > 0);
}

/** What can be asked of each panel, and the way to its module. */
function usePanelEntries(): readonly PaletteEntry[] {
  const { t } = useTranslation();
  const links = useConsole((state) => state.links);
  const role = useConsole((state) => state.description?.role ?? null);
  const { open } = useConsole.getState();
  const ask = async (name: "link.probe" | "module.refresh" | "mirror.refresh", id: string, said: string) => {
    const result = await call(name, { id });
    if (result.ok) announce(said, "");
    else announce(said, result.fault.message, "trouble");
  };
  const entry = (right: CallName, what: string, id: string, label: string, run: () => void): readonly PaletteEntry[] =>
    mayCall(role, right) ? [{ id: `${what}:${id}`, label, command: null, run }] : [];
  return links.flatMap(({ moduleId, moduleName: name }) => {
    const probe = t("frame.ofPanel.probe", { name });
    const refresh = t("frame.ofPanel.refresh", { name });
    const copy = t("frame.ofPanel.copy", { name });
    return [
      ...entry("link.probe", "probe", moduleId, probe, () => void ask("link.probe", moduleId, probe)),
      ...entry("module.refresh", "refresh", moduleId, refresh, () => void ask("module.refresh", moduleId, refresh)),
      ...entry("mirror.refresh", "copy", moduleId, copy, () => void ask("mirror.refresh", moduleId, copy)),
      ...entry("module.list", "module", moduleId, t("frame.ofPanel.open", { name }), () => {
        open("modules", moduleId);
      }),
    ];
  });
}

/** Keeps what was chosen as the newest of the last ones. */
export function rememberCommand(id: string): void {
  const { preferences, changePreferences } = useConsole.getState();
  const others = preferences.recentCommands.filter((one) => one !== id);
  void changePreferences({ recentCommands: [id, ...others].slice(0, 8) });
}
