import { useRight } from "../hooks/use-right";
import { useShortcut } from "../hooks/use-shortcut";
import { useConsole } from "../stores/console-store";

/** The shortcuts that mean the same on every screen. */
export function FrameShortcuts() {
  const { open, showPalette, showShortcutSheet, lock } = useConsole.getState();
  useShortcut("openPalette", () => {
    showPalette(true);
  });
  useShortcut("showShortcuts", () => {
    showShortcutSheet(true);
  });
  useShortcut("goOverview", () => {
    open("overview");
  });
  useShortcut("goQueue", () => {
    open("queue");
  });
  useShortcut("goInbox", () => {
    open("inbox");
  });
  useShortcut("goServices", () => {
    open("services");
  });
  useShortcut("goServers", () => {
    open("servers");
  });
  useShortcut("goRacks", () => {
    open("racks");
  });
  useShortcut("goLabels", () => {
    open("labels");
  });
  useShortcut("goTariffs", () => {
    open("tariffs");
  });
  useShortcut("goModules", () => {
    open("modules");
  });
  useShortcut("goActivity", () => {
    open("activity");
  });
  useShortcut("goSettings", () => {
    open("settings");
  });
  useShortcut(
    "newOrder",
    () => {
      open("order");
    },
    useRight("order.place"),
  );
  useShortcut("lock", () => void lock());
  return null;
}
